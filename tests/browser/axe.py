"""What axe finds on a page."""

from axe_playwright_python.base import AXE_SCRIPT

# The size of targets is of WCAG 2.2, and axe asks for it only when told to. Naming all that is
# well on a page would take axe as long again. Sheets that a sheet imports it would put into the
# page, which the site's policy forbids.
OPTIONS = {
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
RUN = """async options => (await axe.run(document, options)).violations.map(
    one => [one.id, one.nodes.slice(0, 3).map(node => node.html)])"""


# Colours are another thing in another light, and the same at any width: a third of axe's time.
CONTRAST = "color-contrast"
ONLY_CONTRAST = OPTIONS | {"runOnly": [CONTRAST]}
NO_CONTRAST = OPTIONS | {"rules": OPTIONS["rules"] | {CONTRAST: {"enabled": False}}}


def violations(page, options=OPTIONS):
    """[rule, first three places] of each barrier. Axe is put on a page once: it is large."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, options)
