"""Taking readers' reports of errors without an account, and without a third party that looks on."""

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.models import ErrorReport

MOST_A_DAY = 5
# Nobody writes a report in less; a day later the record may say something else.
QUICKEST = 3  # seconds
SLOWEST = 24 * 60 * 60
SALT = "error report"


def _few_words(label, rows, help_text="", required=False):
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ReportForm(forms.ModelForm):
    """What is wrong, the right value, evidence; and two fields that only programs get wrong."""

    wrong = _few_words(gettext_lazy("What is wrong"), 4, required=True)
    right = _few_words(gettext_lazy("What would be right"), 2, gettext_lazy("If you know it."))
    evidence = _few_words(
        gettext_lazy("Where it can be seen"), 2, gettext_lazy("A document and page, or a link.")
    )

    # Filled in by programs that fill in everything; hidden from people.
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
        if problem := _problem_of_time(cleaned.get("opened", "")):
            self.data = self.data.copy()
            self.data["opened"] = self.initial["opened"]
            raise forms.ValidationError(problem)
        return cleaned


def _problem_of_time(stamp):
    """Why a form was sent too soon or too late; empty when it was not."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(stamp, max_age=SLOWEST)
    except signing.BadSignature:
        return _("This form was opened too long ago. Look at the record again, then send it.")
    try:
        signer.unsign(stamp, max_age=QUICKEST)
    except signing.SignatureExpired:
        return ""
    return _("That was quick. Wait three seconds and send it again.")


def is_too_many(visitor):
    """Whether somebody has sent as many reports today as one may."""
    return ErrorReport.objects.filter(visitor=visitor).count() >= MOST_A_DAY
