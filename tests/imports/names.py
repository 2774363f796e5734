"""A few names, known without a database."""

from dialogues.imports.document import Names
from dialogues.imports.language.names import Known
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.text.names import name_key

STATES = (
    "Argentina Brazil Chile Estonia France Ghana Japan Latvia Lithuania Mali Mexico Peru Qatar "
    "Switzerland Syria Yemen"
).split()
GROUPS = {
    "Group of Friends of the Responsibility to Protect": "friends",
    "African Group": "african",
    "Baltic States": "baltic",
}


def _names():
    names = {state: Known(state.casefold(), state, "state") for state in STATES}
    names["Suisse"] = names["Switzerland"]
    names["Chili"], names["Mexique"] = names["Chile"], names["Mexico"]
    names["Costa Rica"] = Known("costa-rica", "Costa Rica", "state")
    names["European Union"] = Known("eu", "European Union", "regional-organization")
    names["EU"] = names["European Union"]
    for name, slug in GROUPS.items():
        kind = "regional-group" if slug == "african" else "group"
        names[name] = Known(slug, name, kind)
    return names


PARTICIPANTS = _names()
BY_KEY = {name_key(name): known for name, known in PARTICIPANTS.items()}
BY_SLUG = {known.slug: known for known in PARTICIPANTS.values()}


def resolve(text):
    return BY_SLUG.get(text) or BY_KEY.get(name_key(text))


def _is(*kinds):
    return lambda text: bool(resolve(text)) and resolve(text).kind in kinds


LISTS = KnownNames(
    lambda text: resolve(text) is not None,
    _is("regional-group"),
    _is("group", "regional-organization"),
)
NAMES = Names(PARTICIPANTS, LISTS, resolve)
