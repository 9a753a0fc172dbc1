"""What a report must do beyond what every page must."""

import json
import math
import re

import pytest

from sizes import WIDE

SECTIONS = ["verdict", "metrics", "windows", "attention", "training", "energy", "errors", "data", "model", "provenance",
            "files", "methods"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_every_section_is_there_in_its_order(open_page, script):
    page = open_page(viewport=WIDE, java_script_enabled=script)
    found = [section.get_attribute("id") for section in page.locator("main > section").all()]
    assert [section for section in found if section in SECTIONS] == SECTIONS
    assert re.search(r"PASS|WARN|FAIL", page.locator("#verdict h2").inner_text())
    assert page.locator("#metrics table").first.is_visible()


def test_attention_can_be_explored_by_keyboard_and_by_pointer(open_page):
    page = open_page(viewport=WIDE)
    explorer = page.locator(".explorer").first
    assert explorer.is_visible()
    figure = page.locator("#" + explorer.get_attribute("data-figure"))
    output = explorer.locator("output")
    profile = figure.locator(".profile path").first
    on_disk = profile.get_attribute("d")
    query = explorer.locator("[name=query]")
    query.focus()
    page.keyboard.press("ArrowRight")
    assert query.get_attribute("aria-valuetext") in output.inner_text()
    assert profile.get_attribute("d") != on_disk
    said = output.inner_text()
    target = figure.locator(".map").last
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    page.mouse.move(box["x"] + 0.1 * box["width"], box["y"] + 0.9 * box["height"])
    assert output.inner_text() != said
    if explorer.locator("option").count() > 1:
        cells = figure.locator(".map").first
        mean = cells.inner_html()
        explorer.locator("select").select_option("0")
        assert cells.inner_html() != mean and "head 1" in output.inner_text()
        explorer.locator("select").select_option("mean")
        assert cells.inner_html() == mean
    assert page.messages == []


def test_the_number_read_out_is_the_colour_drawn_and_a_pointer_changes_no_profile(open_page):
    page = open_page(viewport=WIDE)
    explorer = page.locator(".explorer").first
    data = json.loads(explorer.locator("script").text_content())
    figure = page.locator("#" + explorer.get_attribute("data-figure"))
    profiles = lambda: [each.get_attribute("d") for each in figure.locator(".profile path").all()]
    drawn = profiles()
    maps = [each for row in data["maps"] for each in row if each]
    step = (data["high"] - data["low"]) / len(data["colors"])
    seen = set()
    for head in ["mean", "0"]:
        explorer.locator("select").select_option(head)
        for index, each in enumerate(maps):
            target = figure.locator(".map").nth(index)
            target.scroll_into_view_if_needed()
            box, cells = target.bounding_box(), each["cells"]
            for row in range(1, cells, max(cells // 5, 1)):
                for column in range(0, cells, max(cells // 5, 1)):
                    x, y = box["x"] + (column + 0.5) / cells * box["width"], box["y"] + (row + 0.5) / cells * box["height"]
                    page.mouse.move(x, y)
                    colour = page.evaluate(
                        "([x, y]) => document.elementsFromPoint(x, y).find((each) => each.closest('.map'))?.getAttribute('stroke')",
                        [x, y])
                    if colour is None:
                        continue  # no weight
                    said = explorer.locator("output").inner_text()
                    times = float(re.findall(r"([\d.]+) times an even spread", said)[index])
                    level = data["colors"].index(colour)
                    low, high = data["low"] + level * step, data["low"] + (level + 1) * step
                    # Two digits are right to 5 %, and a byte of the maps to 3 %.
                    assert level == 0 or math.log2(times) > low - 0.12, (head, index, row, column, colour, times)
                    assert level == len(data["colors"]) - 1 or math.log2(times) < high + 0.12, (head, index, row, column, times)
                    seen.add(colour)
        if head == "mean":
            assert profiles() == drawn
    assert len(seen) > 1
    explorer.locator("select").select_option("mean")
    assert profiles() == drawn
    assert page.messages == []


def test_without_scripts_the_controls_of_attention_are_hidden_and_its_maps_are_there(open_page):
    page = open_page(viewport=WIDE, java_script_enabled=False)
    assert page.locator(".explorer").count() > 0 and not page.locator(".explorer").first.is_visible()
    assert page.locator("#attention .map path").count() > 0
