"""A checkpoint with any bit changed: it is refused, and what it is of is not lost."""

import signal
import subprocess
import time


def attack(bench):
    command = ["build", "--preset", "quick", "--epochs", "400", "--checkpoint-every", "0.05s", "--run-id", "c", "--quiet"]
    process = subprocess.Popen(
        [bench.program, *command], cwd=bench.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    place = bench.folder / "output/.c.partial/checkpoint"
    state = place / "training-1.safetensors"
    end = time.monotonic() + 60
    while not state.exists() and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.wait()
    if not bench.expect("interrupted", state.exists()):
        return
    for file in sorted(place.iterdir()):
        original = file.read_bytes()
        for place_ in bench.sample(range(len(original)), 6)[:400]:
            damaged = bytearray(original)
            damaged[place_] ^= 1 << bench.random.randrange(8)
            file.write_bytes(damaged)
            status, _, errors = bench.attack(f"{file.name} byte {place_}", *command, "--resume", endings={64, 65, 66, 73})
            bench.expect(f"{file.name} is kept", file.exists() and file.read_bytes() == bytes(damaged), errors)
        file.write_bytes(original)
