"""Strains a page as some readers do: text twice as large, text spread out, forced colours, no motion."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from ops.quality.looks import STICKING_OUT, broken_rules
from ops.quality.opening import visit, window

TWICE = 32
"""Pixels: the text size that the reader chose in the browser, 16 at first. Widths in rem follow it."""
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""The values of WCAG 2.2, 1.4.12."""
CUT = """() => [...document.body.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (box.width < 4 || box.height < 4 || !one.textContent.trim()) return false;
    if (one.closest("svg, [aria-hidden=true]")) return false;
    const across = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const down = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    return one.clientWidth && (across || down);
}).map(one => `${one.tagName.toLowerCase()}.${one.className}`)"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].map(part => {
    const style = getComputedStyle(one, part || null);
    const lasts = `${style.transitionDuration},${style.animationName === "none" ? "0s" : style.animationDuration}`;
    const moves = lasts.split(",").some(time => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
    return moves ? `${one.tagName.toLowerCase()}.${one.className}${part}` : "";
})).filter(Boolean)"""
WITHOUT_EDGE = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a.btn")]
    .filter(one => one.checkVisibility() && one.offsetWidth > 4 && !["radio", "checkbox", "range"].includes(one.type))
    .filter(one => { const style = getComputedStyle(one);
        const edges = ["Top", "Right", "Bottom", "Left"].map(side => parseFloat(style[`border${side}Width`]));
        const underlined = style.textDecorationLine.includes("underline");
        return !edges.some(Boolean) && !underlined && style.outlineStyle === "none"; })
    .map(one => `${one.tagName.toLowerCase()}.${one.className}`)"""

HIDDEN_BY_ITS_PLATE = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "Canvas";
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    return [...document.body.querySelectorAll("*")].filter(one => {
        const style = getComputedStyle(one);
        const written = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        return written && one.checkVisibility() && style.color === canvas && style.forcedColorAdjust !== "none";
    }).map(one => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 30)}`);
}"""
"""Browsers draw a plate of the colour Canvas behind every text: one that asks for that colour itself is not seen."""


def stress(browser: Browser, base: str, path: str, html: str, states: bool, faults: list[str]) -> int:
    """Every strain, each added to what is wrong. How many views were looked at."""
    strains: tuple[Callable[[Page, list[str]], int], ...] = (forced_colours, reduced_motion, large_text, spread_text)
    with window(browser) as page:
        visit(page, base, path, html, [])
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        return sum(strain(page, faults) for strain in strains)


def forced_colours(page: Page, faults: list[str]) -> int:
    """The two colours of the reader only: controls keep an edge, axe-core finds nothing."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(forced_colors="active", color_scheme="dark")
        faults += [f"{line} [forced colours {width} px]" for line in broken_rules(page)]
        faults += sorted({f"not seen in forced colours: {one}" for one in page.evaluate(HIDDEN_BY_ITS_PLATE)})
        faults += sorted({f"no edge in forced colours: {one}" for one in page.evaluate(WITHOUT_EDGE)})
    page.emulate_media(forced_colors="none", color_scheme="light")
    return 2


def reduced_motion(page: Page, faults: list[str]) -> int:
    """Nothing moves for who asked that nothing moves."""
    page.emulate_media(reduced_motion="reduce")
    faults += [f"moves though motion is reduced: {one}" for one in sorted(set(page.evaluate(MOVING)))[:3]]
    return 1


def large_text(page: Page, faults: list[str]) -> int:
    """Text of 200 %: nothing sticks out, nothing more is cut."""
    page.set_viewport_size({"width": 1280, "height": 900})
    before = set(page.evaluate(CUT))
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": TWICE, "fixed": TWICE}})
    for width in (1280, 640):
        page.set_viewport_size({"width": width, "height": 900})
        strained(page, f"text 200 %, {width} px", before, faults)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    return 2


def spread_text(page: Page, faults: list[str]) -> int:
    """The spacing of WCAG 1.4.12 on the narrowest phone."""
    page.set_viewport_size({"width": 320, "height": 900})
    before = set(page.evaluate(CUT))
    page.evaluate(SPACING)
    strained(page, "text spread out, 320 px", before, faults)
    return 1


def strained(page: Page, where: str, before: set[str], faults: list[str]) -> None:
    """Add what sticks out and what is cut that was not."""
    if out := page.evaluate(STICKING_OUT):
        faults.append(f"wider than the window, {out} [{where}]")
    faults += [f"text cut: {one} [{where}]" for one in sorted(set(page.evaluate(CUT)) - before)[:3]]
