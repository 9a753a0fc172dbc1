#!/bin/sh
# Tests a report in Debian's Chromium: sh Tests/browser/run.sh output/latest/report.html
# Needs: apt-get install chromium, and a Python with requirements.txt (PYTHON, or .tools/venv of the repository).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$here/../../.tools/venv/bin/python}
if [ $# -ne 1 ]; then
    echo "usage: $0 REPORT.html" >&2
    exit 64
fi
exec "$python" -B -m pytest -q -p no:cacheprovider "$here/test_report.py" --report "$1"
