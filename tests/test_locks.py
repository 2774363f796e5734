"""The check of the lock files names a package that is missing, of another version, or unhashed."""

import pytest

from tests.locks import FILES, problems

PINS = {"requirements.txt": "Django==5.2.1  # web", "tests/requirements.txt": "pytest_x[y]==2.0"}
DJANGO = "django==5.2.1 \\\n    --hash=sha256:00\n    # via -r requirements.txt\n"
PYTEST = "pytest-x==2.0 ; python_full_version < '3.13' \\\n    --hash=sha256:01\n"
LOCKS = {"requirements.lock": DJANGO, "tests/requirements.lock": DJANGO + PYTEST}


def check(folder, **changes):
    """The problems of files that fit, after changes of the lock files: {lock: text}."""
    (folder / "tests").mkdir()
    for name, text in (PINS | LOCKS | changes).items():
        (folder / name).write_text(text)
    return list(problems(folder))


def test_lock_files_that_fit_have_no_problem(tmp_path):
    assert check(tmp_path) == []
    assert set(FILES) == set(PINS)


@pytest.mark.parametrize(
    ("lock", "text", "problem"),
    [
        ("requirements.lock", "", "requirements.lock has django None, expected 5.2.1."),
        (
            "tests/requirements.lock",
            DJANGO.replace("5.2.1", "5.2.2") + PYTEST,
            "tests/requirements.lock has django 5.2.2, expected 5.2.1.",
        ),
        (
            "tests/requirements.lock",
            DJANGO + "pytest-x==2.0\n",
            "tests/requirements.lock has no hash for pytest-x.",
        ),
        (
            "requirements.lock",
            "--index-url https://example.org\n" + DJANGO,
            "requirements.lock has an address of a registry.",
        ),
    ],
)
def test_each_problem_is_named(tmp_path, lock, text, problem):
    assert check(tmp_path, **{lock: text}) == [problem]
