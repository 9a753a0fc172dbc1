"""Makes a report whose names try to run: hostile.py PROGRAM OUTPUT leaves OUTPUT/hostile/report.html."""

import pathlib
import subprocess
import sys

MARKUP = "\"'><script>hostile=1</script><img src=x onerror=hostile=1><svg onload=hostile=1><a href=javascript:hostile=1>"
# Names of appliances keep their signs only where they have no letter or digit.
SIGNS = ["\"'><!--", "</>", "{{{}}}", "=+-@|", "\u202e\u2066", "../.."]

program, output = sys.argv[1], pathlib.Path(sys.argv[2])
table = output / "hostile <b>.csv"
lines = ["time,aggregate," + ",".join(f"a{i},b{i}" for i in range(len(SIGNS)))]
for row in range(240):
    powers = [f"{1500 if (row + 7 * i) % 40 < 8 else 0},{1400 if row % 40 < 9 else 1}" for i in range(len(SIGNS))]
    lines.append(f"{1424736000 + 6 * row},{2000 * len(SIGNS)}," + ",".join(powers))
table.write_text("\n".join(lines) + "\n")
columns = [",".join(f"{sign.replace('=', '~')}={first + 2 * i}" for i, sign in enumerate(SIGNS)) for first in (3, 4)]
subprocess.run(
    [program, "import", table, "--quiet", "--output", output, "--run-id", "hostile", "--force", "--model-name", MARKUP,
     "--house", MARKUP, "--window", "40", "--csv-truths", columns[0], "--csv-predictions", columns[1]], check=True)
