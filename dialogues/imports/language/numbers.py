"""Numbers in words and figures: how many, of what, and with what qualifier."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogues.imports.language.sentences import Span

ONES = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
FRENCH = dict(
    zip(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "vingt trente quarante cinquante soixante".split(),
        [*range(2, 17), 20, 30, 40, 50, 60],
        strict=True,
    )
)
SPANISH = dict(
    zip(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte "
        "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
        [*range(2, 16), *range(20, 100, 10)],
        strict=True,
    )
)
WORDS = {**FRENCH, **SPANISH, **ONES, **TENS}
IN_WORDS = (
    rf"(?:(?:{'|'.join(TENS)})(?:[-‑ ](?:{'|'.join(list(ONES)[:9])}))?|{'|'.join(WORDS)})"
    rf"(?:\s+hundred(?:\s+and\s+(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(list(ONES)[:9])}))?"
    rf"|{'|'.join(ONES)}))?)?"
)
IN_FIGURES = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\s+(?:million|billion))?"
# A number begins here, not within a word ("often") or a longer number: "vingt-quatre", "cent
# trente", "treinta y dos", "one hundred five".
START = (
    r"(?<![\w.,-])(?<!\bet )(?<!\by )(?<!\bcent )(?<!\bcents )(?<!\bmille )(?<!\bciento )"
    r"(?<!\bmil )(?<!\bhundred )(?<!\bthousand )"
)
NUMBER = rf"(?:{START}(?:{IN_FIGURES}|{IN_WORDS}))"
QUALIFIERS = {
    "more than": "more-than",
    "over": "more-than",
    "at least": "at-least",
    "up to": "at-most",
    "almost": "about",
    "nearly": "about",
    "about": "about",
    "around": "about",
    "some": "about",
    "approximately": "about",
}
# What is counted in a dialogue and by its speakers.
UNIT = (
    r"(?:(?:UN|United Nations|participating|other|individual|partner|regional|civil society"
    r"|non-governmental|intergovernmental|international|observer|permanent|speaking)\s+){0,3}"
    r"(?:(?:member|observer|non-member)\s+)?"
    r"(?:states?(?!\s+of\b)|countries|country|delegations?|delegates|speakers?|participants"
    r"|members|organi[sz]ations?|NGOs?|missions?|entities|governments|representatives|children"
    r"|interventions|panellists|États|pays|délégations|Estados|países|delegaciones)\b"
)
FIGURE = re.compile(
    rf"\b(?:(?P<qualifier>{'|'.join(QUALIFIERS)})\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})",
    re.I,
)
# "thirty-four spoke in their national capacity": the unit is the one before.
WITHOUT_UNIT = re.compile(
    rf"(?P<number>{NUMBER})\s+(?=(?:also\s+|have\s+|of them\s+)?"
    r"(?:spoke|delivered|took|made|had)\b)",
    re.I,
)
VOTES = re.compile(
    rf"\b(?:voted|adopted|approved)\b[^.;]{{0,40}}?\bby\s+(?:a\s+vote\s+of\s+)?"
    rf"(?P<yes>{NUMBER})\s*(?:votes?\s*)?(?:in favou?r\s*)?(?:to|-|–)\s*(?P<no>{NUMBER})",
    re.I,
)


class Figure(NamedTuple):
    """A printed number and what it counts. `span` is that of both."""

    value: float
    unit: str
    qualifier: str
    span: Span


def value_of(printed: str) -> float:
    """The value of a number in words or figures. Raises ValueError for anything else."""
    printed = printed.casefold().replace("‑", "-").strip()
    if printed[0].isdigit():
        number, _space, scale = printed.replace(",", "").partition(" ")
        return round(float(number) * {"million": 1e6, "billion": 1e9}.get(scale.strip(), 1), 2)
    before, hundred, after = printed.partition("hundred")
    if hundred:
        rest = after.replace(" and ", " ").strip()
        return WORDS[before.strip()] * 100 + (value_of(rest) if rest else 0)
    try:
        return float(sum(WORDS[part] for part in re.split(r"[-\s]+", printed)))
    except KeyError as problem:
        raise ValueError(printed) from problem


def figures_in(text: str, span: Span) -> Iterator[Figure]:
    """The counts in a part of a text, in its order."""
    last_unit = ""
    counted = [*FIGURE.finditer(text, *span), *WITHOUT_UNIT.finditer(text, *span)]
    for match in sorted(counted, key=re.Match.start):
        groups = match.groupdict()
        last_unit = groups.get("unit") or last_unit
        if not last_unit:
            continue
        qualifier = QUALIFIERS.get((groups.get("qualifier") or "").casefold(), "exactly")
        yield Figure(value_of(match["number"]), last_unit, qualifier, Span(*match.span()))
    for match in VOTES.finditer(text, *span):
        for side in ("yes", "no"):
            yield Figure(value_of(match[side]), f"votes: {side}", "exactly", Span(*match.span()))
