"""Templates from strangers: refused before anything is drawn, in bounded time and without a crash."""

import os
import shutil

MARKUP = [
    '<meta http-equiv="&#114;efresh" content="0;url=https://example.org">', "<a/href=https://example.org>x</a>",
    "<svg/onload=x()></svg>", "<svg><a href='#a'><text>x</text></a></svg>", "<form></form>", "<base href='#'>",
    "<a href='java&#115;cript:x()'>x</a>", "<a href='\t//example.org'>x</a>", "<a href='../../etc/passwd'>x</a>",
    "<img src=x>", "<iframe srcdoc='x'></iframe>", "<object data=x></object>", "<link rel=prefetch href=x>",
    "<p style=x>a</p>", "<script>x()</script>", "<style>@import 'x'</style>", "<select><img src=x></select>",
    "<svg><foreignObject><img src=x></foreignObject></svg>", "<svg><set attributeName=href to=x></svg>",
    "<p onclick=x()>a</p>", "<template><img src=x></template>", "<math><mi href=x>a</mi></math>",
    "<a href='{{title}}://example.org'>x</a>", "{{{title}}}", "<p {{title}}=x>a</p>", "<script>{{title}}</script>",
    "{{#contents}}{{^contents}}<form></form>{{/contents}}{{/contents}}", "<noscript><img src=x></noscript>",
]
STYLES = ["p { background: u\\72l(x) }", "@\\69mport 'x';", "</style>", "p { background: url(//example.org) }"]
SCRIPTS = [
    "location = 'x'", "window['loc' + 'ation'] = 'x'", "document.loc\\u0061tion = 'x'", "fetch('x')", "open('x')",
    "a.click()", "document.write(x)", "</script>", "a.href = 'x'",
]
BOMBS = {
    "sections": "{{#title}}" * 100_000 + "x" + "{{/title}}" * 100_000,
    "elements": "<div>" * 100_000, "formats": "".join(f"<b id={i}>" for i in range(400)) + "<p>" * 100_000,
    "lists": "{{#contents}}" * 30 + "x" + "{{/contents}}" * 30, "size": "x" * (4 << 20), "tags": "{{title}}" * 100_000,
    "unclosed": "{{" * 100_000, "comments": "<!--" * 100_000,
}


def attack(bench):
    folder = bench.folder / "mine"

    def check(name, files, endings=(65,)):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file, text in files.items():
            (folder / file).write_text(text)
        return bench.attack(name, "templates", "check", folder, endings=set(endings), seconds=60)

    for text in bench.sample(MARKUP, 12):
        check(text, {"contents.mustache": text})
    for text in bench.sample(STYLES, 2):
        check(text, {"style.css": text})
    for text in bench.sample(SCRIPTS, 3):
        check(text, {"report.js": text})
    for name, text in bench.sample(BOMBS.items(), 3):
        check(name, {"contents.mustache": text}, (0, 65))
    check("partials", {"contents.mustache": "{{> p0}}", "p20.mustache": "x"} | {
        f"p{i}.mustache": f"{{{{> p{i + 1}}}}}" * 3 for i in range(20)})
    check("a chain", {"contents.mustache": "{{> p0}}", "p150.mustache": "x"} | {
        f"p{i}.mustache": f"{{{{> p{i + 1}}}}}" for i in range(150)})
    check("many", {f"p{i}.mustache": "x" for i in range(1000)})
    shutil.rmtree(folder)
    folder.mkdir()
    os.symlink("/etc/passwd", folder / "contents.mustache")
    _, output, _ = bench.attack("a link", "templates", "check", folder, endings={65})
    bench.expect("a link is not read", "root:" not in output, output)
    (folder / "contents.mustache").unlink()
    os.mkfifo(folder / "contents.mustache")
    bench.attack("a pipe", "templates", "check", folder, endings={65}, seconds=20)
