"""Answers are kept for one edition, and the oldest are forgotten."""

from dialogues.snapshot.cache import EditionCache


def test_an_answer_is_made_once_for_each_edition():
    kept = EditionCache(most=10)
    made = []

    def make():
        made.append(len(made))
        return made[-1]

    assert [kept.get(edition, "question", make) for edition in ("1", "1", "2", "1")] == [0, 0, 1, 0]


def test_what_was_not_asked_for_the_longest_is_forgotten():
    kept = EditionCache(most=2)
    kept.put("1", "a", "A")
    kept.put("1", "b", "B")
    kept.get("1", "a", lambda: "not made")
    kept.put("1", "c", "C")

    assert kept.known("1", ["a", "b", "c"]) == {"a": "A", "c": "C"}


def test_nothing_is_known_of_another_edition():
    kept = EditionCache(most=2)
    kept.put("1", "a", "A")

    assert kept.known("2", ["a"]) == {}
