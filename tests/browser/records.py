"""Records for the browser beyond the starter collection: extreme ones, and some to be entered."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import Group, User

from dialogues import publishing
from dialogues.models import DocumentImport, Participant, Passage, Statement, open_edition
from tests.browser.site import PASSWORD
from tests.imports.review.imported import TEXT, import_text
from tests.records import (
    make_dialogue,
    make_draft,
    make_participation,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

LONG = "Made-up and very long name of a state that nobody could print on one line " * 2
UNBROKEN = "Unbreakable" * 12
ARABIC = "هذه كلمات مختلقة للاختبار تكتب من اليمين إلى اليسار"


def make_extremes():
    dialogue = make_dialogue(title="Test dialogue with records that go too far", slug="too-far")
    long = make_state(LONG.strip(), slug="long-name")
    make_statement(
        participation=make_participation(dialogue, long),
        themes=[make_theme(f"Made-up theme {n}") for n in range(40)],
        text=ARABIC,
        language="ar",
        translation="These are made-up words for a test, written from right to left.",
        reference="0000000",
    )
    make_statement(dialogue=dialogue, attribution="Made-up delegations", summary=UNBROKEN)


def make_what_is_to_be_entered():
    """Two dialogues of which nothing is recorded yet, each with the text of its source."""
    for way in ("with", "without"):
        title = f"Test dialogue entered {way} a script"
        dialogue = make_dialogue(title=title, slug=f"entered-{way}", speaker_list="not-entered")
        source = make_source(title=f"Made-up summary, {way} a script")
        source.dialogues.add(dialogue)
        Passage.objects.create(source=source, position=1, text=f"Peru spoke of “{way} delay”.")


def make_what_is_to_be_reviewed():
    """A dialogue with the text of its source, and statements of it in review."""
    dialogue = make_dialogue(title="Test dialogue with a source pane", slug="source-pane")
    source = make_source(title="Made-up summary with paragraphs")
    source.dialogues.add(dialogue)
    words = "Peru spoke of “early action”.", "Peru again.", "Chile: “without any delay at all”."
    for number, text in enumerate(words, 1):
        Passage.objects.create(
            source=source, position=number, section="KEY THEMES", paragraph=str(number), text=text
        )
    speaker = make_participation(dialogue, Participant.objects.get(slug="peru"))
    make_participation(dialogue, Participant.objects.get(slug="chile"))
    drafts = [
        make_draft(participation=speaker, source=source, summary=f"Number {number}.")
        for number in range(4)
    ]
    publishing.submit(drafts, "")


def make_what_is_to_be_decided():
    """Documents that were brought in: one to look at, one to decide about, one to confirm."""
    for name in ("looked-at", "decided"):
        dialogue = make_dialogue(title=f"Test dialogue {name}", slug=name, status="draft")
        text = TEXT.replace("umbrella", f"umbrella, {name}")
        document_import = import_text(text, make_source(title=f"Made-up {name}"), dialogue)
        document_import.file_name = f"{name}.txt"
        document_import.save()
    document_import.pk, document_import.step = None, DocumentImport.Step.READ
    document_import.file_name = "confirmed.txt"
    document_import.save()


def correct_and_withdraw():
    """What readers of old citations meet: another version, and nothing."""
    corrected = Statement.objects.get(reference="0000000")
    with open_edition("Made-up reason of a correction " * 5):
        corrected.translation = "These are words made up for a test, written from the right."
        corrected.themes.remove(corrected.themes.first())
        corrected.save()
    gone = make_statement(dialogue=corrected.dialogue, reference="111111h")
    publishing.withdraw([gone], "Made-up reason of a withdrawal")


def make_curator():
    user = User(username="curator", is_staff=True)
    # The site that checks the password has the hashers of production, the tests have others.
    user.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt", iterations=1)
    user.save()
    user.groups.add(Group.objects.get(name="Editors"))


def make_records():
    with open_edition("Made for a test"):
        make_extremes()
        make_what_is_to_be_entered()
        make_what_is_to_be_reviewed()
        make_what_is_to_be_decided()
    correct_and_withdraw()
    make_curator()
