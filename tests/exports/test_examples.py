"""The example programs of the page for programs, run as a reader would."""

import json
import subprocess
import sys

import pytest

from dialogues.exports.api_reference import examples
from tests.records import make_participation, make_state, make_statement, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def statements(live_server):
    """Three statements of Ghana on the veto."""
    ghana = make_participation(participant=make_state("Ghana", slug="ghana"))
    veto = make_theme("Veto", slug="veto")
    return [make_statement(participation=ghana, themes=[veto]) for _ in range(3)]


def code(language, base):
    return next(example.code for example in examples(base) if example.language == language)


def run(program, folder):
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_commands_for_curl_run(live_server, statements, tmp_path):
    output = run(["bash", "-e", "-c", code("curl", live_server.url)], tmp_path)

    page, end = json.JSONDecoder().raw_decode(output)
    assert (len(page["records"]), page["total"]) == (2, 3)
    assert json.loads(output[end:])["name"] == "Ghana"
    assert len((tmp_path / "ghana.csv").read_text().splitlines()) == 1 + len(statements)


def test_the_python_program_reads_all_statements(live_server, statements, tmp_path):
    lines = run([sys.executable, "-c", code("Python", live_server.url)], tmp_path).splitlines()

    assert {line.split("\t")[0] for line in lines} == {each.reference for each in statements}


def test_the_r_program_asks_for_addresses_that_exist(client, statements):
    """R itself is not installed where the tests run."""
    program = code("R", "http://testserver")
    (address,) = [line.split('"')[1] for line in program.splitlines() if line.startswith("address")]

    answer = client.get(address).json()

    assert all(f"page{name}" in program for name in ("$records", '[["next"]]'))
    assert [record["dialogue"]["year"] for record in answer["records"]]
