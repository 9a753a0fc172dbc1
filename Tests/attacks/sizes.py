"""Sizes that nobody measures but somebody may send: each is made in a temporary folder, the commands that read it are
run, and their time and memory stand in a table. Seconds are those of all processors, which other work on the machine
changes little.

    python3 Tests/attacks/sizes.py PROGRAM OUTPUT [--full]

OUTPUT is the Markdown table. With --full each size and ten times of it are made: a command takes at most 10 s and 200 MB at
the size, and at ten times it at most twelve times as long. Without, about a tenth of each size is made, and the memory alone is
bound. A command may refuse a size, but not crash. The status is 1 where a bound is broken.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading

MOST_SECONDS, MOST_MB, MOST_RATIO = 10, 200, 12
# Ratios of shorter times than this are those of starting the program.
LEAST_SECONDS = 0.25
START = 1_700_000_040


class Sizes:
    def __init__(self, program, place):
        self.program, self.place = program, place
        self.base = os.path.join(place, "output", "base")
        lines = ["time,aggregate,kettle_truth,kettle_prediction"]
        draw = random.Random(1)
        for row in range(1500):
            on = 2000 if row % 100 < 3 else 0
            lines.append(f"{START + 60 * row},{100 + on + draw.randrange(50)},{on},{on * 0.9}")
        self.write("base.csv", "\n".join(lines) + "\n")
        self.quietly("import", "base.csv", "--run-id", "base", "--window", "64")
        with open(self.base + "/results.json") as file:
            self.results = json.load(file)

    def write(self, name, text):
        path = os.path.join(self.place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def quietly(self, *arguments):
        subprocess.run([self.program, *arguments, "--quiet"], cwd=self.place, check=True, capture_output=True)

    def changed_run(self, name, results=None, predictions=None, base=None, **texts):
        """A run's folder, as the base is but for these files, with a manifest that vouches for them."""
        folder = os.path.join(self.place, name)
        shutil.copytree(base or self.base, folder)
        files = dict(texts)
        if results is not None:
            files["results.json"] = json.dumps(results)
        if predictions is not None:
            files["data/predictions.csv"] = predictions
        with open(folder + "/manifest.json") as file:
            manifest = json.load(file)
        # A manifest need not be sealed.
        manifest.pop("checksum", None)
        manifest["run"] = os.path.basename(name)
        for path, text in files.items():
            content = text.encode()
            with open(f"{folder}/{path}", "wb") as file:
                file.write(content)
            for listed in manifest["files"]:
                if listed["path"] == path:
                    listed.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
        with open(folder + "/manifest.json", "w") as file:
            json.dump(manifest, file)
        return name

    def with_results(self, name, change):
        results = json.loads(json.dumps(self.results))
        change(results)
        return self.changed_run(name, results)

    def made(self, kind, count):
        """The commands of a size, which a process of its own makes: a child's memory counts from its parent's on."""
        reader, writer = os.pipe()
        maker = os.fork()
        if maker == 0:
            status = 1
            try:
                commands = getattr(self, kind)(count)
                os.write(writer, json.dumps(commands).encode())
                status = 0
            finally:
                os._exit(status)
        os.close(writer)
        with open(reader) as file:
            text = file.read()
        _, status = os.waitpid(maker, 0)
        if status != 0:
            sys.exit(f"{count} {kind} could not be made")
        return json.loads(text)

    # One function a size: it makes `count` of something and gives the commands.

    def windows(self, count):
        def change(results):
            shown = results["windows"][0]
            results["windows"] = [dict(shown, id=f"w{index}") for index in range(count)]

        return self.of_run(self.with_results(f"windows-{count}", change))

    def appliances(self, count):
        def change(results):
            scored = results["appliances"][0]
            results["appliances"] = [dict(scored, name=f"appliance {index}") for index in range(count)]

        commands = self.of_run(self.with_results(f"appliances-{count}", change))
        # Drawing hundreds of them takes long, and is another question.
        return [command for command in commands if count > 1000 or command[0] in ("check", "compare")]

    def epochs(self, count):
        def change(results):
            epoch = {"epoch": 1, "learning_rate": 0.1, "seconds": 1, "train_loss": 1, "val_f1": 1, "val_loss": 1}
            epochs = [dict(epoch, appliance=f"a{index}", val_mae_w=1) for index in range(count)]
            results["training"] = {
                "best": [], "epochs": epochs, "peak_rss_bytes": 1, "seconds_per_step": 1, "steps": 1}

        run = self.with_results(f"epochs-{count}", change)
        return [["check", run, "--gate", "skill>0"]]

    def blocks(self, count):
        def change(results):
            scores = results["appliances"][0]["blocks"]["scores"]
            results["appliances"][0]["blocks"]["scores"] = [
                dict(scores[0], start=86400 + index, truth_w=index % 97) for index in range(count)]

        run = self.with_results(f"blocks-{count}", change)
        return [["check", run, "--baseline", run], ["compare", run, run, "--output", "compare.html"]]

    def houses(self, count):
        rows = [f"kettle,house {index},{START + 120 * index},100,0,1" for index in range(count)]
        return self.of_run(self.with_rows(f"houses-{count}", rows))

    def gaps(self, count):
        rows = [f"kettle,house_1,{START + 120 * index},100,0,1" for index in range(count)]
        return self.of_run(self.with_rows(f"gaps-{count}", rows))

    def centuries(self, count):
        step = 250_000_000_000 // count // 86400 * 86400
        rows = [f"kettle,house_1,{START + step * index},100,0,1" for index in range(count)]
        return self.of_run(self.with_rows(f"centuries-{count}", rows))

    def with_rows(self, name, rows):
        header = "appliance,house,time,aggregate_w,truth_w,prediction_w"
        return self.changed_run(name, predictions="\n".join([header, *rows]) + "\n")

    @staticmethod
    def of_run(run):
        return [
            ["render", run], ["check", run, "--gate", "skill>0"], ["verify", run],
            ["compare", run, run, "--output", "compare.html"],
        ]

    def columns(self, count):
        path = f"columns-{count}.csv"
        with open(os.path.join(self.place, path), "w") as file:
            file.write("time,aggregate," + ",".join(f"m{index}" for index in range(count)) + "\n")
            for row in range(2000):
                line = ",".join(str((row * index) % 97) for index in range(min(count, 200)))
                line = ",".join([line] * (count // min(count, 200)))
                file.write(f"{START + 60 * row},{1000 + row % 83},{line}\n")
        return [
            ["inspect", "--data", "csv:" + path], ["build", "--data", "csv:" + path, "--dry-run"],
            ["build", "--data", "csv:" + path, "--appliance", "m1", "--dry-run"], ["import", path, "--output", "tables"],
        ]

    def predictions(self, count):
        path = f"predictions-{count}.csv"
        with open(os.path.join(self.place, path), "w") as file:
            names = [f"m{index}_truth,m{index}_prediction" for index in range(count // 2)]
            file.write("time,aggregate," + ",".join(names) + "\n")
            for row in range(200):
                file.write(f"{START + 60 * row},1000," + ",".join(["1,2"] * (count // 2)) + "\n")
        return [["import", path, "--output", f"tables-{count}"]]

    def channels(self, count):
        folder = f"channels-{count}/house_1/"
        self.write(folder + "labels.dat", "1 aggregate\n" + "".join(f"{c} plug {c}\n" for c in range(2, count + 2)))
        for channel in range(1, count + 2):
            self.write(f"{folder}channel_{channel}.dat", "".join(f"{START + 6 * row} {row}\n" for row in range(3)))
        return [["inspect", "--data", f"ukdale:channels-{count}"]]

    def runs(self, count):
        """An experiment whose runs are all there: one is made and copied under the names of the others."""
        head = "settings: {preset: quick, epochs: 1, synthetic_windows: [40, 10, 10]}\nmodels: {conv: {model: conv}}\n"
        first = "first-run"
        if not os.path.exists(os.path.join(self.place, first)):
            self.write("one.yaml", head + "seeds: [0]\n")
            self.quietly("experiment", "one.yaml", "--output", first)
        names = self.quiet_list("one.yaml")
        with open(f"{self.place}/{first}/{names[0]}/config.yaml") as file:
            configuration = file.read()
        with open(f"{self.place}/{first}/{names[0]}/results.json") as file:
            results = json.load(file)
        experiment = f"runs-{count}"
        self.write(experiment + ".yaml", head + f"seeds: {list(range(count))}\n")
        for seed, name in enumerate(self.quiet_list(experiment + ".yaml")):
            text = configuration.replace("\nseed: 0\n", f"\nseed: {seed}\n")
            assert seed == 0 or text != configuration, "a configuration has its seed"
            results["run"].update(id=name, seed=seed)
            self.changed_run(
                f"{experiment}/{name}", results, base=f"{self.place}/{first}/{names[0]}", **{"config.yaml": text})
        return [["experiment", experiment + ".yaml", "--output", experiment]]

    def quiet_list(self, experiment):
        listed = subprocess.run(
            [self.program, "experiment", experiment, "--list"], cwd=self.place, check=True, capture_output=True,
            text=True)
        return listed.stdout.split()

    def made_runs(self, count):
        """An experiment whose runs are all made: one process holds what one of them needs, not all of it."""
        self.write(
            "made.yaml",
            "settings: {preset: quick, epochs: 1, synthetic_windows: [40, 10, 10]}\nmodels: {conv: {model: conv}}\n"
            f"seeds: {list(range(count))}\n")
        return ["experiment", "made.yaml", "--output", "made"]

    def terabyte(self, name):
        run = self.changed_run(f"terabyte-{name}".replace("/", "-"))
        os.truncate(f"{self.place}/{run}/{name}", 1 << 40)
        return self.of_run(run) + [["extract", f"{run}/{name}"], ["check", "output/base", "--baseline", f"{run}/{name}"]]


def measured(program, arguments, folder, most_seconds):
    """Exit status, processors' seconds and megabytes of a command; None for the status of one that took too long."""
    with open(os.devnull, "w") as nowhere:
        child = subprocess.Popen([program, *arguments], cwd=folder, stdout=nowhere, stderr=nowhere)
        is_late = threading.Event()
        timer = threading.Timer(most_seconds, lambda: (is_late.set(), child.kill()))
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return None if is_late.is_set() else child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--full"]):
        sys.exit("usage: python3 Tests/attacks/sizes.py PROGRAM OUTPUT [--full]")
    program, output, is_full = os.path.abspath(sys.argv[1]), sys.argv[2], len(sys.argv) == 4
    # What is counted, how many of it, and how many without --full.
    counted = [
        ("windows", 100_000, 10_000), ("appliances", 3_000, 100), ("epochs", 50_000, 2_000), ("houses", 50_000, 100),
        ("gaps", 50_000, 5_000), ("centuries", 5_000, 500), ("blocks", 50_000, 500), ("blocks", 200_000, 1_000),
        ("columns", 10_000, 500), ("predictions", 10_000, 2_002), ("channels", 4_000, 400), ("runs", 200, 20),
    ]
    lines = ["| size | command | exit | seconds | MB | times as long at ten times |", "|---|---|---:|---:|---:|---:|"]
    faults = []
    with tempfile.TemporaryDirectory() as place:
        sizes = Sizes(program, place)

        def run(arguments, what, factor=1, is_timed=True):
            status, seconds, megabytes = measured(program, arguments, place, 60 if factor == 1 and is_timed else 600)
            command = f"{what}: {arguments[0]}"
            if status is None or status < 0 or status > 128:
                faults.append(f"{command} {'took too long' if status is None else f'ended with {status}'}")
            if factor == 1:
                if is_full and is_timed and seconds > MOST_SECONDS:
                    faults.append(f"{command} took {seconds:.1f} s")
                if megabytes > MOST_MB:
                    faults.append(f"{command} took {megabytes:.0f} MB")
            return status, seconds, megabytes

        for kind, full, small in counted:
            count = full if is_full else small
            what = f"{count} {kind}"
            rows = [(arguments, run(arguments, what)) for arguments in sizes.made(kind, count)]
            more = []
            if is_full:
                more = [
                    run(arguments, f"{10 * count} {kind}", 10)[1] for arguments in sizes.made(kind, 10 * count)]
            for index, (arguments, (status, seconds, megabytes)) in enumerate(rows):
                ratio = "" if not more else f"{more[index] / max(seconds, LEAST_SECONDS):.1f}"
                if more and float(ratio) > MOST_RATIO:
                    faults.append(f"{what}: {arguments[0]} took {ratio} times as long at ten times the size")
                lines.append(
                    f"| {what} | {arguments[0]} | {status} | {seconds:.2f} | {megabytes:.0f} | {ratio} |")
            for name in os.listdir(place):
                if str(count) in name:
                    path = os.path.join(place, name)
                    shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        for name in ["results.json", "manifest.json", "data/predictions.csv", "report.html"]:
            for arguments in sizes.terabyte(name):
                status, seconds, megabytes = run(arguments, f"a {name} of 1 TB")
                lines.append(f"| {name} of 1 TB | {arguments[0]} | {status} | {seconds:.2f} | {megabytes:.0f} | |")
        if is_full:
            status, seconds, megabytes = run(sizes.made_runs(200), "200 made runs", is_timed=False)
            lines.append(f"| 200 made runs | experiment | {status} | {seconds:.2f} | {megabytes:.0f} | |")
    with open(output, "w") as file:
        file.write("\n".join(lines) + "\n")
    print("\n".join(lines))
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
