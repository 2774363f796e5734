"""A browser, and the site it walks through."""

import pytest

from tests.browser.site import running_site
from tests.chromium import find


@pytest.fixture(scope="session")
def browser_type_launch_args():
    # Chromium's own sandbox does not work for root; the site is ours.
    return {
        "executable_path": find(),
        "args": ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    }


@pytest.fixture(scope="session")
def base_url(tmp_path_factory, databases, django_db_blocker):
    with django_db_blocker.unblock():
        database = databases.create("site", "site")
    url = databases.url(database)
    with running_site(tmp_path_factory.mktemp("site"), url) as address:
        yield address


def is_status_of(message, page):
    """Whether it only says that the page itself, which a test opened on purpose, is missing."""
    says_status = message.text.startswith("Failed to load resource: the server responded with")
    return says_status and message.location["url"] == page.url


@pytest.fixture
def page(page, base_url):
    """A page on which nothing may be complained of, and which asks no other host."""
    complaints, elsewhere = [], []

    def hear(message):
        if message.type in ("error", "warning") and not is_status_of(message, page):
            complaints.append(f"{message.text} ({message.location['url']})")

    def note(request):
        if not request.url.startswith((base_url, "data:", "about:")):
            elsewhere.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", note)
    yield page
    assert complaints == []
    assert elsewhere == []
