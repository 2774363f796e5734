"""Datasette, which shows and counts the rows of any SQLite file, asked the same questions."""

import sqlite3
import subprocess
import sys
from urllib.parse import urlencode

from tests.bench.client import served

VERSION = "0.65.5"
FACETS = ("year", "group_slug", "state", "forum", "dialogue", "stance", "provenance", "capacity")
# What a page of statements is made of: one row for each, its themes as a list.
VIEW = """
CREATE VIEW bench AS
SELECT s.id, s.reference, s.summary, s.stance, s.provenance, d.year, d.forum, d.slug AS dialogue,
    p.slug AS state, g.slug AS group_slug, n.capacity,
    (SELECT json_group_array(t.slug) FROM dialogues_statement_themes st
     JOIN dialogues_theme t ON t.id = st.theme_id WHERE st.statement_id = s.id) AS themes
FROM dialogues_statement s
JOIN dialogues_dialogue d ON d.id = s.dialogue_id
JOIN dialogues_participation n ON n.id = s.participation_id
JOIN dialogues_participant p ON p.id = n.participant_id
JOIN dialogues_membership m ON m.member_id = p.id
JOIN dialogues_participant g ON g.id = m.group_id
"""


def datasette(database, folder):
    """Datasette serving the file of the corpus; installed in a folder of its own the first time."""
    program = folder / "datasette" / "bin" / "datasette"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "datasette"], check=True)
        pip = [program.with_name("pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"datasette=={VERSION}", "setuptools<81"], check=True)
    with sqlite3.connect(database) as connection:
        connection.execute("DROP VIEW IF EXISTS bench")
        connection.execute(VIEW)
    settings = folder / "datasette.sh"
    settings.write_text(
        f"exec {program} serve {database} --setting sql_time_limit_ms 600000 "
        "--setting facet_time_limit_ms 600000 --setting suggest_facets off "
        '--host 127.0.0.1 --port "${1##*:}"\n'
    )
    return served(["sh", settings], {})


def requests(name):
    """The lists of the site as addresses of Datasette: {name: addresses}."""
    filters = {
        "unfiltered list": {},
        "year": {"year": "2010"},
        "group": {"group_slug": "group-2"},
        "theme": {"themes__arraycontains": "theme-3"},
        "the three together": {
            "year": "2010",
            "group_slug": "group-2",
            "themes__arraycontains": "theme-3",
        },
        "word in half of all": {"summary__contains": "protection"},
        "phrase": {"summary__contains": "early warning"},
        "word and filters": {"summary__contains": "veto", "year": "2010"},
    }
    facets = [("_facet", key) for key in FACETS]
    shown = [("_size", 25), ("_sort_desc", "year"), ("_facet_size", "max"), *facets]
    shown.append(("_facet_array", "themes"))
    return {
        key: [f"/{name}/bench?" + urlencode([*values.items(), *shown])]
        for key, values in filters.items()
    }
