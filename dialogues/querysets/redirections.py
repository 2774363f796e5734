"""Queryset methods of redirections."""

from django.db import models

MAX_STEPS = 50


class RedirectionQuerySet(models.QuerySet):
    """Addresses that were public and have changed or ended."""

    def longest_match(self, path):
        """The redirection of an address, or of the longest part of it before a slash or a dot.

        Returns (redirection, the rest of the address), or (None, "").
        """
        rests = _split_path(path)
        matches = self.filter(old__in=rests).order_by(models.functions.Length("old"))
        redirection = matches.last()
        return (redirection, rests[redirection.old]) if redirection else (None, "")

    def of_kind(self, kind):
        """Redirections of addresses that begin with the name of a kind of records."""
        return self.filter(old__startswith=f"/{kind}/")

    def changed_since(self, moment):
        """Addresses that changed or ended at a moment or later."""
        return self.filter(made_at__gte=moment)

    def leads_to_a_page(self, path):
        """Whether an address, or the end of its chain of redirections, is a page."""
        redirection = self.filter(old=path).first()
        return redirection is None or bool(self.follow(redirection).new_addresses)

    def follow(self, redirection):
        """The last redirection of the chain that this one begins. A loop ends where it begins."""
        visited = {redirection.old}
        for _step in range(MAX_STEPS):
            following = self.filter(old=redirection.new).first()
            if following is None or following.old in visited:
                break
            visited.add(following.old)
            redirection = following
        return redirection


def _split_path(path):
    """{possible old address: rest of the path}, such as /states/turkey/ and record.csv."""
    parts = path.split("/")
    rests = {"/".join([*parts[:at], ""]): "/".join(parts[at:]) for at in range(2, len(parts))}
    name, *suffixes = parts[-1].split(".")
    folder = path[: len(path) - len(parts[-1])]
    if name and suffixes:
        rests[f"{folder}{name}/"] = "." + ".".join(suffixes)
    return rests
