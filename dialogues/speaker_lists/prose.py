"""Lines of a list that name nobody: sentences, dates, the numbers of pages."""

import re

from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.separators import split_at, without_brackets

# A longer part is prose, not a name.
MAX_WORDS_IN_NAME = 14
# A line with this many lower-case words is prose, and with fewer if it ends with a full stop;
# SMALL_WORDS occur in names and do not count.
MIN_WORDS_OF_PROSE, MIN_WORDS_OF_SENTENCE = 6, 3
SMALL_WORDS = set("of the and for in on to de la du et with behalf including its member".split())
# The end of a sentence and the beginning of the next.
SENTENCES = re.compile(r"[a-z)”]\. +[A-Z“]")
# Around the names in a sentence: "Also speaking were the representatives of Ghana and Peru."
LEAD_IN = re.compile(
    r"^(?:[\w’'-]+\s+){0,12}?(?:representatives?|delegates?|delegations?|speakers?|observers?)\s+"
    r"(?:of|for|from)\s+(?:the\s+)?(?=[A-Z])"
)
TAIL = re.compile(
    r"\s+(?:(?:also|then|all)\s+)?(?:spoke|participated|took the floor|took part|intervened"
    r"|(?:made|delivered|gave)\s+(?:a\s+|national\s+)?statements?)(?:\s+as\s+well)?\s*\.?$",
    re.I,
)
STOP = re.compile(r"\.\s+(?=[A-Z])")
# Full stops within a name: initials, titles, shortened words.
ABBREVIATION = re.compile(
    r"\b(?:st|mr|mrs|ms|mme|mlle|dr|prof|amb|rep|dem|is|isl|fed|hon|gen|gov|sr|jr|sec|dep|min"
    r"|perm|rev|col|lt|no|vs|i\.e|e\.g|h\.e|[a-z])\.",
    re.I,
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
FURNITURE = re.compile(
    r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?"
    rf"|(?:\w+day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?(?:\s+\d{{4}})?"
    rf"|(?:\w+day,?\s+)?{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
    r"|\d{1,2}[:.]\d{2}(?:\s*[–-]\s*\d{1,2}[:.]\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\.?"
    r"|(?:[A-Z]{1,5}/)+[\w./-]+(?:\s+page\s+\d+)?"
    r"|https?://\S+",
    re.I,
)
MAX_WORDS_IN_KNOWN_NAME = 7


def is_furniture(text: str) -> bool:
    """Whether a line is a date, a time, the number of a page or of a document, or an address."""
    return bool(FURNITURE.fullmatch(text.strip()))


def is_prose(names: str, line: str, known: KnownNames) -> bool:
    """Whether a line is a sentence: `names` is what follows its heading.

    Whatever full stops it has, a line of mostly known names is a list.
    """
    outside = without_brackets(names)
    parts = [part.strip(" .") for part in split_at(outside) if part.strip(" .")]
    is_list = 2 * sum(map(known.is_name, parts)) > len(parts)
    if is_list or all(map(known.is_name, split_at_stops(names))):
        return False
    words = outside.split()
    lower = [word for word in words if word[:1].islower() and word not in SMALL_WORDS]
    is_long = max((len(part.split()) for part in parts), default=0) > MAX_WORDS_IN_NAME
    introduces = line.endswith(":")
    has_sentences = bool(SENTENCES.search(ABBREVIATION.sub("", line)))
    usual = MIN_WORDS_OF_SENTENCE if line.endswith(".") else MIN_WORDS_OF_PROSE
    return is_long or len(lower) >= usual or introduces or has_sentences


def around_names(text: str) -> tuple[str, str, str]:
    """(what leads in to the names, the names, what follows them) of a sentence that lists names."""
    lead_in = LEAD_IN.match(text)
    begin = lead_in.end() if lead_in else 0
    tail = TAIL.search(text, begin)
    end = tail.start() if tail else len(text)
    return text[:begin].strip(), text[begin:end], text[end:].strip(" .")


def split_at_stops(text: str) -> list[str]:
    """The parts between full stops that end sentences: "Ghana. Togo. Peru." """
    return [part.strip(" .") for part in STOP.split(text) if part.strip(" .")]


def has_known_name(text: str, known: KnownNames) -> bool:
    """Whether a known name is anywhere in a text, beginning with a capital."""
    words = re.findall(r"[^\s,;:()\[\]“”\"]+", text)
    return any(
        known.is_speaker(" ".join(words[start : start + length]).rstrip("."))
        for start, word in enumerate(words)
        if not word[:1].islower()
        for length in range(1, MAX_WORDS_IN_KNOWN_NAME + 1)
    )
