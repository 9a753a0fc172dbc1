"""What all attacks need: a place, a run to attack, and the program with its time bounded."""

import hashlib
import json
import os
import random
import shutil
import subprocess

# Its own exit codes; all else is a crash, or a signal that the program did not take.
ENDINGS = {0, 1, 2, 3, 64, 65, 66, 73, 130}


class Bench:
    def __init__(self, program, folder, full):
        self.program, self.folder, self.full = program, folder, full
        self.random = random.Random(1)
        self.count, self.faults = 0, []

    def sample(self, items, count):
        """All of them in full, else some."""
        items = list(items)
        return items if self.full or len(items) <= count else self.random.sample(items, count)

    def run(self, *arguments, seconds=60, **options):
        """The status, output and errors; a status of None is one that had to be killed."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NILM_REPORT_")}
        environment |= {"NO_COLOR": "1", "SWIFT_BACKTRACE": "enable=no", "HOME": str(self.folder)}
        try:
            done = subprocess.run(
                [self.program, *map(str, arguments)], cwd=self.folder, env=environment, capture_output=True,
                timeout=seconds, stdin=subprocess.DEVNULL, **options)
        except subprocess.TimeoutExpired as expired:
            return None, "", (expired.stderr or b"").decode(errors="replace")
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def expect(self, name, condition, told=""):
        self.count += 1
        if not condition:
            self.faults.append(f"{name}: {str(told)[:300]}")
        return condition

    def attack(self, name, *arguments, endings=ENDINGS, seconds=60, **options):
        """Runs a command that must end by itself, with one of `endings`."""
        status, output, errors = self.run(*arguments, seconds=seconds, **options)
        self.expect(name, status in endings, f"status {status}, {errors[-200:]!r}")
        return status, output, errors

    def table(self, name="p.csv", rows=240, appliances=("kettle",)):
        """A table of truths and predictions."""
        path = self.folder / name
        with path.open("w") as file:
            print("time,aggregate," + ",".join(f"{a}_truth,{a}_prediction" for a in appliances), file=file)
            for row in range(rows):
                powers = ["1500,1400" if (row + 7 * i) % 40 < 8 else "0,1" for i, _ in enumerate(appliances)]
                print(f"{1424736000 + 60 * row},{2000 * len(powers)}," + ",".join(powers), file=file)
        return path

    def make_run(self, identifier="a", **table):
        """A small run of imported predictions."""
        status, _, errors = self.run(
            "import", self.table(**table), "--run-id", identifier, "--force", "--window", 40, "--quiet")
        assert status == 0, errors
        return self.folder / "output" / identifier

    def make_trained(self, identifier="t", *options):
        status, _, errors = self.run("build", "--preset", "quick", "--epochs", 1, "--quiet", "--run-id", identifier, *options)
        assert status == 0, errors
        return self.folder / "output" / identifier

    @staticmethod
    def seal(run):
        """Writes sizes and sums of a run's files into its manifest, as whoever changes them can."""
        path = run / "manifest.json"
        manifest = json.loads(path.read_text())
        manifest.pop("checksum", None)
        for file in manifest["files"]:
            content = (run / file["path"]).read_bytes()
            file |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        path.write_text(json.dumps(manifest))

    def copy(self, run, name):
        target = run.with_name(name)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(run, target)
        return target
