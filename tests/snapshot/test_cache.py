"""Values are cached for one edition, and the least recently used are dropped."""

from dialogues.snapshot.cache import EditionCache


def test_a_value_is_created_once_for_each_edition():
    cache = EditionCache(max_items=10)
    created = []

    def create():
        created.append(len(created))
        return created[-1]

    values = [cache.get_or_create(edition, "key", create) for edition in ("1", "1", "2", "1")]

    assert values == [0, 0, 1, 0]


def test_the_least_recently_used_value_is_dropped():
    cache = EditionCache(max_items=2)
    cache.set("1", "a", "A")
    cache.set("1", "b", "B")
    cache.get_or_create("1", "a", lambda: "not created")
    cache.set("1", "c", "C")

    assert cache.get_many("1", ["a", "b", "c"]) == {"a": "A", "c": "C"}


def test_the_values_of_another_edition_are_not_returned():
    cache = EditionCache(max_items=2)
    cache.set("1", "a", "A")

    assert cache.get_many("2", ["a"]) == {}
