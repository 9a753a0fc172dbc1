"""Compares networks with PyTorch: outputs to 0.01 W, and each parameter's gradient to 1e-3 of its norm.

    check.py FOLDER                       FOLDER: what `kernel-bench reference FOLDER` wrote
    check.py FOLDER --program PROGRAM     also trains a network, exports it and predicts with both
    check.py FOLDER --record NAME FILE    also writes PyTorch's numbers for the network NAME: a fixture of NetworksTests
"""

import argparse
import array
import csv
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import torch

MOST_WATTS = 0.01
MOST_PROBABILITY = 1e-5
MOST_GRADIENT = 1e-3


def read(path):
    """The tensors and the texts of a safetensors file."""
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[:8], "little")
    head = json.loads(content[8 : 8 + size])
    texts = head.pop("__metadata__", {})
    return {
        name: torch.frombuffer(
            content, dtype=torch.float32, count=math.prod(entry["shape"]), offset=8 + size + entry["data_offsets"][0]
        ).reshape(entry["shape"])
        for name, entry in head.items()
    }, texts


def write(path, tensors, texts):
    head, numbers = {"__metadata__": texts}, b""
    for name, tensor in sorted(tensors.items()):
        begin = len(numbers)
        numbers += array.array("f", tensor.flatten().tolist()).tobytes()
        head[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [begin, len(numbers)]}
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + numbers)


def by_pytorch(module, network, given, texts):
    """What the network makes of the inputs, and the gradient of the weighted sum of it, by the names of `given`."""
    inputs = [given["aggregate"]]
    if hasattr(module, "make_clock"):
        steps = given["aggregate"].shape[1]
        inputs.append(module.make_clock(int(texts["second"]), steps).expand(len(given["aggregate"]), -1, -1))
    outputs = network(*inputs)
    outputs = dict(zip(["power", "on_probability"], outputs if isinstance(outputs, tuple) else [outputs]))
    sum((given[name + ".weights"] * output).sum() for name, output in outputs.items()).backward()
    gradients = {
        "grad." + name: torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
        for name, parameter in network.named_parameters()
    }
    return {key: tensor.detach() for key, tensor in (outputs | gradients).items()}


def module_at(path):
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(folder, name):
    """Returns PyTorch's numbers beside what was given, and whether they agree."""
    module = module_at(folder / f"{name}.py")
    network = module.load(folder / f"{name}.safetensors")
    given, texts = read(folder / f"{name}.values.safetensors")
    found = by_pytorch(module, network, given, texts)
    if set(found) != {key for key in given if key != "aggregate" and not key.endswith(".weights")}:
        sys.exit(f"{name}: other outputs or parameters: {sorted(set(found) ^ set(given))}")
    largest = max(float(tensor.norm()) for key, tensor in found.items() if key.startswith("grad."))
    worst = {"power": 0.0, "on_probability": 0.0, "gradient": (0.0, "")}
    for key, tensor in found.items():
        difference = (tensor - given[key]).abs()
        if key.startswith("grad."):
            # What is zero but for rounding, as a shift that a softmax cancels, has no relative error.
            relative = float(difference.norm()) / max(float(tensor.norm()), 1e-6 * largest)
            worst["gradient"] = max(worst["gradient"], (relative, key))
        else:
            worst[key] = float(difference.max())
    agrees = (
        worst["power"] <= MOST_WATTS
        and worst["on_probability"] <= MOST_PROBABILITY
        and worst["gradient"][0] <= MOST_GRADIENT
    )
    print(
        f"{name:12} {worst['power']:.6f} of {float(given['power'].max()):7.1f} W   on {worst['on_probability']:.1e}   "
        f"gradient {worst['gradient'][0]:.1e} {worst['gradient'][1]}{'' if agrees else '   DIFFERS'}"
    )
    return given | found, texts, agrees


def check_program(program):
    """Whether a run's exported network, started as a person would, says of one window what `predict` does."""
    with tempfile.TemporaryDirectory() as folder:

        def run(*command, **options):
            return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, **options).stdout

        run(program, "train", "--preset", "quick", "--run-id", "a", "--quiet")
        run(program, "export", "output/a", "--pytorch", "network.py")
        run(program, "synthesize", "csv:meter.csv", "--windows", "1", "--window", "128", "--period", "1")
        run(program, "predict", "--model", "output/a", "--input", "meter.csv", "--output", "predicted.csv", "--quiet")
        with open(pathlib.Path(folder, "predicted.csv")) as file:
            rows = list(csv.DictReader(file))
        text = run(sys.executable, "network.py", "output/a", input="\n".join(row["aggregate"] for row in rows))
        watts = [float(line.split()[0]) for line in text.splitlines()]
        worst = max(abs(float(row["pulse_prediction"]) - own) for row, own in zip(rows, watts, strict=True))
        print(f"{'a run':12} {worst:.6f} of {max(watts):7.1f} W{'' if worst <= MOST_WATTS else '   DIFFERS'}")
        return worst <= MOST_WATTS


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--record", nargs=2, metavar=("NAME", "FILE"))
    asked = parser.parse_args()
    names = sorted(path.stem for path in asked.folder.glob("*.py"))
    if not {"nilm", "conv", "fine", "coarse"} <= set(names):
        sys.exit(f"{asked.folder}: has not the networks of kernel-bench reference")
    results = {name: check(asked.folder, name) for name in names}
    if asked.record:
        name, file = asked.record
        values, texts, _ = results[name]
        model, model_texts = read(asked.folder / f"{name}.safetensors")
        write(pathlib.Path(file), values | model, texts | model_texts)
    agree = [agrees for _, _, agrees in results.values()]
    if asked.program:
        agree.append(check_program(asked.program))
    if not all(agree):
        sys.exit("not every network agrees with PyTorch")


main()
