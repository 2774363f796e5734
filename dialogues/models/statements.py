"""Statements: the unit that people read, link and cite."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.editions import Change
from dialogues.models.languages import is_language_tag
from dialogues.models.locators import Located
from dialogues.models.participants import Participant
from dialogues.models.participations import Participation
from dialogues.models.themes import Theme
from dialogues.querysets.statements import StatementQuerySet
from dialogues.references import new_reference, parse_reference


def is_reference(value):
    """Raise ValidationError unless the value is a reference with the right check character."""
    if parse_reference(value) != value:
        raise ValidationError(_("“%(value)s” is not a reference."), params={"value": value})


class Statement(Located, CuratedRecord):
    """What one participant, or unnamed ones, said on one point at one dialogue."""

    Provenance = choices.Provenance
    Stance = choices.Stance
    Act = choices.Act
    Status = choices.StatementStatus

    PROVENANCE_DESCRIPTIONS = {
        Provenance.VERBATIM: _("From a verbatim record: the words as spoken."),
        Provenance.DELIVERED: _(
            "From the text that the speaker handed out. The words spoken may differ."
        ),
        Provenance.TRANSCRIPT: _("Transcribed from the webcast."),
        Provenance.UNOFFICIAL: _("From a transcript that others made, which nobody has certified."),
        Provenance.QUOTED: _(
            "Quoted in a summary: the words in quotation marks are as the summary prints them. "
            "We do not have the speech itself."
        ),
        Provenance.PARAPHRASED: _(
            "Paraphrased in a summary: what the summary reports, not the speaker’s words."
        ),
        Provenance.UN_PRESS: _(
            "Paraphrased in a press release of the United Nations, which is not an official record."
        ),
        Provenance.OWN_PRESS: _(
            "Paraphrased by the speaker’s own mission or ministry, not the text of the speech."
        ),
        Provenance.PRESS: _("Paraphrased in the press: weaker evidence than the text itself."),
        Provenance.REFLECTED: _(
            "Reflected in the report but not delivered: the speaker did not take the floor."
        ),
    }

    # Publishing and withdrawing set their own kind.
    change_kind = Change.Kind.CORRECTED

    reference = models.CharField(
        _("reference"),
        max_length=7,
        unique=True,
        editable=False,
        default=new_reference,
        validators=[is_reference],
    )
    dialogue = models.ForeignKey(
        Dialogue, models.PROTECT, related_name="statements", verbose_name=_("dialogue")
    )
    participation = models.ForeignKey(
        Participation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("speaker"),
        help_text=_("The speaker, or the participant whose view the report reflects."),
    )
    attribution = models.CharField(
        _("attribution as printed"),
        max_length=300,
        blank=True,
        help_text=_(
            "Only if the speaker is not named: “some delegations”. Not attributed to any state."
        ),
    )
    position = models.PositiveIntegerField(_("order"), default=0, help_text=_("In the source."))
    text = models.TextField(
        _("quotation or full text"),
        blank=True,
        help_text=_(
            "Exactly as printed, without quotation marks. Separate quotations by a blank line."
        ),
    )
    language = models.CharField(
        _("language of the words"), max_length=10, default="en", validators=[is_language_tag]
    )
    translation = models.TextField(
        _("translation"),
        blank=True,
        help_text=_("Your translation, if the words are not in English."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("What was said, in your own words.")
    )
    words_checked = models.CharField(
        _("where the words were checked"),
        max_length=300,
        blank=True,
        help_text=_(
            "Only if our text of the source does not contain them, for example “PDF, page 4”. "
            "Readers do not see this."
        ),
    )
    provenance = models.CharField(_("provenance"), max_length=24, choices=Provenance)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="statements", verbose_name=_("themes")
    )
    stance = models.CharField(
        _("stance on the theme"),
        max_length=10,
        choices=Stance,
        default=Stance.NOT_STATED,
        help_text=_("The stance of this sentence on its theme, never of the state on R2P."),
    )
    act = models.CharField(_("act"), max_length=10, choices=Act, default=Act.STATES)
    source_word = models.CharField(
        _("word of the source"),
        max_length=100,
        blank=True,
        help_text=_("The verb that shows the stance and the act: “challenged”."),
    )
    among_others = models.BooleanField(
        _("with others"),
        default=False,
        help_text=_("The source says “including” or “among them”: it does not name the others."),
    )
    situations = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="statements_about",
        verbose_name=_("situations discussed"),
    )
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[themes, situations])

    class Meta:
        ordering = ["dialogue_id", "position", "reference"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        permissions = [("publish_statement", _("Can publish, correct and withdraw statements"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(participation=None) ^ models.Q(attribution=""),
                name="statement_has_speaker_or_attribution",
                violation_error_message=_("Give either a speaker or an attribution as printed."),
            ),
            models.CheckConstraint(
                condition=~models.Q(text="") | ~models.Q(summary=""),
                name="statement_says_something",
                violation_error_message=_("Give the words, a summary of them, or both."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=choices.StatementStatus.PUBLISHED)
                | ~models.Q(section="")
                | ~models.Q(paragraph=""),
                name="statement_published_has_locator",
                violation_error_message=_(
                    "Give the section or the paragraph: a published statement needs one."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=[choices.StatementStatus.DRAFT, choices.StatementStatus.IN_REVIEW]
                )
                ^ models.Q(published_at__isnull=False),
                name="statement_public_has_time_of_publishing",
            ),
            models.CheckConstraint(
                condition=~models.Q(provenance=choices.Provenance.QUOTED) | ~models.Q(text=""),
                name="statement_quoted_has_words",
                violation_error_message=_(
                    "This provenance needs the words. If you have only a summary, choose another."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "dialogue", "position"], name="statement_listing"),
            # For the list of languages.
            models.Index(fields=["language"], name="statement_language"),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("statement-detail", args=[self.reference])

    def clean(self):
        if self.is_public() and not self.locator:
            message = _("Give the section or the paragraph: a published statement needs one.")
            raise ValidationError({"section": message})
        if self.is_public() and not self.dialogue.is_public():
            message = _("A published statement cannot move to a dialogue that is a draft.")
            raise ValidationError({"dialogue": message})
        if self.participation and self.participation.dialogue_id != self.dialogue_id:
            message = _("This speaker belongs to another dialogue.")
            raise ValidationError({"participation": message})

    def is_public(self):
        return self.status == self.Status.PUBLISHED

    def affected_statements(self):
        return type(self).objects.filter(pk=self.pk)

    @property
    def speaker_name(self):
        """The speaker's name today; the attribution as printed if the speaker is not named."""
        return self.participation.speaker_name if self.participation_id else self.attribution

    @property
    def when(self):
        """The day on which the speaker spoke, written out, or else the dialogue's first day."""
        spoke_on = self.participation.spoke_on if self.participation_id else None
        return date_format(spoke_on, "j F Y") if spoke_on else self.dialogue.when

    @property
    def provenance_description(self):
        """The provenance in a sentence."""
        return self.PROVENANCE_DESCRIPTIONS[self.provenance]

    @property
    def in_few_words(self):
        """The speaker and the first words. Prefetch the speaker."""
        words = Truncator(self.text or self.summary).chars(60)
        return f"{self.speaker_name}: {words}"

    def entered_by_user(self):
        """The user who entered it; None if a program did, or the user was deleted."""
        first = self.history.select_related("history_user").order_by("pk").first()
        return first and first.history_user

    @property
    def needs_translation(self):
        """Whether it has words in another language than English, and no translation."""
        is_english = self.language.partition("-")[0] == "en"
        return bool(self.text and not self.translation and not is_english)

    @property
    def quotations(self):
        """The text as a list of quotations or paragraphs."""
        return quotations_of(self.text)


def quotations_of(text):
    """The quotations or paragraphs of a text, which are separated by blank lines.

    A final comma belongs to the sentence that quotes: “…,” said the delegation.
    """
    return [part.strip().removesuffix(",") for part in text.split("\n\n") if part.strip()]
