"""Looks at a page at three widths, light and dark, as it opens and with all that opens on it: axe-core, overflow."""

from typing import Any

from playwright.sync_api import Browser, Page

from ops.environment import ROOT
from ops.quality.opening import visit, window
from ops.quality.weight import touch_chart

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390, 320)
SCHEMES = ("light", "dark")
STICKING_OUT = """() => {
    const most = window.innerWidth, root = document.documentElement;
    if (root.scrollWidth <= most) return "";
    const scrolls = one => { for (let up = one.parentElement; up && up !== root; up = up.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
    const out = [...document.body.querySelectorAll("*")]
        .filter(one => one.getBoundingClientRect().right > most + 1 && !scrolls(one));
    const named = one => one.tagName.toLowerCase() + (one.className?.baseVal ?? one.className ? "." : "")
        + String(one.className?.baseVal ?? one.className).trim().replace(/\\s+/g, ".");
    return `${root.scrollWidth} px wide: ${out.slice(-2).map(named).join(", ")}`;
}"""
OPENERS = "button[popovertarget]:not([popovertargetaction='hide'])"


def look(browser: Browser, base: str, path: str, html: str, states: bool, faults: list[str]) -> int:
    """Every width and colour scheme, as the page opens, then in each of its states. How many views were looked at."""
    views = 0
    with window(browser, reduced_motion="reduce") as page:
        visit(page, base, path, html, [])
        opened = ("", opened_details, woken_chart) if states else ("",)
        for state in opened:
            if callable(state) and not state(page, faults):
                continue
            views += at_every_width(page, state.__name__.replace("_", " ") if callable(state) else "", faults)
        if states:
            views += popovers(page, faults)
    return views


def at_every_width(page: Page, state: str, faults: list[str]) -> int:
    """axe-core and overflow of the page as it is now; how many views."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            resize(page, width, scheme)
            check(page, f"{state} {width} px {scheme}".strip(), faults)
    return len(SCHEMES) * len(WIDTHS)


def resize(page: Page, width: int, scheme: Any) -> None:
    """Give the window this width and the page this colour scheme."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def check(page: Page, where: str, faults: list[str]) -> None:
    """Add what axe-core finds and what sticks out sideways."""
    if out := page.evaluate(STICKING_OUT):
        faults.append(f"wider than the window, {out} [{where}]")
    faults += [f"{line} [{where}]" for line in broken_rules(page)]


def opened_details(page: Page, faults: list[str]) -> bool:
    """Open everything that folds. Was there anything?"""
    return bool(page.evaluate("[...document.querySelectorAll('details')].map(one => one.open = true).length"))


def woken_chart(page: Page, faults: list[str]) -> bool:
    """Let Chart.js draw the first chart. Was there one?"""
    resize(page, WIDTHS[0], SCHEMES[0])
    return touch_chart(page, faults)


def popovers(page: Page, faults: list[str]) -> int:
    """The menu and the filters of a phone, opened by their button, closed by Escape, the focus back on the button."""
    views = 0
    for width in WIDTHS[1:]:
        for scheme in SCHEMES:
            resize(page, width, scheme)
            for opener in page.locator(OPENERS).all():
                if opener.is_visible():
                    views += 1
                    one_popover(page, opener, f"{width} px {scheme}", faults)
    return views


def one_popover(page: Page, opener: Any, where: str, faults: list[str]) -> None:
    """Open it, look, close it by the keyboard."""
    name = opener.get_attribute("popovertarget")
    opener.focus()
    page.keyboard.press("Enter")
    sheet = page.locator(f"#{name}")
    if not sheet.is_visible():
        faults.append(f"#{name} does not open by the keyboard [{where}]")
        return
    check(page, f"#{name} open, {where}", faults)
    page.keyboard.press("Escape")
    if sheet.is_visible():
        faults.append(f"Escape does not close #{name} [{where}]")
    if page.evaluate("document.activeElement.getAttribute('popovertarget')") != name:
        faults.append(f"the focus does not come back from #{name} [{where}]")


def broken_rules(page: Page) -> list[str]:
    """One line for each rule of axe-core that the page breaks as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {', '.join(str(node['target'][0]) for node in rule['nodes'][:3])}" for rule in found]
