"""The baseline of every screen: axe at WCAG 2.2 AA, no sideways scrolling, no console errors."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => {
  const result = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  const unsure = result.incomplete.filter(item => item.id === 'color-contrast');
  return [...result.violations, ...unsure].map(item =>
    `${item.id}: ${item.help} at ${item.nodes.map(node => node.target.join(' ')).slice(0, 3)}`);
}"""


def problems_of(page: Page) -> list[str]:
    """Return what axe finds, unsure contrasts included, and whether the page scrolls sideways."""
    # Through the page's own policy: evaluated by the driver, not added as an inline script.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    problems = page.evaluate(RUN, TAGS)
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        problems.append("the page scrolls sideways")
    return [f"{page.url} at {page.viewport_size['width']} px: {problem}" for problem in problems]


def the_accessibility_baseline_is_met(page: Page) -> None:
    assert problems_of(page) == []
