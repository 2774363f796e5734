"""The words that say for whom somebody speaks, in the languages of documents."""

from dialogues.speaker_lists.behalf import PHRASE

# The pattern of a regular expression: "on behalf of", "speaking for", "au nom de".
FOR_OTHERS = rf"(?:{PHRASE}|speaking\s+for|au\s+nom\s+d(?:e|u|es)|en\s+nombre\s+del?)"
