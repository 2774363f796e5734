"""Lists in the six shapes that documents print, each with the right answer."""

from tests.speaker_lists.collection_names import collection_names

# As a list prints it: the participant it means. What is asked about has none.
SPELLINGS = {
    "St. Lucia": "saint-lucia",
    "St. Vincent and the Grenadines": "saint-vincent-and-the-grenadines",
    "Trinidad & Tobago": "trinidad-and-tobago",
    "Turkiye": "turkiye",
    "CZECH REPUBLIC": "czechia",
    "Korea (Republic of)": "republic-of-korea",
    "Venezuela (Bolivarian Republic of)": "venezuela",
    "Cote d`Ivoire": "cote-divoire",
    "Guinea\u2011Bissau": "guinea-bissau",
    "Solomon Is.": "solomon-islands",
    "Dem. Rep. of the Congo": "democratic-republic-of-the-congo",
    "Iran, Islamic Republic of": "iran",
    "Tanzania*": "united-republic-of-tanzania",
    "Mexico12": "mexico",
    "Ur\u00aduguay": "uruguay",
}
ASKED = ["Slowenia", "Nowhere Land"]


def plain_states(number):
    """(printed, slug) of states that SPELLINGS does not have, evenly from the whole alphabet."""
    taken = set(SPELLINGS.values()) | {"congo", "latvia", "norway", "denmark", "sweden"}
    states = sorted(
        (each.name, each.slug)
        for each in collection_names().participants.values()
        if each.kind == "state" and each.slug not in taken
    )
    return states[:: len(states) // number][:number]


def names(number):
    """Printed names and slugs: variant spellings, plain names, and two that must be asked about."""
    plain = plain_states(number - len(SPELLINGS) - len(ASKED))
    return [*SPELLINGS.items(), *plain, *((name, None) for name in ASKED)]


HEADINGS = ["Africa Group", "Asia-Pacific Group", "Eastern Europe Group", "GRULAC",
            "Western Europe and Others Group"]  # fmt: skip


def group_rows(number=80):
    rows = names(number)
    size = len(rows) // len(HEADINGS) + 1
    lines = [
        f"{heading}\t{', '.join(printed for printed, _slug in rows[at * size : (at + 1) * size])}."
        for at, heading in enumerate(HEADINGS)
    ]
    return "\n".join(lines), rows


def sentence(number=80):
    rows = names(number)
    *first, last = (printed for printed, _slug in rows)
    return (
        f"Also taking the floor were the representatives of {', '.join(first)}, as well as {last}."
    ), rows


def numbered_people(number=80):
    rows = plain_states(number)
    titles = ["H.E. Mr.", "Ms.", "Dr.", "H.E. Ms."]
    lines = [
        f"{at}. {titles[at % 4]} {chr(65 + at % 26)}. Example ({printed})"
        for at, (printed, _slug) in enumerate(rows, 1)
    ]
    return "\n".join(lines), rows


def five_columns(number=80):
    rows = plain_states(number)
    lines = ["No.\tDelegation\tSpeaker\tGroup\tTime"]
    lines += [
        f"{at}\t{printed}\tMs. {chr(65 + at % 26)}. Example\t{HEADINGS[at % 5]}\t1{at % 10}:05"
        for at, (printed, _slug) in enumerate(rows, 1)
    ]
    return "\n".join(lines), rows


def damaged_lines(number=80):
    rows = names(number)
    lines = []
    for at, (printed, _slug) in enumerate(rows):
        head, space, rest = printed.partition(" ")
        is_wrapped = at % 3 == 0 and space and "." not in printed
        lines.append(f"{head}\n{rest}" if is_wrapped else printed.replace(" ", "  "))
        if at % 20 == 19:
            lines.append(f"\n\nPage {at // 20 + 1} of 5\n\n14 July 2023\n")
    return "\n".join(lines), rows


def country_first(number=80):
    rows = names(number)
    lines = [f"{printed}\t{HEADINGS[at % 5]}" for at, (printed, _slug) in enumerate(rows)]
    return "\n".join(lines), rows


SHAPES = [group_rows, sentence, numbered_people, five_columns, damaged_lines, country_first]
