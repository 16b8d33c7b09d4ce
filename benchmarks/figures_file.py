"""A long CSV file as large as wanted: territories × years × categories, decimal commas, in the order of its keys."""

import random
from collections.abc import Iterator
from pathlib import Path

YEARS = range(2000, 2025)
CATEGORIES = ("Ensemble", "Femmes", "Hommes", "15 à 24 ans")
SCHEME = "COG commune"
HEADER = "code;annee;categorie;valeur\n"
ROWS_OF_A_TERRITORY = len(YEARS) * len(CATEGORIES)

RECIPE = """
version: 1
name: banc-essai
file: {separator: ";", encoding: utf-8}
territory: {column: code, scheme: COG commune}
period: {column: annee, format: year}
value: {column: valeur, decimal: ","}
breakdown: [{column: categorie, name: catégorie, total: [Ensemble]}]
"""


def territory_codes(rows: int) -> list[str]:
    """As many territories as these rows need."""
    return [f"B{number:05d}" for number in range(max(1, -(-rows // ROWS_OF_A_TERRITORY)))]


def lines(rows: int, seed: int = 0) -> Iterator[str]:
    """Exactly `rows` lines of data; equal seeds give equal files."""
    chance = random.Random(seed)
    left = rows
    for code in territory_codes(rows):
        level = chance.randint(300, 2_000)
        for year in YEARS:
            for category in CATEGORIES:
                if left == 0:
                    return
                left -= 1
                level += chance.randint(-9, 9)
                yield f"{code};{year};{category};{level // 10},{level % 10}\n"


def write_file(path: Path, rows: int, seed: int = 0) -> Path:
    """The file, with its header."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(lines(rows, seed))
    return path


def write_file_of_size(path: Path, size: int) -> Path:
    """A file of at least `size` bytes, and hardly more."""
    with path.open("wb") as file:
        file.write(HEADER.encode())
        for line in lines(size):
            file.write(line.encode())
            if file.tell() >= size:
                break
    return path
