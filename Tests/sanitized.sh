#!/bin/bash
# Runs the commands of a program that was built with a sanitizer, on small data and three threads, and ends with status 1
# at the sanitizer's first report, or where a command ends otherwise than it should.
#
#   Tests/sanitized.sh .build/address/debug/nilm-report
set -uo pipefail
program=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export NO_COLOR=1
unset "${!NILM_REPORT_@}"
# A status that the program itself never ends with. Allocations without an end are not looked for: what lives as long as
# the program does is never given back.
export ASAN_OPTIONS=exitcode=99:detect_leaks=0:allocator_may_return_null=1 TSAN_OPTIONS=exitcode=99:halt_on_error=1
commands=0

# expect STATUS ARGUMENT...: runs the program
expect() {
    local wanted=$1 status=0
    shift
    "$program" "$@" >out 2>errors || status=$?
    commands=$((commands + 1))
    [ "$status" = "$wanted" ] && return
    echo "nilm-report $*: ended with $status, not $wanted"
    tail -60 errors
    exit 1
}

small=(--width 16 --epochs 2 --window 64 --stride 32 --batch 8 --epoch-windows 32 --threads 3 --quiet)

expect 0 synthesize ukdale:houses --windows 40 --window 256 --period 6
expect 0 synthesize csv:meter.csv --windows 4 --window 256
expect 0 inspect --data ukdale:houses --json -
expect 0 inspect --data ukdale:houses --html inspect.html
expect 0 doctor
expect 0 build --preset quick --quiet --threads 3 --run-id synthetic --gate 'mae_w<1000' --gate 'f1>=0'
expect 0 build --preset real --data ukdale:houses --appliance pulse --run-id houses --language es "${small[@]}"
expect 0 build --preset real --data ukdale:houses --appliance pulse --run-id conv --model conv --share "${small[@]}"
expect 0 build --preset seed --synthetic-windows 32,8,8 --run-id seed --depth 1 "${small[@]}"

# Interrupted after its first checkpoint, and gone on with.
again=(build --preset quick --quiet --threads 3 --epochs 60 --checkpoint-every 0.05s --run-id again)
"$program" "${again[@]}" >out 2>errors &
until [ -e output/.again.partial/checkpoint/training-1.safetensors ] || ! kill -0 $! 2>/dev/null; do sleep 0.02; done
kill -INT $!
status=0
wait $! || status=$?
[ "$status" = 130 ] || { echo "interrupted: ended with $status, not 130"; tail -60 errors; exit 1; }
expect 0 "${again[@]}" --resume

expect 0 evaluate output/synthetic --run-id evaluated --quiet --threads 3
expect 0 predict --model output/houses --data ukdale:houses --test-houses 1 --output p.csv --house-levels found
expect 0 predict --model output/houses --input meter.csv --csv-aggregate 2 --output - --quiet
expect 0 render output/houses
expect 0 verify output/houses
expect 0 verify output/seed
expect 0 extract output/synthetic/report.html --output extracted
expect 0 export output/synthetic --pytorch network.py
expect 0 compare output/synthetic output/evaluated --output compare.html
expect 0 check output/synthetic --baseline output/synthetic
expect 2 check output/synthetic --gate 'mae_w<0'
printf 'time,aggregate,kettle_truth,kettle_prediction\n' >imported.csv
for row in {1..300}; do echo "$((1400000000 + 6 * row)),$((row % 50 * 40)),$((row % 50 > 40 ? 1500 : 0)),$((row % 50 > 39 ? 1400 : 3))"; done >>imported.csv
expect 0 import imported.csv --window 64 --run-id imported
expect 65 import meter.csv --run-id none
echo "$commands commands ended as they should, without a report"
