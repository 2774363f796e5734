"""The screens of the admin, by name, and how a browser signs in to it."""

from tests.browser.site import PASSWORD

# What is of one kind has the same templates: the forms and lists below are those that differ.
SCREENS = {
    "desk": "/admin/",
    "search": "/admin/search/?q=liechtenstein",
    "activity": "/admin/activity/",
    "review": "/admin/dialogues/statement/review/?at=w5qsg9b",
    "review-empty": "/admin/dialogues/statement/review/",
    "statement-list": "/admin/dialogues/statement/",
    "statement-add": "/admin/dialogues/statement/add/",
    "statement-form": "/admin/dialogues/statement/?q=0000000",
    "statement-history": "/admin/dialogues/statement/?q=0000000",
    "dialogue-list": "/admin/dialogues/dialogue/",
    "dialogue-add": "/admin/dialogues/dialogue/add/",
    "dialogue-form": "/admin/dialogues/dialogue/?q=entered-with",
    "workbench": "/admin/",
    "officials": "/admin/",
    "figures": "/admin/",
    "notices": "/admin/notices/",
    "enter": "/admin/dialogues/dialogue/?q=entered-with",
    "paste": "/admin/dialogues/dialogue/?q=entered-with",
    "source-add": "/admin/dialogues/sourcedocument/add/",
    "state-add": "/admin/dialogues/state/add/",
    "theme-add": "/admin/dialogues/theme/add/",
    "figure-add": "/admin/dialogues/reportedfigure/add/",
    "vote-add": "/admin/dialogues/vote/add/",
    "user-list": "/admin/auth/user/",
    "finding-list": "/admin/dialogues/finding/",
    "sheets": "/admin/dialogues/pendingimport/",
    "proposals": "/admin/dialogues/documentimport/?q=looked-at",
    "set-up": "/admin/dialogues/documentimport/?q=confirmed",
    "upload": "/admin/dialogues/pendingimport/names/",
    "second-factor": "/admin/second-factor/",
}
# The page behind a list: the first record, and then perhaps a link on its form.
FOLLOWED = {
    "proposals": (),
    "set-up": (),
    "statement-form": (),
    "statement-history": ("History",),
    "dialogue-form": (),
    "workbench": (),
    "officials": ("Enter officials",),
    "figures": ("Enter figures",),
    "enter": ("Enter statements",),
    "paste": ("Paste a list of speakers",),
}


def sign_in(page):
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("curator")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def open_screen(page, name):
    page.goto(SCREENS[name])
    if name in FOLLOWED:
        follow(page, page.locator(":is(#result_list, .dialogue-progress) tbody th a").first)
        for link in FOLLOWED[name]:
            content = page.locator("#content")
            follow(page, content.get_by_role("link", name=link, exact=True).first)


def follow(page, link):
    """Click a link and wait for the page it leads to: to measure another would fail."""
    with page.expect_navigation():
        link.click()
