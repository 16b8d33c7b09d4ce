"""Which column names the territory, and in which scheme: the finest level that varies."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from indicators.importing.recipes import Origin, TerritoryRule
from indicators.importing.spellings import folded, tidy

from .bare_codes import is_bare_code
from .columns import Column, depends_on
from .counting import codes_words, names_words
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .schemes import (
    COMMUNE,
    DEPARTEMENT,
    EPCI,
    FINENESS,
    ISO2,
    ISO3,
    METROPOLITAN_REGIONS,
    REGION,
    SchemeFit,
    scheme_fits,
)
from .territory_names import known_names, name_rule
from .view import View
from .vocabulary import CODE_WORDS, LEVEL_WORDS, TERRITORY_WORDS

STRONG = frozenset({EPCI, "GSS", "M49"})
SELDOM_FILLED = 0.5
LEVEL_NAMES = (
    ("commun", COMMUNE, 7),
    ("intercommun", EPCI, 5),
    ("epci", EPCI, 5),
    ("depart", DEPARTEMENT, 4),
    ("region", REGION, 3),
    ("pays", ISO2, 1),
    ("countr", ISO2, 1),
)
SEEN = 1_500


@dataclass(frozen=True, eq=False)
class Candidate:
    """A column that may name territories; `fits` is empty for a column of names."""

    column: Column
    fits: tuple[SchemeFit, ...] = ()
    known: float = 0.0
    schemes: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[bool, int, int, bool]:
        return (self.column.distinct > 1, self.fineness, self.column.distinct, bool(self.fits))

    @property
    def fineness(self) -> int:
        if self.fits:
            return self.fits[0].fineness
        told = [
            rank for start, _scheme, rank in LEVEL_NAMES if any(word.startswith(start) for word in self.column.words)
        ]
        return max(told, default=FINENESS.get(self.schemes[0], 0) if self.schemes else 0)


@dataclass(frozen=True, eq=False)
class TerritoryFinding:
    """The rule, its guesses, and the columns that speak of territories (used up, or ignored)."""

    rule: TerritoryRule
    guesses: tuple[Guess, ...]
    column: Column | None = None
    places: frozenset[int] = field(default_factory=frozenset)


def territory_candidates(view: View) -> list[Candidate]:
    """Every column that may name territories, the best first."""
    found = [candidate for column in view.columns if (candidate := _candidate(view, column))]
    return sorted(found, key=lambda candidate: candidate.rank, reverse=True)


def _candidate(view: View, column: Column) -> Candidate | None:
    if column.filled < SELDOM_FILLED:
        return None
    is_named = bool(column.words & TERRITORY_WORDS) and not column.words & LEVEL_WORDS
    fits = tuple(
        fit
        for fit in scheme_fits(column.texts[:SEEN], column.words)
        if is_named or _is_strong(view, column, fit) or is_bare_code(view, column, fit)
    )
    if fits:
        return Candidate(column, fits)
    if column.number_share > 0.5:
        return Candidate(column) if is_named and column.words & CODE_WORDS and column.distinct > 1 else None
    known, schemes = known_names(view, column.texts)
    if (is_named and column.period_share < 0.5) or known >= 0.5:
        return Candidate(column, (), known, schemes)
    return None


def _is_strong(view: View, column: Column, fit: SchemeFit) -> bool:
    """Codes that can hardly be anything else, or that stand beside the names they belong to."""
    if fit.scheme == COMMUNE:
        return any(text.startswith(("0", "2A", "2B")) for text in column.texts) or _has_names(view, column, COMMUNE)
    if fit.scheme in STRONG or fit.prefixes:
        return len(column.texts) > 1
    if fit.scheme in (DEPARTEMENT, REGION):
        return any(text.startswith("0") for text in column.texts) and _has_names(view, column, fit.scheme)
    return fit.scheme not in (ISO2, ISO3) and column.distinct > 10 and bool(column.words & {"id", "code"})


def _has_names(view: View, column: Column, scheme: str) -> bool:
    return any(_agreement(view, column, other, scheme) > 0.5 for other in view.columns if other is not column)


def _agreement(view: View, codes: Column, names: Column, scheme: str) -> float:
    """How many codes stand beside the name that the catalogue gives them in this scheme."""
    if names.number_share > 0.5 or not codes.texts:
        return 0.0
    pairs = {(int(a), int(b)) for a, b in zip(codes.codes[:400].tolist(), names.codes[:400].tolist(), strict=True)}
    hits = 0
    for code, name in pairs:
        row = view.catalogue.by_code(scheme, tidy(codes.dictionary[code].as_py()))
        hits += bool(row and row in view.catalogue.by_label(tidy(names.dictionary[name].as_py()), scheme))
    return hits / len(pairs)


def find_territory(view: View) -> TerritoryFinding | None:
    """The column of territories; None when no column names any."""
    candidates = territory_candidates(view)
    if not candidates:
        return None
    best = candidates[0]
    spoken = frozenset(candidate.column.place for candidate in candidates)
    attributes = {column.place for column in view.columns if column.words & LEVEL_WORDS}
    rule, guesses = _code_rule(view, best) if best.fits else _name_rule(view, best)
    return TerritoryFinding(rule, guesses, best.column, spoken | attributes)


def _code_rule(view: View, best: Candidate) -> tuple[TerritoryRule, tuple[Guess, ...]]:
    fit, guess = _chosen_fit(view, best)
    labels = _labels_of_strays(view, best.column, fit)
    rule = TerritoryRule(
        Origin(column=best.column.name), scheme=fit.scheme, prefixes=fit.prefixes, pad=fit.pad, labels=labels
    )
    return rule, (guess,)


def _labels_of_strays(view: View, column: Column, fit: SchemeFit) -> dict[str, str]:
    """`FRANCE` among codes: what is no code but is the name of one territory."""
    labels = {}
    for text in column.texts:
        if len(text) > 3 and text.isalpha():
            rows = view.catalogue.by_label(text)
            if len(rows) == 1:
                labels[text] = rows[0].reference
    return labels if fit.prefixes or fit.share < 1 else {}


def _chosen_fit(view: View, best: Candidate) -> tuple[SchemeFit, Guess]:
    column, fits = best.column, best.fits
    schemes = [fit.scheme for fit in fits]
    if DEPARTEMENT in schemes and REGION in schemes:
        return _departement_or_region(view, best)
    fit = fits[0]
    return fit, Guess(
        "territory.column",
        column.name,
        _("La colonne %(name)s est le territoire : %(codes)s (%(scheme)s).")
        % {
            "name": column.name,
            "codes": codes_words(column.distinct),
            "scheme": fit.scheme or ", ".join(set(fit.prefixes.values())),
        },
        _("%(share)d %% des codes ont cette forme ; c’est le niveau le plus fin du fichier.")
        % {"share": round(100 * fit.share)},
        SURE if fit.share > 0.98 else ALMOST,
    )


def _departement_or_region(view: View, best: Candidate) -> tuple[SchemeFit, Guess]:
    """44 is Loire-Atlantique or Grand Est: header, names beside, file name and the set of codes may tell."""
    column = best.column
    fits = {fit.scheme: fit for fit in best.fits}
    evidence = {scheme: _evidence(view, column, scheme) for scheme in (REGION, DEPARTEMENT)}
    supported = [scheme for scheme in (REGION, DEPARTEMENT) if evidence[scheme]]
    chosen = supported[0] if len(supported) == 1 else ""
    strongest = [scheme for scheme in supported if evidence[scheme][0][0] == 2]
    sure = len(strongest) == 1
    scheme = strongest[0] if sure else chosen or (supported[0] if supported else REGION)
    confidence = SURE if sure else TO_CONFIRM
    return fits[scheme], Guess(
        "territory.scheme",
        scheme if sure or chosen else "",
        _("La colonne %(name)s est le territoire : %(codes)s (%(scheme)s).")
        % {"name": column.name, "codes": codes_words(column.distinct), "scheme": scheme},
        " ".join(text for _weight, text in evidence[scheme]) or _("Les codes existent aux deux niveaux."),
        confidence,
        tuple(_level_alternative(view, column, one, evidence[one]) for one in (REGION, DEPARTEMENT)),
        _("« %(code)s » est-il une région ou un département ?") % {"code": _example(column)},
    )


def _example(column: Column) -> str:
    return "44" if "44" in column.texts else column.texts[0]


def _evidence(view: View, column: Column, scheme: str) -> list[tuple[int, str]]:
    """What speaks for a level, with its strength: 2 decides alone, 1 only counts if nothing speaks against it."""
    start = "dep" if scheme == DEPARTEMENT else "reg"
    found: list[tuple[int, str]] = []
    if any(_has_agreeing_names(view, column, other, scheme) for other in view.columns if other is not column):
        found.append((2, _("Les noms à côté des codes sont ceux de ce niveau.")))
    if any(word.startswith(start) for word in column.words):
        found.append((2, _("Le titre de la colonne le dit.")))
    if start in folded(view.table.grid.name):
        found.append((2, _("Le nom de la feuille le dit.")))
    if scheme == REGION and set(column.texts) >= METROPOLITAN_REGIONS:
        found.append((1, _regions_sentence(frozenset(column.texts))))
    if start in folded(view.source.name):
        found.append((1, _("Le nom du fichier contient « %(start)s ».") % {"start": start}))
    if view.hints.scheme == scheme:
        found.append((2, _("C’est le niveau de la version en ligne.")))
    return sorted(found, reverse=True)


def _regions_sentence(codes: frozenset[str]) -> str:
    if codes == METROPOLITAN_REGIONS:
        return _("Ce sont exactement les régions de métropole.")
    return _("Les 13 régions de métropole y sont toutes.")


def _has_agreeing_names(view: View, column: Column, other: Column, scheme: str) -> bool:
    return other.number_share < 0.5 and _agreement(view, column, other, scheme) > 0.5


def _level_alternative(view: View, column: Column, scheme: str, evidence: list[tuple[int, str]]) -> Alternative:
    examples = [text for text in ("44", "52", *column.texts) if text in column.texts][:2]
    rows = [(code, view.catalogue.by_code(scheme, code)) for code in dict.fromkeys(examples)]
    shown = ", ".join(f"{code} = {row.name}" for code, row in rows if row)
    label = _("Départements") if scheme == DEPARTEMENT else _("Régions")
    return Alternative(scheme, label, shown, " ".join(text for _weight, text in evidence))


def _name_rule(view: View, best: Candidate) -> tuple[TerritoryRule, tuple[Guess, ...]]:
    column = best.column
    level = _level_column(view, column)
    schemes = _level_schemes(level) if level else {}
    scheme, labels = ("", {}) if schemes else name_rule(view, column.texts)
    scheme = scheme or ("" if schemes or labels else _told_scheme(column))
    by = "code" if column.number_share > 0.5 else "label"
    rule = TerritoryRule(
        Origin(column=column.name),
        scheme=scheme,
        scheme_column=level.name if level and schemes else "",
        schemes=schemes,
        by=by,
        labels=labels,
    )
    return rule, (
        Guess(
            "territory.column",
            column.name,
            _("La colonne %(name)s est le territoire : %(names)s.")
            % {"name": column.name, "names": names_words(column.distinct)},
            _("%(known)d %% de ces noms sont dans le référentiel.") % {"known": round(100 * best.known)},
            ALMOST,
        ),
    )


def _level_column(view: View, territory: Column) -> Column | None:
    found = [column for column in view.columns if column.words & LEVEL_WORDS and column is not territory]
    return next(
        (column for column in found if column.distinct <= 12 and depends_on(column, territory)),
        found[0] if found else None,
    )


def _level_schemes(level: Column) -> dict[str, str]:
    schemes = {}
    for text in level.texts:
        plain = folded(text)
        told = [scheme for start, scheme, _rank in LEVEL_NAMES if start in plain]
        told = [EPCI] if "intercommun" in plain or plain in ("epci", "cooperation intercommunale") else told
        if told:
            schemes[text] = told[0]
    return schemes


def _told_scheme(column: Column) -> str:
    told = [scheme for start, scheme, _rank in LEVEL_NAMES if any(word.startswith(start) for word in column.words)]
    return told[0] if told and told[0] != ISO2 else ""
