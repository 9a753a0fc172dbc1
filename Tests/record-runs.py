"""Records what a program makes of a set of small runs, and compares two records: to see that a change of the code is none
of what it does.

    record-runs.py PROGRAM FOLDER       makes all runs, pages and texts
    record-runs.py --compare OLD NEW    names the files that differ, with the first line that does; status 1 if any does

Runs have the time of SOURCE_DATE_EPOCH, so that the same program makes the same bytes on the same machine. What names the
program's commit or was measured is left out of a comparison, and pictures are compared by their points.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import zlib

SMALL = ["--width", "8", "--heads", "2", "--depth", "1", "--epochs", "2", "--window", "64", "--epoch-windows", "64"]
QUICK = ["--preset", "quick", "--epochs", "2", "--quiet"]
HOUSES = ["--preset", "real", "--data", "ukdale:houses", "--appliance", "pulse", "--quiet", *SMALL]


def record(program, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NILM_REPORT_")}
    environment |= {"SOURCE_DATE_EPOCH": "1426000960", "NO_COLOR": "1", "COLUMNS": "100"}

    def run(name, *arguments):
        """Keeps what the command says and how it ends beside what it makes."""
        done = subprocess.run(
            [program, *arguments], cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=900)
        text = f"$ nilm-report {' '.join(arguments)}\n".encode() + done.stdout + b"\n--- errors\n" + done.stderr
        (folder / f"{name}.txt").write_bytes(text + f"\n--- status {done.returncode}\n".encode())

    run("synthesize", "synthesize", "ukdale:houses", "--windows", "60", "--window", "256", "--period", "6")
    run("synthesize-csv", "synthesize", "csv:meter.csv", "--windows", "20", "--window", "256")
    run("quick", "build", *QUICK, "--run-id", "quick", "--pdf", "--gate", "mae_w<1", "--gate", "f1>=0")
    run("quick-es", "build", *QUICK, "--run-id", "quick-es", "--language", "es", "--theme", "dark")
    run("demo", "build", "--preset", "demo", "--quiet", *SMALL, "--synthetic-windows", "32,8,8", "--run-id", "demo")
    run("seed", "build", "--preset", "seed", "--quiet", "--synthetic-windows", "16,4,4", "--depth", "1", "--epochs", "1",
        "--run-id", "seed")
    for model in ["nilm", "conv", "fine", "coarse"]:
        run(f"real-{model}", "build", *HOUSES, "--model", model, "--run-id", f"real-{model}", "--stride", "32")
    run("real-settings", "build", *HOUSES, "--run-id", "real-settings", "--calendar", "day,week", "--metric-profile",
        "bert4nilm", "--loss", "mixed", "--schedule", "cosine", "--normalisation", "kilowatt", "--band", "16", "--mixing",
        "0.5", "--amplitude", "0.2", "--seed", "3")
    run("share", "build", *HOUSES, "--run-id", "share", "--share", "--language", "es")
    run("dry-run", "build", *HOUSES, "--dry-run")
    run("baseline", "build", *QUICK, "--run-id", "baseline", "--learning-rate", "0.002", "--baseline", "output/quick")
    run("evaluate", "evaluate", "output/real-nilm", "--run-id", "evaluated", "--quiet")
    run("predict", "predict", "--model", "output/real-nilm", "--data", "ukdale:houses", "--test-houses", "1", "--output",
        "predicted.csv", "--house-levels", "found", "--quiet")
    run("predict-meter", "predict", "--model", "output/real-conv", "--input", "meter.csv", "--csv-aggregate", "2",
        "--output", "-", "--quiet")
    with open(folder / "imported.csv", "w") as file:
        print("time,aggregate,kettle_truth,kettle_prediction,fridge_truth,fridge_prediction", file=file)
        for row in range(3000):
            kettle, fridge = 2000 * (row % 100 < 6), 90 * (row % 60 < 30)
            print(f"{1424736000 + 60 * row},{kettle + fridge + 150 + row % 13},{kettle},{kettle * 0.9 + row % 7},{fridge},"
                  f"{80 * (row % 60 < 33)}", file=file)
    run("import", "import", "imported.csv", "--run-id", "imported", "--window", "240", "--quiet")
    run("render-es", "render", "output/imported", "--language", "es")
    run("compare", "compare", "output/quick", "output/baseline", "output/real-nilm", "--output", "compare.html")
    run("compare-es", "compare", "output/real-nilm", "output/real-conv", "--output", "compare-es.html", "--language", "es")
    run("check", "check", "output/quick", "--gate", "mae_w<1000", "--gate", "f1>=0.99", "--output", "ci")
    run("check-baseline", "check", "output/baseline", "--baseline", "output/quick")
    for language in ["en", "es"]:
        run(f"inspect-{language}", "inspect", "--data", "ukdale:houses", "--html", f"inspect-{language}.html", "--json",
            f"inspect-{language}.json", "--language", language)
    run("inspect-csv", "inspect", "--data", "csv:meter.csv")
    (folder / "experiment.yaml").write_text(
        "settings: {preset: quick, epochs: 1}\nmodels: {nilm: {model: nilm}, conv: {model: conv}}\nseeds: [0, 1]\n")
    run("experiment", "experiment", "experiment.yaml", "--output", "experiment", "--quiet")
    for name in ["quick", "real-nilm", "imported", "share"]:
        run(f"verify-{name}", "verify", f"output/{name}")
    run("extract", "extract", "output/quick/report.html")
    run("export", "export", "output/real-settings", "--pytorch", "network.py")
    run("templates", "templates", "export", "templates")
    run("manual", "manual")
    commands = ["build", "train", "evaluate", "predict", "import", "render", "compare", "check", "experiment", "inspect",
                "verify", "extract", "export", "synthesize", "doctor", "templates"]
    for command in commands:
        run(f"help-{command}", "help", command)
    for name, arguments in {"unknown": ["--windo", "3"], "wrong": ["--window", "0"], "missing": ["--data", "csv:none.csv"],
                            "preset": ["--preset", "large"]}.items():
        run(f"error-{name}", "build", *arguments, "--dry-run")


def content(path):
    """What a file says, without the commit of the program that made it."""
    data = path.read_bytes()
    if path.suffix == ".png":
        return points(data)
    if path.suffix == ".pdf":
        return b""
    if path.suffix == ".safetensors":
        return data
    text = re.sub(rb"nilm\\?-report \d+\.\d+\.\d+ \([0-9a-f]+(\+dirty)?\)", b"nilm-report", data)
    text = re.sub(rb"\b[0-9a-f]{64}\b", b"sha256", text)
    text = re.sub(rb'<td class="number">[^<]*</td><td><code class="hash">', b"<td>", text)
    # Measured, or of the machine.
    text = re.sub(rb"\d+(\.\d+)? ?(steps/s|s left|s \(measured\)|[KMGT]iB are free)", b"some", text)
    text = re.sub(rb"(all|about) \d+(\.\d+)? s", b"some", text)
    return re.sub(rb"sha256-[A-Za-z0-9+/=]{44}", b"sha256-", re.sub(rb'("bytes" ?: ?)\d+', rb"\1", text))


def points(data):
    place, header, body = 8, b"", b""
    while place < len(data):
        size, kind = int.from_bytes(data[place:place + 4], "big"), data[place + 4:place + 8]
        if kind == b"IHDR":
            header = data[place + 8:place + 8 + size]
        if kind == b"IDAT":
            body += data[place + 8:place + 8 + size]
        place += size + 12
    return header + zlib.decompress(body)


def compare(old, new):
    names = sorted({str(path.relative_to(side)) for side in (old, new) for path in side.rglob("*") if path.is_file()})
    differing = 0
    for name in names:
        sides = [side / name for side in (old, new)]
        if not all(side.exists() for side in sides):
            print(f"{name}: only in {old if sides[0].exists() else new}")
            differing += 1
            continue
        first, second = map(content, sides)
        if first == second:
            continue
        differing += 1
        lines = next(((a, b) for a, b in zip(first.splitlines(), second.splitlines()) if a != b), (b"shorter", b"longer"))
        print(f"{name}:\n  - {lines[0][:160]!r}\n  + {lines[1][:160]!r}")
    print(f"{differing} of {len(names)} files differ")
    return 1 if differing else 0


if __name__ == "__main__":
    if sys.argv[1] == "--compare":
        sys.exit(compare(*map(pathlib.Path, sys.argv[2:4])))
    record(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
