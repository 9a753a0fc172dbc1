"""Attacks on a built program by files from strangers, hostile folders, signals and sizes.

    run.py PROGRAM [--full] [KIND...]

Prints a table, a line a kind: how many were tried and what was not as it should be. Ends with status 1 at any such. Without
--full a small sample is tried, in under a minute. All that is random has one seed.
"""

import importlib
import pathlib
import sys
import tempfile

from bench import Bench

KINDS = ["escaping", "templates", "numbers", "checkpoints", "outputs", "folders", "signals", "memory"]

options = sys.argv[1:]
full = "--full" in options
program, *kinds = [option for option in options if option != "--full"]
sys.path.insert(0, str(pathlib.Path(__file__).parent))
print("| kind | tried | not as it should be |\n|---|---:|---|", flush=True)
failed = False
for kind in kinds or KINDS:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(program).resolve(), pathlib.Path(folder), full)
        importlib.import_module(kind).attack(bench)
        failed = failed or bool(bench.faults)
        print(f"| {kind} | {bench.count} | {len(bench.faults) or 'none'} |", flush=True)
        for fault in bench.faults[:20]:
            print(f"  {fault}", file=sys.stderr, flush=True)
sys.exit(1 if failed else 0)
