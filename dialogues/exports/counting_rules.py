"""How to read and count the record: in releases, plain text and on the page of the data."""

COUNTING_RULES = (
    "A statement is what a source says that one speaker said. A sentence that a source gives to "
    "several speakers is a statement of each: count statements, do not call them speeches.",
    "Nothing recorded is not silence. Most dialogues have no verbatim record, so a state without a "
    "statement here may have spoken.",
    "The text of a statement is the speaker's. Summaries, themes and stances are the editors'.",
    "Quote with the permanent address of the statement. It holds the version.",
)
