"""Places of cells as XLSX names them."""


def column_number(letters: str) -> int:
    """A → 0, Z → 25, AA → 26; −1 without letters."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1
