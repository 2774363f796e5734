"""Verbs that say that somebody said something, and what they tell of act and stance."""

import re

# {verb in the past: act, see Act}. Only verbs that reports of meetings use of speakers.
ACTS = {
    "states": (
        "said stated noted observed added declared affirmed reaffirmed reiterated recalled "
        "reminded "
        "stressed emphasized emphasised underlined underscored highlighted argued maintained "
        "considered believed felt pointed expressed voiced mentioned referred acknowledged "
        "recognized recognised insisted elaborated explained described detailed outlined explored "
        "reflected shared echoed agreed disagreed showed raised summarized summarised concluded "
        "suggested proposed recommended committed pledged advocated drew favoured favored "
        "associated responded replied "
        "remarked commented asserted contended claimed cited addressed listed discussed trusted "
        "hoped began continued advised invited offered focused devoted conveyed denounced deplored "
        "regretted condemned criticized criticised lamented challenged opposed rejected objected "
        "disputed doubted supported endorsed backed aligned joined objected emphasises"
    ),
    "asks": "asked questioned inquired enquired wondered requested",
    "urges": "urged called encouraged appealed exhorted demanded invited",
    "reports": "reported informed briefed",
    "announces": "announced revealed",
    "warns": "warned cautioned alerted",
    "welcomes": "welcomed praised commended thanked appreciated applauded congratulated saluted",
}
# The same in French and Spanish, as their reports have them: "a souligné", "subrayó".
FRENCH = {
    "states": (
        "dit déclaré souligné noté relevé rappelé réaffirmé réitéré affirmé estimé considéré "
        "indiqué fait observé ajouté exprimé évoqué mentionné reconnu insisté expliqué mis"
    ),
    "asks": "demandé",
    "urges": "appelé exhorté encouragé invité engagé",
    "warns": "averti",
    "welcomes": "salué remercié félicité accueilli",
}
SPANISH = {
    "states": (
        "dijo dijeron declaró declararon subrayó subrayaron señaló señalaron recordó recordaron "
        "reafirmó reafirmaron reiteró reiteraron destacó destacaron expresó expresaron afirmó "
        "afirmaron indicó indicaron añadió añadieron reconoció reconocieron insistió insistieron "
        "explicó explicaron consideró consideraron apoyó apoyaron"
    ),
    "asks": "preguntó preguntaron pidió pidieron",
    "urges": "instó instaron exhortó exhortaron alentó alentaron llamó llamaron",
    "warns": "advirtió advirtieron",
    "welcomes": "acogió acogieron agradeció agradecieron saludó saludaron",
}
# Stances that a verb itself carries.
STANCES = {
    "supports": "supported endorsed backed welcomed praised commended applauded saluted",
    "opposes": "opposed rejected objected",
    "questions": "questioned challenged disputed doubted",
}
ACT_OF = {verb: act for act, verbs in ACTS.items() for verb in verbs.split()}
STANCE_OF = {verb: stance for stance, verbs in STANCES.items() for verb in verbs.split()}
PRESENT = {
    "says": "states", "states": "states", "notes": "states", "stresses": "states",
    "underlines": "states", "emphasizes": "states", "welcomes": "welcomes", "urges": "urges",
    "calls": "urges", "asks": "asks", "warns": "warns", "supports": "states", "believes": "states",
    "considers": "states", "reiterates": "states", "reaffirms": "states", "recalls": "states",
}  # fmt: skip
ACT_OF |= PRESENT
STANCE_OF |= {"supports": "supports", "welcomes": "supports"}


def _participle(verb):
    """welcoming, of welcomed; stressing, of stressed."""
    stem = verb.removesuffix("ed")
    return f"{stem}ing" if verb.endswith("ed") else ""


PARTICIPLES = {_participle(verb): verb for verb in ACT_OF if verb.endswith("ed")}
PARTICIPLES |= {
    "saying": "said",
    "underlining": "underlined",
    "drawing": "drew",
    "referring": "referred",
}
SPANISH_ACTS = {verb: act for act, verbs in SPANISH.items() for verb in verbs.split()}
FRENCH_ACTS = {verb: act for act, verbs in FRENCH.items() for verb in verbs.split()}
ACT_OF |= SPANISH_ACTS
VERB = "|".join(
    [
        *sorted(ACT_OF, key=len, reverse=True),
        rf"(?:a|ont)\s+(?:\w+ment\s+)?(?:{'|'.join(sorted(FRENCH_ACTS, key=len, reverse=True))})",
    ]
)
PARTICIPLE = "|".join(sorted(PARTICIPLES, key=len, reverse=True))
ADVERB = (
    r"(?:\w+ly|also|further|all|each|both|then|again|in turn|too|has|have|likewise|once more|was"
    r"|were|its representative|their representatives)"
)
PLAIN = re.compile(rf"(?:{VERB})\b", re.I)


def act_of(verb: str) -> str:
    """The act that a verb says; "states" for any other verb."""
    verb = PARTICIPLES.get(verb.casefold(), verb.casefold())
    return ACT_OF.get(verb) or FRENCH_ACTS.get(verb.split()[-1], "states")


def stance_of(verb: str) -> str:
    """The stance that a verb carries; "not-stated" for all others."""
    verb = PARTICIPLES.get(verb.casefold(), verb.casefold())
    return STANCE_OF.get(verb, "not-stated")
