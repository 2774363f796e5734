"""The barriers that axe finds on a page."""

from axe_playwright_python.base import AXE_SCRIPT

# target-size is a rule of WCAG 2.2, which axe leaves out by default. Passes would take axe as long
# again as violations. `preload` would put imported style sheets into the page, which the site's
# policy forbids.
EVERYTHING = {
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
# Only colours depend on the scheme, and only they and the size of targets on the style sheets.
ONLY_CONTRAST = EVERYTHING | {"runOnly": ["color-contrast"]}
ONLY_LOOKS = EVERYTHING | {"runOnly": ["color-contrast", "target-size"]}
RUN = """async options => (await axe.run(document, options)).violations.map(
    one => [one.id, one.nodes.slice(0, 3).map(node => node.html)])"""


def violations(page, options):
    """[rule, first three places] of each barrier. Puts axe, which is large, on a page once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, options)
