"""Words for addresses that ended."""

from django.db import models

MOST_STEPS = 50


class RedirectionQuerySet(models.QuerySet):
    """Addresses that were public and are so no more."""

    def longest_match(self, path):
        """What is known of an address, or of the longest part of it before a slash or a dot.

        (redirection, the rest of the address); (None, "") where nothing is known.
        """
        begins = _beginnings(path)
        found = self.filter(old__in=begins).order_by(models.functions.Length("old")).last()
        return (found, begins[found.old]) if found else (None, "")

    def leads_to_a_page(self, path):
        """Whether something stands for what was at an address, at the end of its chain."""
        found = self.filter(old=path).first()
        return found is None or bool(self.follow(found).new_addresses)

    def follow(self, redirection):
        """The last of the redirections that one leads to: it has a live address, several or none.

        Loops end where they begin.
        """
        passed = {redirection.old}
        for _step in range(MOST_STEPS):
            after = self.filter(old=redirection.new).first()
            if after is None or after.old in passed:
                break
            passed.add(after.old)
            redirection = after
        return redirection


def _beginnings(path):
    """{what an old address could be: the rest} of a path: /states/turkey/record.csv."""
    parts = path.split("/")
    begins = {"/".join([*parts[:at], ""]): "/".join(parts[at:]) for at in range(2, len(parts))}
    name, *suffixes = parts[-1].split(".")
    folder = path[: len(path) - len(parts[-1])]
    if name and suffixes:
        begins[f"{folder}{name}/"] = "." + ".".join(suffixes)
    return begins
