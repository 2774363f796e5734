"""What a release says of itself: the facts that all its descriptions share."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings

from dialogues.models import Edition

TITLE = "R2P Dialogues"
SUBTITLE = "What states said at the United Nations on the responsibility to protect"
DESCRIPTION = (
    "Dialogues and debates on the responsibility to protect (R2P) at the United Nations since "
    "2009: who spoke and for whom, what they said as far as a public source quotes or summarizes "
    "it, and where it is printed. Each statement has a permanent address, a version and a digest."
)
KEYWORDS = (
    "responsibility to protect",
    "R2P",
    "United Nations",
    "General Assembly",
    "Human Rights Council",
    "atrocity prevention",
    "statements",
    "member states",
)


class Creator(NamedTuple):
    """Who made a release."""

    name: str
    is_person: bool


class AboutRelease(NamedTuple):
    """The edition of a release, when it was published, and where the site is."""

    edition: int
    published_at: datetime
    base: str

    @classmethod
    def of_edition(cls, edition: Edition, base: str) -> "AboutRelease":
        return cls(edition.number, edition.made_at, base)

    @property
    def title(self) -> str:
        return f"{TITLE}, edition {self.edition}"

    @property
    def address(self) -> str:
        """The page of the release."""
        return f"{self.base}/data/{self.edition}/"

    @property
    def day(self) -> str:
        return self.published_at.date().isoformat()

    @property
    def creators(self) -> list[Creator]:
        """The editors, or else the publisher."""
        people = [Creator(name, is_person=True) for name in settings.EDITORS]
        return people or [Creator(self.publisher, is_person=False)]

    @property
    def publisher(self) -> str:
        return settings.OPERATOR or TITLE

    @property
    def licence(self) -> str:
        """Its name; "" if the operator gives none."""
        return settings.DATA_LICENCE

    @property
    def licence_url(self) -> str:
        return settings.DATA_LICENCE_URL


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """The values that are there: a licence may have no name or address."""
    empty = ("", [], {}, {"@id": ""})
    return {key: value for key, value in values.items() if value not in empty}


class ReleaseFile(NamedTuple):
    """A file of a release; `table` is the name of the table that a CSV file has."""

    name: str
    size: int
    sha256: str
    media_type: str
    table: str = ""

    @property
    def stem(self) -> str:
        return self.name.partition(".")[0]

    @property
    def extension(self) -> str:
        return self.name.partition(".")[2]
