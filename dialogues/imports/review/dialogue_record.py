"""What is recorded of the dialogue of an import, and the names with which more is recorded."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import Participant, Participation, Person, Statement
from dialogues.models.slugs import free_slug
from dialogues.snapshot.participant_names import ParticipantNames, unknown_name
from dialogues.speaker_lists.people import without_title
from dialogues.speaker_lists.saving import STEP
from dialogues.text.names import name_key

# Who has one of these did not speak.
SILENT = (Participation.Status.REPRESENTED, Participation.Status.ALIGNED)


class DialogueRecord:
    """The participations of a dialogue and all known names, read once; and what is added to it."""

    def __init__(self, document_import):
        self.dialogue, self.source = document_import.dialogue, document_import.source
        self.pieces = document_import.pieces
        self.names = ParticipantNames.read()
        self.by_slug = {each.slug: each for each in self.names.participants.values()}
        self.people = Person.objects.by_names()
        self.participations = self._read_participations()
        self._statements = self._figures = None
        self.added = []

    def _read_participations(self):
        """The participations of the dialogue; none without one."""
        if self.dialogue is None:
            return []
        return list(self.dialogue.participations.with_names().in_order())

    def participant(self, text):
        """The participant of a slug or name. Raises ValidationError if it is not known."""
        participant = self.by_slug.get(text) or self.names.find(text)
        if participant is None:
            raise ValidationError(unknown_name(text, self.names.suggestions(text)))
        return participant

    def person(self, printed):
        """The person of a printed name, created if new; None without a name.

        Raises ValidationError if several people have it.
        """
        name = without_title(printed)
        key = name_key(name)
        if not name:
            return None
        if key in self.people and self.people[key] is None:
            raise ValidationError(_("Several people are called “%s”: use their spelling.") % name)
        if key not in self.people:
            self.people[key] = self.add(Person(name=name, slug=free_slug(Person, name)))
        return self.people[key]

    def new_participant(self, kind, name):
        """A new participant of a kind; that of the name if somebody has entered it meanwhile."""
        known = Participant.objects.by_name(name).first()
        participant = known or self.add(Participant(kind=kind, name=name))
        self.by_slug[participant.slug] = participant
        return participant

    def place_of(self, proposal):
        """The columns that say where in the source it is."""
        piece = self.pieces[proposal.place[0]]
        return {
            "source": self.source,
            "section": proposal.values.get("section", ""),
            "paragraph": proposal.values.get("paragraph", ""),
            "line": piece["line"],
            "page": piece["page"],
        }

    def statements(self):
        """The statements of the dialogue when the record was read, but for withdrawn ones."""
        if self._statements is None:
            statements = self.dialogue.statements.exclude(status=Statement.Status.WITHDRAWN)
            self._statements = list(statements)
        return self._statements

    def figures(self):
        """The figures of the dialogue when the record was read."""
        if self._figures is None:
            self._figures = list(self.dialogue.figures.all())
        return self._figures

    def speakers(self):
        """The participations that may have made a statement."""
        return [each for each in self.participations if each.status not in SILENT]

    def add(self, record):
        """Check and save a new record. Raises ValidationError for one that cannot be."""
        if hasattr(record, "position"):
            record.position = self._next_position(type(record))
        record.fill_derived_fields()
        record.full_clean()
        record.save()
        self.added.append(record)
        if isinstance(record, Participation):
            self.participations.append(record)
        return record

    def _next_position(self, model):
        """After the last row of the dialogue, or of the source."""
        owner = "dialogue" if hasattr(model, "dialogue") else "source"
        rows = model.objects.filter(**{owner: getattr(self, owner)}).order_by("-position")
        return (rows.values_list("position", flat=True).first() or 0) + STEP
