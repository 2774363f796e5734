"""The files of a release that people read: what it is, how to cite it, and the licence."""

import yaml

from dialogues.exports.counting_rules import COUNTING_RULES
from dialogues.exports.releases.about import (
    DESCRIPTION,
    KEYWORDS,
    SUBTITLE,
    TITLE,
    AboutRelease,
)
from dialogues.exports.releases.tables import tables

README = """# {title}

{subtitle}. Published on {day}.

{description}

## How to read it

{rules}
- Names are those of this edition. `as_printed` columns have the words of the source.
- `address` is permanent. Cite it with `version` and `digest`.

## Files

- `*.csv`: a table each (UTF-8, RFC 4180). Several texts in a cell are separated by "; ". A text
  that a spreadsheet would take for a formula has an apostrophe in front here, and nowhere else.
- `*.jsonl`: a record in each line, whole, as {base}/api/v1/ gives it.
- `r2p-dialogues.sqlite`: all tables, the views statements_by_day, statements_by_theme and
  speakers_by_dialogue, and a full-text index of the statements.
- `*.parquet`: the tables again, if this release has them.
- `codebook.csv`: what each column means.
- `datapackage.json` (Frictionless), `csv-metadata.json` (CSV on the Web), `croissant.json`,
  `dcat.jsonld`, `datacite.json`: descriptions for programs.
- `SHA256SUMS`: check the files with `sha256sum --check SHA256SUMS`.

## Tables

{tables}

## Licence and citation

{terms}
Quotations are the words of the speakers; the source of each is named in its row.

{citation}
"""

LICENCE = """{title}

{terms}

Quotations are the words of the speakers. Each names its source, whose rights are not affected.

Attribution: {citation}
"""


def readme(about: AboutRelease, counts: dict[str, int]) -> str:
    """README.md, with the number of rows of each table."""
    lines = [
        f"- `{table.name}` ({counts[table.name]:,} rows): {table.description}"
        for table in tables().values()
    ]
    return README.format(
        title=about.title,
        subtitle=SUBTITLE,
        day=about.day,
        description=DESCRIPTION,
        base=about.base,
        rules="\n".join(f"- {rule}" for rule in COUNTING_RULES),
        tables="\n".join(lines),
        terms=_terms(about),
        citation=citation(about),
    )


def licence(about: AboutRelease) -> str:
    """LICENSE.txt."""
    return LICENCE.format(
        title=about.title,
        terms=_terms(about),
        citation=citation(about),
    )


def _terms(about):
    if not about.licence:
        return "No licence is given. Ask the publisher before you publish large parts."
    return f"The data are under {about.licence}. {about.licence_url}".rstrip()


def citation(about: AboutRelease) -> str:
    """The release in one line."""
    editors = ", ".join(creator.name for creator in about.creators)
    year = about.published_at.year
    return f"{editors} ({year}). {TITLE}, edition {about.edition} [Data set]. {about.address}"


def citation_file(about: AboutRelease) -> str:
    """CITATION.cff (Citation File Format 1.2)."""
    content = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": about.title,
        "abstract": DESCRIPTION,
        "authors": [{"name": creator.name} for creator in about.creators],
        "version": str(about.edition),
        "date-released": about.day,
        "url": about.address,
        "keywords": list(KEYWORDS),
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
