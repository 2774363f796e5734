"""A site that can send mail."""

import pytest

ADDRESS = "https://r2p.example"


@pytest.fixture
def site(settings):
    """The address of a site that sends mail."""
    settings.SITE_ADDRESS = ADDRESS
    return ADDRESS


@pytest.fixture
def dead_server(site, settings):
    """A mail server that does not answer."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


@pytest.fixture
def console(site, settings):
    """A site that prints its mail."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"


@pytest.fixture
def people(curator, editor, contributor):
    """A curator, an editor and a contributor with mail addresses."""
    for user, name in ((curator, "curator"), (editor, "editor"), (contributor, "contributor")):
        user.email = f"{name}@r2p.example"
        user.save()
    return curator, editor, contributor
