"""How a proposal is shown: whom or what it is about, its values, and the words it was read from."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues import choices
from dialogues.choices import ProposalKind
from dialogues.imports.review.candidates import Candidate, candidates_of
from dialogues.models import ImportProposal
from dialogues.snapshot.theme_names import Mention

MAX_WORDS = 700  # characters of the evidence
LABELS = {
    "status": gettext_lazy("Took part"),
    "on_behalf_of_as_printed": gettext_lazy("On behalf of"),
    "represented": gettext_lazy("Represents"),
    "group_as_printed": gettext_lazy("Printed under"),
    "named": gettext_lazy("Names"),
    "names_are_all": gettext_lazy("Names complete"),
    "office": gettext_lazy("Office"),
    "capacity": gettext_lazy("Capacity"),
    "stance": gettext_lazy("Stance"),
    "act": gettext_lazy("Act"),
    "source_word": gettext_lazy("Verb"),
    "editor_note": gettext_lazy("Editor’s note"),
    "measure": gettext_lazy("What is counted"),
    "group": gettext_lazy("Group counted"),
    "body": gettext_lazy("Body"),
    "held_on": gettext_lazy("Day"),
    "symbols": gettext_lazy("Symbols"),
    "in_favour": gettext_lazy("In favour"),
    "against": gettext_lazy("Against"),
    "abstaining": gettext_lazy("Abstaining"),
    "kind": gettext_lazy("Kind"),
    "date_as_printed": gettext_lazy("Date as printed"),
}
# Values that are shown by their label.
CHOICES = {
    "status": choices.ParticipationStatus,
    "capacity": choices.Capacity,
    "stance": choices.Stance,
    "act": choices.Act,
    "measure": choices.FigureMeasure,
    "body": choices.VotingBody,
    "kind": choices.EngagementKind,
}
# What nobody has to read where nothing is said.
UNREMARKABLE = ("spoke", "not-stated", "states", "")


@dataclass
class ProposalItem:
    """A proposal on the page. `problem`: why it was not accepted, in a sentence."""

    proposal: ImportProposal
    title: str
    place: str
    words: str
    candidates: list[Candidate] = field(default_factory=list)
    themes: list[Mention] = field(default_factory=list)
    theme_labels: list[str] = field(default_factory=list)
    is_waiting: bool = False
    problem: str = ""

    @property
    def rule(self):
        return self.proposal.rule.replace("-", " ")

    @property
    def quotations(self):
        text = self.proposal.values.get("text", "")
        return [part for part in text.split("\n\n") if part]

    @property
    def facts(self):
        """(label, value) of what is not in the title or the words."""
        values = self.proposal.values
        return [
            (label, _in_words(name, values[name]))
            for name, label in LABELS.items()
            if values.get(name)
            and values[name] not in UNREMARKABLE
            and str(values[name]) != self.title
        ]


def _in_words(name, value):
    if name in CHOICES and value in CHOICES[name].values:
        return CHOICES[name](value).label
    if value is True:
        return _("yes")
    return ", ".join(value) if isinstance(value, list) else value


class Items:
    """Builds the items of proposals, with names and themes read once."""

    def __init__(self, record, themes, may_create):
        self.record, self.themes, self.may_create = record, themes, may_create
        self.labels_of_themes = {theme.pk: theme.label for theme in themes.themes}

    def item(self, proposal, problem=""):
        piece, start, end = proposal.place
        text = proposal.document_import.pieces[piece]["text"]
        item = ProposalItem(
            proposal, self._title(proposal), _locator(proposal), _cut(text[start:end])
        )
        item.problem = problem
        item.is_waiting = proposal.is_accepted and not proposal.records.all()
        if proposal.is_open:
            item.candidates = candidates_of(self.record, proposal, self.may_create)
        if proposal.is_open and "text" in proposal.values:
            item.themes = self.themes.mentioned_in(text[start:end])
        themes = proposal.values.get("themes", ())
        item.theme_labels = [self.labels_of_themes[key] for key in themes]
        return item

    def _title(self, proposal):
        values = proposal.values
        titles = {
            ProposalKind.PARTICIPATION: self._participation,
            ProposalKind.STATEMENT: self._speakers,
            ProposalKind.OFFICIAL: lambda values: values.get("person") or values.get("office"),
            ProposalKind.UNNAMED: lambda values: f"“{values['attribution']}”",
            ProposalKind.FIGURE: _figure,
        }
        return titles.get(proposal.kind, lambda values: values["title"])(values)

    def _name(self, label):
        return str(self.record.by_slug.get(label, label))

    def _participation(self, values):
        """The name today and, if it is another, as printed."""
        printed = values.get("name_as_printed", "")
        if not values.get("participant"):
            return printed or values.get("person", "")
        name = self._name(values["participant"])
        return f"{name} (“{printed}”)" if printed and printed != name else name

    def _speakers(self, values):
        groups = values.get("for_groups", {})
        names = []
        for label in values["speakers"]:
            name = self._name(label)
            if group := groups.get(label):
                name = _("%(name)s, for %(group)s") % {"name": name, "group": self._name(group)}
            names.append(name)
        return "; ".join(names)


def _figure(values):
    qualifier = choices.FigureQualifier(values["qualifier"])
    words = "" if qualifier == choices.FigureQualifier.EXACT else f"{qualifier.label} "
    return f"{words}{values['value']} {values['unit']}"


def _locator(proposal):
    parts = (proposal.values.get("section"), proposal.values.get("paragraph"))
    return ", ".join(part for part in parts if part)


def _cut(words):
    return words if len(words) <= MAX_WORDS else f"{words[:MAX_WORDS]}…"
