"""What a report must do beyond what every page must."""

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
