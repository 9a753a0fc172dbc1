"""The first signal ends every command, also one that waits for a pipe that nobody writes to."""

import os
import signal
import subprocess
import time


def attack(bench):
    bench.make_run()
    os.mkfifo(bench.folder / "pipe")
    os.mkfifo(bench.folder / "output/a/data/pipe")
    commands = [
        ["inspect", "--data", "csv:pipe"], ["import", "pipe"], ["extract", "pipe"], ["build", "--config", "pipe"],
        ["build", "--preset", "real", "--data", "csv:pipe", "--appliance", "kettle"], ["experiment", "pipe"],
        ["predict", "--model", "pipe", "--input", "pipe", "--output", "o.csv"],
        ["check", "output/a", "--baseline", "pipe"], ["build", "--preset", "seed", "--quiet"],
    ]
    cases = [(command, kind) for command in commands for kind in (signal.SIGINT, signal.SIGTERM)]
    for command, kind in bench.sample(cases, 6):
        process = subprocess.Popen(
            [bench.program, *command], cwd=bench.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(0.7)
        process.send_signal(kind)
        try:
            bench.expect(f"{command[0]}, {kind.name}", process.wait(20) == 130, process.returncode)
        except subprocess.TimeoutExpired:
            process.kill()
            bench.expect(f"{command[0]}, {kind.name}", False, "went on")
