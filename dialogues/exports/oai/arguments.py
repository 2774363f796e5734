"""The arguments of a request, the errors of the protocol, and resumption tokens."""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.http import QueryDict

from dialogues.http.urls import record_key

SECOND, DAY = "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"
NAME = r"[A-Za-z0-9\-_.!~*'()]+"
SHAPES = {
    "metadataPrefix": re.compile(NAME),
    "set": re.compile(f"{NAME}(:{NAME})*"),
    "identifier": re.compile(r"[!-~]+"),
}
# {verb: (required arguments, other arguments)}.
ARGUMENTS: Mapping[str, tuple[set[str], set[str]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set", "resumptionToken"}),
}


class OaiError(Exception):
    """An error of the protocol, with its code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ListRequest(NamedTuple):
    """What a list is asked for: `since` and `until` as sent, and the key it goes on after."""

    prefix: str
    set: str = ""
    since: str = ""
    until: str = ""
    after: int = 0

    def token(self, after: int) -> str:
        """The resumption token of the part after a key."""
        text = "|".join(map(str, self._replace(after=after)))
        return urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @property
    def first_moment(self) -> datetime | None:
        return _moment(self.since)[0] if self.since else None

    @property
    def end(self) -> datetime | None:
        """The first moment after `until`."""
        moment, length = _moment(self.until) if self.until else (None, None)
        return moment + length if moment and length else None


def read_arguments(params: QueryDict) -> dict[str, str]:
    """{argument: value} with the verb. Raises OaiError."""
    arguments = params.dict()
    verb = arguments.get("verb", "")
    if verb not in ARGUMENTS or len(params.getlist("verb")) > 1:
        raise OaiError("badVerb", f"The verbs are {', '.join(ARGUMENTS)}.")
    if any(len(values) > 1 for _key, values in params.lists()):
        raise OaiError("badArgument", "An argument was given twice.")
    required, optional = ARGUMENTS[verb]
    given = set(arguments) - {"verb"}
    if any(not SHAPES[key].fullmatch(arguments[key]) for key in given & set(SHAPES)):
        raise OaiError(
            "badArgument", "A set, a format or an identifier has a character that is not allowed."
        )
    if unknown := sorted(given - required - optional):
        raise OaiError("badArgument", f"{verb} does not take: {', '.join(unknown)}.")
    if "resumptionToken" in given:
        if len(given) > 1:
            raise OaiError("badArgument", "resumptionToken has no other argument next to it.")
    elif missing := sorted(required - given):
        raise OaiError("badArgument", f"{verb} needs {', '.join(missing)}.")
    return arguments


def read_list(arguments: Mapping[str, str]) -> ListRequest:
    """The ListRequest of the arguments or their resumption token. Raises OaiError."""
    if "resumptionToken" in arguments:
        return _from_token(arguments["resumptionToken"])
    since, until = arguments.get("from", ""), arguments.get("until", "")
    if since and until and len(since) != len(until):
        raise OaiError("badArgument", "from and until must be equally exact.")
    request = ListRequest(arguments["metadataPrefix"], arguments.get("set", ""), since, until)
    first, end = request.first_moment, request.end
    if first and end and first >= end:
        raise OaiError("badArgument", "from is later than until.")
    return request


def _from_token(token):
    try:
        text = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        *parts, after = text.split("|")
        request = ListRequest(*parts, record_key(after))
        _dates = request.first_moment, request.end
    except (binascii.Error, UnicodeError, TypeError, ValueError, OaiError):
        request = None
    if request is None or request.after is None or request.token(request.after) != token:
        raise OaiError("badResumptionToken", "Begin the list again.")
    return request


def _moment(text):
    """(the moment of a date, the time that it covers)."""
    for shape, length in ((SECOND, timedelta(seconds=1)), (DAY, timedelta(days=1))):
        try:
            moment = datetime.strptime(text, shape).replace(tzinfo=UTC)
        except ValueError:
            continue
        if moment.strftime(shape).zfill(len(text)) == text and moment.year < datetime.max.year:
            return moment, length
    raise OaiError("badArgument", "A date is 2026-11-27 or 2026-11-27T10:00:00Z.")
