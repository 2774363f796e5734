"""Reduces a text to its words, without what keyboards and printers do differently.

Two texts with the same tokens have the same words. Quotation marks, kinds of dash, ellipsis and
space, and line breaks make no difference; a letter, a comma or a full stop does.
"""

import re
import unicodedata
from hashlib import sha256

ELLIPSIS = "…"
DASH = "-"
# Soft hyphens, joiners, marks of writing direction, byte-order marks. Digests in citations rest on
# this list and on the marks below, so they stay as they are.
UNSEEN = "\0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
INVISIBLE = re.compile(f"[{UNSEEN}]")
APOSTROPHES = "'’‘ʼ`´′＇"
APOSTROPHE_IN_A_WORD = re.compile(rf"(?<=\w)[{APOSTROPHES}](?=\w)")
QUOTATION_MARK = re.compile(rf"[{APOSTROPHES}‚‛\"“”„‟«»‹›〝〞″＂]")
ANY_HYPHEN = re.compile("[-‐‑‒–—―−﹘﹣－]")
# Between two letters these change only how the letters look: U+0640 lengthens Arabic ones.
WITHIN_WORDS = re.compile(
    f"[{UNSEEN}\u034f\u061c\u0640\u180e\u206a-\u206f\ufe00-\ufe0f\ufffe\uffff\U000e0000-\U000e0fff]"
)
# Scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
SIGN = re.compile(f"[{UNSPACED}]")
# One character of type for several letters.
LIGATURES = str.maketrans(
    {chr(0xFB00 + at): letters for at, letters in enumerate("ff fi fl ffi ffl st st".split())}
)
DOTS = re.compile(r"\.(?:\s?\.){2,}|⋯")
HYPHEN_IN_A_WORD = re.compile(r"(?<=\w)[‐‑‒–−](?=\w)")
HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-z])")
OTHER_DASH = re.compile(r"[‐‑‒–—―−﹘﹣－]|(?<!\w)-+|-+(?!\w)|-{2,}")
TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")


def without_accents(text: str) -> str:
    """The text in NFKD without combining marks and unseen characters."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", WITHIN_WORDS.sub("", text))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def unify_punctuation(text: str) -> str:
    """The text with one kind of each mark: ", -, … and ' inside words. Spaces are unchanged."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(LIGATURES))
    text = APOSTROPHE_IN_A_WORD.sub("\0", text)
    text = QUOTATION_MARK.sub('"', text).replace("\0", "'")
    text = HYPHEN_IN_A_WORD.sub(DASH, DOTS.sub(ELLIPSIS, text))
    return OTHER_DASH.sub(f" {DASH} ", text)


def join_lines(text: str) -> str:
    """The text on one line, with words joined that were divided at a hyphen."""
    return " ".join(HYPHEN_AT_LINE_END.sub("-", text).split())


def tokens_of(text: str) -> list[str]:
    """The words and the marks between them, in order."""
    return TOKEN.findall(unify_punctuation(text).replace('"', " "))


def normalise(text: str) -> str:
    """The tokens, separated by one space."""
    return " ".join(tokens_of(text))


def digest_of(*texts: str) -> str:
    """SHA-256 in hexadecimal of the normalised texts, one per line, in UTF-8."""
    return sha256("\n".join(map(normalise, texts)).encode()).hexdigest()
