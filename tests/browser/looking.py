"""How a page is to look at: what axe-core finds on it, and whether it is wider than its window."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

NARROW: ViewportSize = {"width": 360, "height": 800}
WIDE: ViewportSize = {"width": 1440, "height": 900}
CHECK = """async () => {
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-looks-its-own-way]" }] });
  const found = await axe.run(document, { resultTypes: ["violations"], preload: false });
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}"""
MARK_EACH_LOOK = """() => {
  const asked = ["color", "background-color", "background-image", "opacity", "font-size", "font-weight", "position",
    "text-shadow", "filter", "mix-blend-mode", "z-index", "display", "visibility", "clip-path"];
  const says = (one) => (one.value ?? "") !== "" || (one.placeholder ?? "") !== "" ||
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const looks = new Map(), seen = new Set();
  const look = (one) => {
    if (!one) return "";
    if (!looks.has(one)) {
      const style = getComputedStyle(one);
      const shown = asked.map((name) => style.getPropertyValue(name)).join(";");
      const state = [one.getAttribute("class"), one.ariaHidden, one.ariaDisabled, one.matches(":disabled")].join();
      looks.set(one, `${look(one.parentElement)}>${one.localName}(${state}){${shown}}`);
    }
    return looks.get(one);
  };
  for (const one of document.body.querySelectorAll("*")) {
    one.toggleAttribute("data-looks-its-own-way", says(one) && !seen.has(look(one)));
    if (says(one)) seen.add(look(one));
  }
}"""
"""Marks the first of all that say something with the same classes, colours and sizes, in surroundings with the same."""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = (one) => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  const reaches = (one) => one.getBoundingClientRect().right > room + 1 && !scrolls(one.parentElement);
  const over = [...document.body.querySelectorAll("*")].filter(reaches);
  return over.map((one) => one.outerHTML.slice(0, 120)).slice(-3).concat("the page itself");
}"""
OPEN = "all => all.forEach(one => { one.open = true })"


@cache
def axe() -> str:
    """The source of axe-core."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def open_details(page: Page) -> None:
    """Open everything on the page that can be opened."""
    page.eval_on_selector_all("details", OPEN)


def resize(page: Page, size: ViewportSize) -> None:
    """Give the window another size, and let the page answer to it before anything else is done."""
    page.set_viewport_size(size)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def what_axe_finds(page: Page) -> list[str]:
    """What axe-core finds on a page with everything open, wide and light, then narrow and dark.

    Contrast, which takes axe-core longest, is asked of one of all that look alike.
    """
    page.evaluate(axe())
    found = []
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        resize(page, size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        open_details(page)
        page.evaluate(MARK_EACH_LOOK)
        found += [f"{page.url} at {size['width']}, {scheme}: {one}" for one in page.evaluate(CHECK)]
    return found


def what_is_too_wide(page: Page) -> list[str]:
    """What reaches beyond the right edge of a narrow window, with everything open; empty where the page fits."""
    resize(page, NARROW)
    open_details(page)
    return [f"{page.url}: {one}" for one in page.evaluate(TOO_WIDE)]
