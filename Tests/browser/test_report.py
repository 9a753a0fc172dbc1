"""What a report must do in a browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}
SECTIONS = ["verdict", "metrics", "windows", "attention", "training", "energy", "data", "model", "provenance", "files",
            "methods"]


def test_nothing_is_requested_but_the_page(open_page, report):
    page = open_page(viewport=WIDE)
    for y in range(0, page.evaluate("document.documentElement.scrollHeight"), 900):
        page.evaluate("y => window.scrollTo(0, y)", y)
    page.wait_for_timeout(300)
    assert page.requests == [report.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_console_stays_empty(open_page, viewport, scheme):
    page = open_page(viewport=viewport, color_scheme=scheme)
    page.click("#theme")
    page.click("#unfold")
    page.wait_for_timeout(200)
    assert page.messages == []


def test_it_is_of_reasonable_size(open_page, report):
    page = open_page(viewport=WIDE)
    assert page.evaluate("document.querySelectorAll('*').length") <= 5000
    assert report.stat().st_size <= 2 * 1024 * 1024


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_itself_does_not_scroll_sideways(open_page, viewport):
    page = open_page(viewport=viewport)
    page.click("#unfold")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def readable(page):
    """Every section shows its heading, and every figure is drawn."""
    for section in SECTIONS:
        assert page.locator(f"#{section} h2").first.is_visible(), section
    assert re.search(r"PASS|WARN|FAIL", page.locator("#verdict h2").inner_text())
    assert page.locator("#metrics table").first.is_visible()
    for drawing in page.locator("figure svg").all():
        box = drawing.bounding_box()
        assert box and box["width"] > 200 and box["height"] > 50
        assert drawing.locator("path").count() > 0


def test_it_reads_without_scripts(open_page):
    page = open_page(viewport=WIDE, java_script_enabled=False)
    readable(page)
    assert not page.locator(".tools").is_visible()
    page.locator("summary").first.click()
    assert page.locator("details[open] table, details[open] pre").first.is_visible()


def test_it_reads_where_the_server_forbids_scripts_and_styles(open_page, hardened_address):
    page = open_page(address=hardened_address, viewport=WIDE)
    readable(page)
    assert page.requests == [hardened_address]
    # Neither style sheet nor script ran: the colours of figures come from their attributes.
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").find("system-ui") < 0
    assert not page.locator(".tools").is_visible()
    fills = page.locator("figure svg [fill^='#']")
    assert fills.count() > 0 or page.locator("figure svg").count() == 0


def test_the_keyboard_reaches_everything(open_page):
    page = open_page(viewport=WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.locator("#theme").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("element => element.open")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline not in ("none", "")
    for scroller in page.locator(".scroll").all():
        assert scroller.get_attribute("tabindex") == "0" and scroller.get_attribute("aria-label")


def test_targets_are_large_enough_to_hit(open_page):
    page = open_page(viewport=NARROW)
    for target in page.locator("button, summary, .contents a").all():
        box = target.bounding_box()
        assert box["height"] >= 24 and box["width"] >= 24


def test_the_theme_goes_round_and_changes_the_colours(open_page):
    page = open_page(viewport=WIDE, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    paper = "(() => { const e = document.querySelector('.plot .fill-paper'); return e && getComputedStyle(e).fill; })()"
    light, light_paper = page.evaluate(ground), page.evaluate(paper)
    seen = []
    for _ in range(3):
        page.click("#theme")
        seen.append(page.evaluate("document.documentElement.dataset.theme"))
        if seen[-1] == "dark":
            assert page.evaluate(ground) != light
            assert light_paper is None or page.evaluate(paper) != light_paper
        else:
            assert page.evaluate(ground) == light
    assert sorted(seen) == ["auto", "dark", "light"]


def test_the_system_theme_is_followed(open_page):
    grounds = {
        scheme: open_page(viewport=WIDE, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert grounds["light"] != grounds["dark"]


def test_all_details_open_and_close(open_page):
    page = open_page(viewport=WIDE)
    count = page.locator("details").count()
    page.click("#unfold")
    assert page.locator("details[open]").count() == count
    page.click("#unfold")
    assert page.locator("details[open]").count() == 0


def test_the_contents_mark_the_section_being_read(open_page):
    page = open_page(viewport=WIDE)
    page.locator("#energy").evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    # Not `wait_for_function`, which would be evaluated inside the page: its security policy forbids that.
    page.locator(".contents a[href='#energy'][aria-current]").wait_for(state="attached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(open_page, viewport, scheme):
    # The page's policy keeps axe out as it keeps out any other script; only this test lifts it.
    page = open_page(viewport=viewport, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.click("#unfold")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_print_holds_every_table(open_page, tmp_path):
    page = open_page(viewport=WIDE, color_scheme="dark")
    page.emulate_media(media="print")
    for table in page.locator("details:not([open]) table").all():
        box = table.bounding_box()
        assert box and box["height"] > 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    document = page.pdf(format="A4")
    assert document.startswith(b"%PDF-") and len(document) > 20_000
