#!/bin/sh
# Tests pages in Debian's Chromium: sh Tests/browser/run.sh output/latest/report.html
# Needs: apt-get install chromium default-jre-headless, and a Python with requirements.txt (PYTHON, or .tools/venv of the
# repository).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$here/../../.tools/venv/bin/python}
if [ $# -eq 0 ]; then
    echo "usage: $0 PAGE.html..." >&2
    exit 64
fi
for page in "$@"; do
    # Each becomes an option of its own; the list turns round once.
    set -- "$@" "--page=$page"
    shift
done
exec "$python" -B -m pytest -q -n 2 -p no:cacheprovider "$here" "$@"
