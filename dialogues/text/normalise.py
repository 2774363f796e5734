"""What a text says, without what keyboards and printers do differently.

Two texts with the same tokens have the same words: quotation marks, kinds of dash, ellipsis and
space, and line breaks are left out of account; a letter, a comma or a full stop is not.
"""

import re
import unicodedata
from hashlib import sha256

ELLIPSIS = "…"
DASH = "-"
# Marks that are not seen: soft hyphens, joiners, directions of writing, byte-order marks.
UNSEEN = re.compile("[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
APOSTROPHE_IN_A_WORD = re.compile(r"(?<=\w)['’‘ʼ`´′＇](?=\w)")
QUOTATION_MARK = re.compile(r"['’‘‚‛ʼ`´′＇\"“”„‟«»‹›〝〞″＂]")
# One letter of type for several letters of the word.
LIGATURES = {
    chr(0xFB00 + at): letters for at, letters in enumerate("ff fi fl ffi ffl st st".split())
}
DOTS = re.compile(r"\.(?:\s?\.){2,}|⋯")
HYPHEN_IN_A_WORD = re.compile(r"(?<=\w)[‐‑‒–−](?=\w)")
OTHER_DASH = re.compile(r"[‐‑‒–—―−﹘﹣－]|(?<!\w)-+|-+(?!\w)|-{2,}")
TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")


def unify_punctuation(text):
    """The text with one kind of each mark: ", -, … and ' inside words; spaces as they are."""
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(str.maketrans(LIGATURES)))
    text = APOSTROPHE_IN_A_WORD.sub("\0", text)
    text = QUOTATION_MARK.sub('"', text).replace("\0", "'")
    text = HYPHEN_IN_A_WORD.sub(DASH, DOTS.sub(ELLIPSIS, text))
    return OTHER_DASH.sub(f" {DASH} ", text)


def tokens_of(text):
    """The words and the marks between them, one string each, in their order."""
    return TOKEN.findall(unify_punctuation(text).replace('"', " "))


def normalise(text):
    """The tokens with one space between each two."""
    return " ".join(tokens_of(text))


def digest_of(*texts):
    """SHA-256, in hexadecimal, of the texts as they are normalised, one on each line, in UTF-8."""
    return sha256("\n".join(map(normalise, texts)).encode()).hexdigest()
