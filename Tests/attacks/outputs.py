"""Places to write to that are no regular files: nothing is renamed over them, and all gets through."""

import os
import stat
import subprocess
import threading


def attack(bench):
    bench.make_run()
    bench.run("train", "-q", "--preset", "quick", "--epochs", "1", "--run-id", "trained")
    # One of its own: as root the system's would be destroyed.
    place = bench.folder / "place"
    commands = {
        "compare": ["compare", "output/a", "output/a", "--output", "place", "--force"],
        "inspect": ["inspect", "--data", "csv:p.csv", "--html", "place"],
        "extract": ["extract", "output/a/report.html", "--part", "results", "--output", "place", "--force"],
        "export": ["export", "output/trained", "--pytorch", "place"],
    }
    for name, command in commands.items():
        known = bench.run(name, "--help")[1]
        command = [word for word in command if word != "--force" or "--force" in known]
        if os.getuid() == 0:
            os.mknod(place, stat.S_IFCHR | 0o666, os.makedev(1, 3))
            bench.attack(f"{name} to a device", *command, endings={0})
            bench.expect(f"{name} leaves the device", stat.S_ISCHR(os.lstat(place).st_mode))
            place.unlink()
        os.mkfifo(place)
        got = []
        reader = threading.Thread(target=lambda: got.append(place.read_bytes()))
        reader.start()
        bench.attack(f"{name} to a pipe", *command, endings={0})
        reader.join(20)
        bench.expect(f"{name} through the pipe", got and len(got[0]) > 100 and stat.S_ISFIFO(os.lstat(place).st_mode))
        place.unlink()
        target = bench.folder / "target"
        target.write_text("")
        target.chmod(0o640)
        place.symlink_to("target")
        bench.attack(f"{name} to a link", *command, endings={0})
        bench.expect(f"{name} keeps the link", place.is_symlink() and target.stat().st_size > 100)
        bench.expect(f"{name} keeps the mode", stat.S_IMODE(target.stat().st_mode) == 0o640)
        place.unlink()
        shell = " ".join(command).replace("place", ">(cat >got; echo >ended)")
        done = subprocess.run(
            ["bash", "-c", f"'{bench.program}' {shell}; for i in {{1..200}}; do [ -e ended ] && break; sleep 0.05; done"],
            cwd=bench.folder, capture_output=True, timeout=60)
        bench.expect(f"{name} to a process", (bench.folder / "got").stat().st_size > 100, done.stderr)
        for file in ["got", "ended"]:
            (bench.folder / file).unlink()
        done = subprocess.run(
            [bench.program, *" ".join(command).replace("place", "/dev/fd/1").split()], cwd=bench.folder,
            capture_output=True, timeout=60)
        bench.expect(f"{name} to /dev/fd/1", done.returncode == 0 and len(done.stdout) > 100, done.stderr)
