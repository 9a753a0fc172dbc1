#!/usr/bin/env bash
# Measures what CI relies on, with small runs: that every byte of a run is the same on other numbers of threads and when
# made again, and the exit codes of a planted regression, other data and an unchanged model.
#
#   bash Tests/measure-trust.sh .build/release/nilm-report [SEEDS]
set -euo pipefail
program=$(realpath "${1:?usage: $0 PROGRAM [SEEDS]}")
seeds=${2:-20}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
export SOURCE_DATE_EPOCH=1426000960
small=(--preset quick --synthetic-windows 16,8,16 --window 64 --width 8 --heads 2 --depth 1 --epochs 8 --quiet)

build() { "$program" build "${small[@]}" --output runs --run-id "$@" >/dev/null 2>&1; }

# An exit code other than the one wanted ends the measurement.
expect() {
    local wanted=$1 got=0
    shift
    build "$@" || got=$?
    if [ "$got" != "$wanted" ]; then
        echo "build $*: expected exit code $wanted, got $got" >&2
        exit 1
    fi
}

# Each run in an output folder of its own, under one name, as the name stands in its files.
for run in 1 2 3 8 again1 again2; do
    threads=${run/again[0-9]/2}
    "$program" build "${small[@]}" --output "on-$run" --run-id one --threads "$threads" >/dev/null 2>&1
done
# With SOURCE_DATE_EPOCH every file has the same bytes; --brief names those that differ and those of one run only.
for run in 2 3 8 again1 again2; do
    diff --recursive --brief on-1/one "on-$run/one"
    echo "1 thread and $run: all $(find on-1/one -type f | wc -l) files the same"
done

expect 0 base
expect 2 worse --learning-rate 1e-9 --baseline runs/base
echo "planted regression: exit code 2"
expect 3 other --window 32 --baseline runs/base
echo "other data: exit code 3"
for ((seed = 1; seed <= seeds; seed++)); do
    expect 0 "seed-$seed" --seed "$seed"
    expect 0 "seed-$seed-again" --seed "$seed" --threads 1 --baseline "runs/seed-$seed"
done
echo "unchanged model: exit code 0 for $seeds of $seeds seeds"
