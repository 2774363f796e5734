"""The form for readers' reports of errors. It needs no account and no third-party service."""

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.models import ErrorReport

MAX_PER_DAY = 5  # reports of one visitor
MIN_AGE = 3  # seconds that a form is open: nobody writes a report faster
MAX_AGE = 24 * 60 * 60  # seconds: a day later the record may have changed
SALT = "error report"


def _text_field(label, rows, help_text="", required=False):
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ReportForm(forms.ModelForm):
    """What is wrong, the right value and evidence; and two fields that only bots get wrong."""

    wrong = _text_field(gettext_lazy("What is wrong"), 4, required=True)
    right = _text_field(gettext_lazy("What would be right"), 2, gettext_lazy("If you know it."))
    evidence = _text_field(
        gettext_lazy("Where it can be seen"), 2, gettext_lazy("A document and page, or a link.")
    )

    # Hidden from people; bots fill in every field.
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ErrorReport
        fields = ["wrong", "right", "evidence"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["opened"] = signing.TimestampSigner(salt=SALT).sign("opened")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("website"):
            raise forms.ValidationError(_("Leave the last field empty, and send it again."))
        if problem := _age_problem(cleaned.get("opened", "")):
            self.data = self.data.copy()
            self.data["opened"] = self.initial["opened"]
            raise forms.ValidationError(problem)
        return cleaned


def _age_problem(stamp):
    """Why a form was sent too soon or too late, as a sentence; "" if it was not."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(stamp, max_age=MAX_AGE)
    except signing.BadSignature:
        return _("This form was opened too long ago. Check the record again, then send it.")
    try:
        signer.unsign(stamp, max_age=MIN_AGE)
    except signing.SignatureExpired:
        return ""
    return _("That was quick. Wait three seconds and send it again.")


def has_reached_limit(visitor):
    """Whether a visitor has sent MAX_PER_DAY reports today."""
    return ErrorReport.objects.filter(visitor=visitor).count() >= MAX_PER_DAY
