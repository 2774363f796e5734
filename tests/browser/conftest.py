"""A browser, and the site it walks through."""

from contextlib import contextmanager

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


@contextmanager
def watched(page, base_url):
    """The page; fails at the end if it logged an error or requested anything from another host."""
    complaints, elsewhere = [], []

    def on_console(message):
        if message.type in ("error", "warning") and not is_status_of(message, page):
            complaints.append(f"{message.text} ({message.location['url']})")

    def on_error(error):
        complaints.append(str(error))

    def on_request(request):
        if not request.url.startswith((base_url, "data:", "about:")):
            elsewhere.append(request.url)

    listeners = {"console": on_console, "pageerror": on_error, "request": on_request}
    for event, listener in listeners.items():
        page.on(event, listener)
    yield page
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert complaints == []
    assert elsewhere == []


@pytest.fixture
def page(page, base_url):
    with watched(page, base_url) as page:
        yield page


@pytest.fixture(scope="module")
def shared_page(browser, base_url):
    context = browser.new_context(base_url=base_url)
    yield context.new_page()
    context.close()


@pytest.fixture
def module_page(shared_page, base_url):
    """A page that all tests of a module share, which saves opening a browser window for each."""
    with watched(shared_page, base_url) as page:
        yield page
