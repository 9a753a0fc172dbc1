"""Numbers of a run's files at the edges of their types: every command that reads them ends with a message."""

import json
import re

EDGES = [
    "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615",
    "1e308", "-1e308", "1e-320", "0.5", "null", "true", '"x"', "[]", "4102444800", "-62135596801", "253402300800",
]
COMMANDS = [["render", "output/b"], ["check", "output/b", "--gate", "mae_w<5000"], ["verify", "output/b"],
            ["compare", "output/a", "output/b", "--output", "c.html"], ["check", "output/a", "--baseline", "output/b"]]


def paths(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        # The first and the last stand for all.
        for index in sorted({0, len(value) - 1} if value else set()):
            yield from paths(value[index], (*path, index))
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path


def changed(text, path, edge):
    value = json.loads(text)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = "@"
    return json.dumps(value).replace('"@"', edge)


def attack(bench):
    bench.make_trained("a")
    for file in ["results.json", "manifest.json", "data/baselines.json", "data/learnt-rows.json"]:
        original = (bench.folder / "output/a" / file).read_text()
        cases = [(path, edge) for path in paths(json.loads(original)) for edge in EDGES]
        for path, edge in bench.sample(cases, 6):
            run = bench.copy(bench.folder / "output/a", "b")
            (run / file).write_text(changed(original, path, edge))
            if file != "manifest.json":
                bench.seal(run)
            for command in bench.sample(COMMANDS, 1):
                bench.attack(f"{file} {path} {edge}: {command[0]}", *command)
    lines = (bench.folder / "output/a/data/predictions.csv").read_text().splitlines()
    cells = [(row, column) for row in (0, 1, 2, len(lines) - 1) for column in range(len(lines[0].split(",")))]
    for (row, column), edge in bench.sample([(cell, edge) for cell in cells for edge in EDGES], 6):
        run = bench.copy(bench.folder / "output/a", "b")
        row_cells = lines[row].split(",")
        row_cells[column] = edge
        (run / "data/predictions.csv").write_text(
            "\n".join([*lines[:row], ",".join(row_cells), *lines[row + 1:]]) + "\n")
        bench.seal(run)
        bench.attack(f"predictions.csv {row} {column} {edge}", *bench.random.choice(COMMANDS[:3]))
    # Every setting with a number, as --help names them.
    _, text, _ = bench.run("build", "--help")
    options = sorted(set(re.findall(r"^  (?:-\w, )?(--[a-z-]+) <", text, re.MULTILINE)))
    safe = [option for option in options if option not in {"--output", "--config", "--templates"}]
    for option, edge in bench.sample([(o, e) for o in safe for e in EDGES if e[0] in "-0123456789"], 15):
        bench.attack(
            f"{option} {edge}", "build", "--preset", "quick", "--dry-run", f"{option}={edge}", seconds=30)
