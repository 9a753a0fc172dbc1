#!/bin/bash
# Tries what can go wrong around a run, and prints a line each: what was tried, the exit code, what was said, and whether
# an earlier run in the same folder is as it was. Ends with status 1 if a line is not as it should be.
#
#   Tests/try-failures.sh [.build/release/nilm-report]
#
# A full disk needs root, for a small file system of its own; without, that line says that it was skipped.
set -uo pipefail
program=$(realpath "${1:-.build/release/nilm-report}")
place=$(mktemp -d)
trap 'mountpoint -q "$place/small" && umount "$place/small"; chmod -R u+w "$place"; rm -rf "$place"' EXIT
cd "$place" || exit 1
export NO_COLOR=1
unset "${!NILM_REPORT_@}"
build=("$program" build --preset quick --quiet)
failed=0

# line NAME EXPECTED-STATUS EXPECTED-WORDS FOLDER: of the command that left its status in $status and its words in errors
line() {
    local name=$1 expected=$2 words=$3 folder=$4 problem=ok earlier said
    said=$(grep -v '^warning: ' errors | tail -1 | sed "s|$place/||g")
    earlier=$( (cd "$folder/earlier" && sha256sum --quiet --check "$place/sums" >/dev/null 2>&1) && echo unchanged || echo CHANGED)
    [ "$status" = "$expected" ] && [[ $said == *"$words"* ]] && [ "$earlier" = unchanged ] || { problem=WRONG; failed=1; }
    [ "$(grep -c '^error: ' errors)" -le 1 ] || { problem="MORE THAN ONE ERROR"; failed=1; }
    printf '| %s | %s | %s | %s | %s |\n' "$name" "$status" "${said:0:150}" "$earlier" "$problem"
}
# earlier FOLDER: a run in it that must not change
earlier() {
    "${build[@]}" --epochs 1 --output "$1" --run-id earlier >/dev/null 2>errors || { cat errors; exit 1; }
    (cd "$1/earlier" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$place/sums"
}

echo '| tried | exit code | said | earlier run | |'
echo '|---|---|---|---|---|'

earlier output
"${build[@]}" --output output --run-id a >out 2>errors &
first=$!
until [ -e output/.a.partial/run ]; do sleep 0.02; done
"${build[@]}" --output output --run-id a >/dev/null 2>errors2; status=$?
cp errors2 errors
line 'two at once, one name: the second' 73 'another process is making this run' output
wait $first; status=$?; : >errors
line 'two at once, one name: the first' 0 '' output
"${build[@]}" --output output >out1 2>errors & one=$!
"${build[@]}" --output output >out2 2>errors2 & two=$!
wait $one; status=$?; wait $two || status=$?
cmp -s out1 out2 && status='one name'
line 'two at once, no name' 0 '' output

"${build[@]}" --output output --run-id a >/dev/null 2>errors; status=$?
line 'a run of that name is there' 73 'there is a run here already' output

if [ "$(id -u)" = 0 ]; then
    # Permissions do not bind root: a read-only mount does.
    mkdir readonly
    cp -a output/earlier readonly/
    mount --bind readonly readonly && mount -o remount,ro,bind readonly
    "${build[@]}" --output readonly >/dev/null 2>errors; status=$?
    line 'a read-only folder' 73 'cannot be written (Read-only file system)' readonly
    umount readonly
else
    mkdir readonly
    cp -a output/earlier readonly/
    chmod a-w readonly
    "${build[@]}" --output readonly >/dev/null 2>errors; status=$?
    line 'a read-only folder' 73 'cannot be written (Permission denied)' readonly
    chmod u+w readonly
fi

: >file
"${build[@]}" --output file >/dev/null 2>errors; status=$?
line 'a file in the place of the folder' 73 'cannot be written' output

"$program" build --preset real --data csv:missing.csv --appliance kettle --output output --quiet >/dev/null 2>errors
status=$?
line 'an input that is missing' 66 'missing.csv: no such file' output

awk 'BEGIN { print "time,aggregate,kettle"; for (i = 0; i < 4000; i++) { w = i % 100 < 10 ? 2000 : 0; print 1424736000 + 6 * i "," w + 100 + i % 7 "," w } }' >meter.csv
csv=("$program" build --preset real --data csv:meter.csv --appliance kettle --period 6 --window 64 --stride 64 --width 16
    --output output --quiet --checkpoint-every 0.05s --run-id csv)
"${csv[@]}" >/dev/null 2>errors &
first=$!
until [ -e output/.csv.partial/checkpoint/training-1.safetensors ]; do sleep 0.02; done
kill -KILL $first; wait $first 2>/dev/null
mv meter.csv away.csv
"${csv[@]}" >/dev/null 2>errors; status=$?
line 'an input that vanished before going on' 66 'meter.csv: no such file' output
head -3500 away.csv >meter.csv
"${csv[@]}" >/dev/null 2>errors; status=$?
line 'an input that changed before going on' 65 'the data have changed since' output

"${build[@]}" --output output --run-id pipe 2>errors | true
status=${PIPESTATUS[0]}
line 'a reader that closed the pipe' 0 '' output
[ -f output/pipe/manifest.json ] || { echo 'the run behind the closed pipe is not complete'; failed=1; }
"${build[@]}" --output output --run-id full >/dev/full 2>errors; status=$?
line 'standard output on a full disk' 0 '' output

if [ "$(id -u)" = 0 ]; then
    mkdir small
    mount -t tmpfs -o size=8m tmpfs small
    earlier small
    # The rest but for a megabyte, half a megabyte, ... is taken.
    for left in 1024 512 256 64 0; do
        rm -f small/filling
        free=$(df --output=avail small | tail -1)
        head -c "$(((free - left) * 1024))" /dev/zero >small/filling
        "${build[@]}" --output small --run-id full >/dev/null 2>errors; status=$?
        line "a disk with $left KiB left" 73 'No space left on device' small
    done
    rm small/filling
    "${build[@]}" --output small --run-id full >/dev/null 2>errors; status=$?
    line 'the same with room again' 0 '' small
else
    echo '| a full disk | | skipped: mounting a small file system needs root | | |'
fi
exit $failed
