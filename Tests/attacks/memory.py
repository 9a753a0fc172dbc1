"""Settings that no machine has the memory for, and a bound that holds in the middle of things."""

import resource

SETTINGS = [
    ["--window", "1000000"], ["--width", "4096", "--depth", "256"], ["--batch", "1000000"], ["--depth", "100000"],
    ["--window", "100000000"], ["--width", "1048576"], ["--ffn", "100000000"],
]


def attack(bench):
    help_ = bench.run("build", "--help")[1]
    for setting in SETTINGS:
        if setting[0] not in help_:
            continue
        status, _, errors = bench.attack(
            " ".join(setting), "build", "--preset", "quick", "--quiet", *setting, endings={1, 64, 65, 73}, seconds=30)
        bench.expect(f"{setting}: says why", errors.startswith("error: ") or "\nerror: " in errors, errors)
    for megabytes in bench.sample(range(200, 4001, 200), 4):
        size = megabytes << 20

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

        status, _, errors = bench.attack(
            f"{megabytes} MB of addresses", "build", "--preset", "quick", "--epochs", 1, "--quiet", "--force", "--run-id",
            "m", endings={0, 1, 64, 73}, seconds=60, preexec_fn=limit)
        bench.expect(f"{megabytes} MB: says why", status == 0 or errors.strip(), errors)
