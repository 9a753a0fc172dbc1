"""What only a report with hostile names has to show: that they are text."""


def test_no_name_runs_or_is_an_element(open_page, report):
    page = open_page()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    page.mouse.wheel(0, 20000)
    page.wait_for_timeout(200)
    assert page.evaluate("typeof hostile") == "undefined"
    assert page.locator("img[src=x], [onerror], [onload], a[href^=javascript]").count() == 0
    assert "<script>hostile=1</script>" in page.inner_text("body")
    assert dialogs == [] and page.messages == []
    assert page.requests == [report.as_uri()]
    # Nothing after a name that turns direction reads backwards.
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page.content())
