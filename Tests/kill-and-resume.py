#!/usr/bin/env python3
"""Kills short builds at random moments, lets them go on, and compares the results with those of an undisturbed build.

    Tests/kill-and-resume.py [--count 50] [--seed 0] [--program .build/release/nilm-report]

Each round kills a build with SIGKILL at a moment drawn evenly from its whole course, some of them twice, and goes on by
the same command, with SOURCE_DATE_EPOCH set. Every file of the run must then have the same bytes, and an earlier run in
the same folder must not have changed. Prints a line a round and a count; ends with status 1 if any differs.
"""

import argparse
import hashlib
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

SETTINGS = ["--preset", "quick", "--checkpoint-every", "0.05s", "--quiet", "--run-id", "a"]


def command(program, output, more):
    return [program, "build", *SETTINGS, "--output", str(output), *more]


def run(program, output, more, seconds=None):
    """Runs a build, or kills it after so many seconds; returns its status and what it took."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1426000960"}
    begin = time.monotonic()
    process = subprocess.Popen(
        command(program, output, more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    try:
        errors = process.communicate(timeout=seconds)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        errors = process.communicate()[1]
    return process.returncode, errors.decode(), time.monotonic() - begin


def hashes(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--program", default=".build/release/nilm-report")
    parser.add_argument("--options", default="", help="more options of build")
    arguments = parser.parse_args()
    more = arguments.options.split()
    moments = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        status, errors, whole = run(arguments.program, place / "undisturbed", more)
        if status != 0:
            sys.exit(f"the undisturbed build failed with status {status}: {errors}")
        expected = hashes(place / "undisturbed" / "a")
        output = place / "output"
        subprocess.run(
            [arguments.program, "build", "--preset", "quick", "--epochs", "1", "--quiet", "--run-id", "earlier",
             "--output", str(output)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        earlier = hashes(output / "earlier")
        good = resumed = 0
        for number in range(1, arguments.count + 1):
            kills = []
            wanted = moments.choice([1, 1, 2])
            while len(kills) < wanted:
                status, errors, took = run(arguments.program, output, more, seconds=moments.uniform(0, whole))
                if status == -9:
                    kills.append(f"{took:.2f} s")
                    # Complete already, and killed before it ended: there is nothing to go on with.
                    if (output / "a").exists():
                        break
                    continue
                # It was done, or failed, before its moment: no kill. The machine was slower when the first was timed.
                if status != 0:
                    sys.exit(f"a build that was not killed failed with status {status}: {errors}")
                whole = min(whole, took) if not kills else whole
                if kills:
                    break
                subprocess.run(["rm", "-rf", str(output / "a")], check=True)
            kept = (output / ".a.partial" / "checkpoint" / "training-1.safetensors").exists()
            resumed += kept
            if not (output / "a").exists():
                status, errors, took = run(arguments.program, output, more)
            else:
                status, errors = 0, ""
            problems = []
            if status != 0:
                problems.append(f"status {status}: {errors.strip()}")
            else:
                ended = hashes(output / "a")
                differing = [name for name in sorted({*expected, *ended}) if expected.get(name) != ended.get(name)]
                if differing:
                    problems.append(f"other bytes: {', '.join(differing)}")
                left = sorted(path.name for path in output.iterdir())
                if left != ["a", "earlier", "latest"]:
                    problems.append(f"left behind: {left}")
            if hashes(output / "earlier") != earlier:
                problems.append("the earlier run changed")
            good += not problems
            print(f"{number:3}  killed after {', '.join(kills):20}  {'went on' if kept else 'began again':11}  "
                  f"{'; '.join(problems) or 'same bytes'}", flush=True)
            for name in ("a", ".a.partial"):
                subprocess.run(["rm", "-rf", str(output / name)], check=True)
        print(f"{good} of {arguments.count} ended with the same bytes in each of {len(expected)} files, "
              f"{resumed} of the builds went on from a checkpoint; "
              f"an undisturbed build took {whole:.1f} s")
        sys.exit(good != arguments.count)


main()
