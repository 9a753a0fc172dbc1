"""A served report, and Chromium pages that record what a report must not do."""

import functools
import http.server
import os
import pathlib
import threading

import pytest
from playwright.sync_api import sync_playwright

# What a CI server that distrusts the pages it serves sends with them: no script, no inline style, no data image.
HARDENED = "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'"


def pytest_addoption(parser):
    parser.addoption("--page", action="append", required=True, help="a page to test; repeatable")


def pytest_generate_tests(metafunc):
    if "report" not in metafunc.fixturenames:
        return
    paths = [pathlib.Path(page).resolve() for page in metafunc.config.getoption("--page")]
    for path in paths:
        if not path.is_file():
            pytest.exit(f"{path}: no such file; make it first", returncode=66)
    hostile = [path for path in paths if path.parent.name == "hostile"]
    if metafunc.module.__name__ == "test_hostile":
        paths = hostile
    else:
        # It is made as the others are: only its names are of interest.
        paths = [path for path in paths if path not in hostile]
    if metafunc.module.__name__ == "test_report":
        # Other pages have no verdict.
        paths = [path for path in paths if path.name == "report.html"]
    metafunc.parametrize("report", paths, ids=[f"{path.parent.name}/{path.name}" for path in paths], scope="session")


@pytest.fixture(scope="session")
def browser():
    # Chromium's own sandbox does not start for root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def hardened_address(report):
    """The report over HTTP on this machine, under the header above."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", HARDENED)
            super().end_headers()

        def log_message(self, *_):
            pass

    handler = functools.partial(Handler, directory=str(report.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{report.name}"
    server.shutdown()


@pytest.fixture
def say(capsys):
    """Prints a measure, whether or not the test passes."""

    def say(text):
        with capsys.disabled():
            print(f"\n  {text}")

    return say


@pytest.fixture
def open_page(browser, report):
    """Opens the report in a context of its own; the page has `requests` and `messages`."""
    contexts = []

    def open_page(address=None, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.requests, page.messages = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto(address or report.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
