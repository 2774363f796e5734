"""Why a document is not read, as a sentence that says what to do."""

from django.utils.translation import gettext as _


class UnreadableDocumentError(Exception):
    """A document that cannot be read; `kind` is one of the kinds of `sentence`."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it."""
        sentences = {
            "empty": _("The file is empty."),
            "not-text": _("This is neither a PDF, DOCX or HTML file nor text."),
            "no-text-layer": _(
                "This PDF has no text, only pictures of pages. Read it with a text recognition "
                "program first, or paste the text."
            ),
            "encrypted": _("This file is protected by a password. Save a copy without it."),
            "broken": _("This file is damaged and cannot be opened. Save it again, or as text."),
            "old-word": _("This is a DOC file of an old Word. Save it as DOCX."),
            "too-large": _("This file is larger than %(limit)s MB."),
            "too-many-pages": _(
                "This document has more than %(limit)s pages. Import a part of it."
            ),
            "too-large-unpacked": _("This file unpacks to more than %(limit)s MB. It is not read."),
            "too-slow": _("This document took more than %(limit)s seconds to read. Import a part."),
        }
        return sentences[self.kind] % self.values
