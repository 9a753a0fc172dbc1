"""Every scalar before and behind each sign that means something in a page: it has no element that it would not have."""

import html.parser
import json
import sys

SIGNS = "<>&\"'/!-"
# Which take a sign into their character, or are none on a page.
MARKS = "\u0300\u0301\u0338\u0600\u200c\u200d\ufe0f\ufeff\u20e3\u0000\u000c\u001b\u0085\u2028\u202e\u1100\u11a8"
# Texts of more would make a page from which parts are left out.
BATCH = 500


class Elements(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.names = []
        self.feed(text)

    def handle_starttag(self, name, attributes):
        self.names.append((name, tuple(sorted(attribute for attribute, _ in attributes))))


def attack(bench):
    run = bench.make_run()
    results = json.loads((run / "results.json").read_text())
    allowed = (value for value in range(sys.maxunicode + 1) if not 0xD800 <= value < 0xE000)
    scalars = [*MARKS, *(chr(value) for value in bench.sample(allowed, BATCH - len(MARKS)))]
    plain = None
    for start in range(0, len(scalars), BATCH):
        part = scalars[start:start + BATCH]
        texts = ["".join(f"{s}{sign}b x=1>{s}</script>{s}{sign}" for s in part) for sign in SIGNS]
        for attacked in [False, True]:
            changed = json.loads(json.dumps(results))
            changed["notices"] = [
                {"kind": "data", "appliance": None, "text": text if attacked else "nothing"} for text in texts]
            changed["run"]["data"]["source"] = "import:" + (texts[0][:2000] if attacked else "nothing")
            (run / "results.json").write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
            bench.seal(run)
            status, _, errors = bench.attack(f"render at {start}", "render", "output/a", endings={0}, seconds=600)
            page = (run / "report.html").read_text(encoding="utf-8")
            names = Elements(page).names
            if not attacked:
                plain = names
            else:
                bench.expect(f"elements at {start}", names == plain, errors)
                bench.count += len(part) * len(SIGNS) - 1
                status, _, errors = bench.attack(f"verify at {start}", "verify", "output/a", seconds=600)
                bench.expect(f"verify at {start}", "report.html" not in errors, errors)
