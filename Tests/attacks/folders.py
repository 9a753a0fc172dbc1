"""Output folders that lead elsewhere: what is there stays."""

import json
import os
import shutil


def content(folder):
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def attack(bench):
    victim = bench.folder / "victim"
    for name in ["run", "checkpoint", "replaced", "data", "figures", "appliances"]:
        (victim / name).mkdir(parents=True)
        (victim / name / "kept").write_text("kept")
    before = content(victim)
    output = bench.folder / "output"
    table = bench.table()
    command = ["import", table, "--run-id", "a", "--window", 40, "--quiet"]
    for link, target in [(".a.partial", "../victim"), (".a.partial/run", "../../victim/run"),
                         (".a.partial/checkpoint", "../../victim/checkpoint"), (".a.partial/replaced", "../../victim/replaced"),
                         (".a.trial", "../victim")]:
        shutil.rmtree(output, ignore_errors=True)
        place = output / link
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target)
        bench.attack(f"{link} is a link", *command)
        bench.expect(f"{link}: the victim is whole", content(victim) == before)
    shutil.rmtree(output, ignore_errors=True)
    run = bench.make_run()
    for name in ["figures", "data", "appliances"]:
        copy = bench.copy(run, "b")
        shutil.rmtree(copy / name, ignore_errors=True)
        (copy / name).symlink_to("../../victim/" + name)
        for subject in ["render", "verify"]:
            bench.attack(f"{subject}, {name} is a link", subject, copy)
            bench.expect(f"{subject}, {name}: the victim is whole", content(victim) == before)
    for path in ["../../victim/run/kept", "/etc/passwd", "data/../../../victim/run/kept"]:
        copy = bench.copy(run, "b")
        manifest = json.loads((copy / "manifest.json").read_text())
        manifest.pop("checksum", None)
        manifest["files"].append({"path": path, "bytes": 4, "sha256": "0" * 64})
        (copy / "manifest.json").write_text(json.dumps(manifest))
        status, _, errors = bench.attack(f"{path} in a manifest", "verify", copy, endings={1, 65})
        bench.attack(f"{path}: render", "render", copy)
        bench.expect(f"{path}: the victim is whole", content(victim) == before)
    for name, text in [("data/extra.html", "<script>x()</script>"), ("x.js", "x()")]:
        copy = bench.copy(run, "b")
        (copy / name).write_text(text)
        manifest = json.loads((copy / "manifest.json").read_text())
        manifest["files"].append({"path": name, "bytes": 0, "sha256": ""})
        (copy / "manifest.json").write_text(json.dumps(manifest))
        bench.seal(copy)
        status, _, errors = bench.attack(f"{name} that no run has", "verify", copy, endings={1})
        bench.expect(f"{name} is named", name in errors, errors)
    os.chmod(bench.folder, 0o755)
