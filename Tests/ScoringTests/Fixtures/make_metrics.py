"""Writes metrics.json: powers, and their metrics under every profile, worked out with numpy and scikit-learn.

Nothing is shared with the program but the definitions, and what can be done in another way is: states by grouping equal
neighbours, event pairs by dynamic programming, the calendar by zoneinfo. To write the file again, with Python 3.11:

    pip install numpy==2.4.6 scikit-learn==1.9.1 tzdata
    python make_metrics.py
"""

import json
import warnings
from collections import defaultdict
from datetime import datetime, timezone
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from sklearn import metrics as sk

warnings.filterwarnings("ignore")
PERIOD = 600
ZONE = ZoneInfo("Europe/London")
TOLERANCE = max(30, 2 * PERIOD)
# The dishwasher of Kelly & Knottenbelt 2015: threshold and maximum in watts, shortest times in seconds.
ON, MOST, MIN_OFF, MIN_ON = 10, 2500, 1800, 1800


def runs(states):
    position = 0
    for state, group in groupby(states):
        length = len(list(group))
        yield bool(state), position, position + length
        position += length


def durations(states, min_off, min_on):
    """Short times off between two times on become on, then short times on become off."""
    states = np.array(states, dtype=bool)
    for state, first, end in list(runs(states)):
        between = first > 0 and end < len(states)
        if not state and between and (end - first) * PERIOD <= min_off:
            states[first:end] = True
    for state, first, end in list(runs(states)):
        if state and (end - first) * PERIOD < min_on:
            states[first:end] = False
    return states


def beginnings(states, start):
    return [start + PERIOD * first for state, first, _ in runs(states) if state and first > 0]


def pairs(truth, prediction):
    """The most pairs that are possible in time order."""
    best = np.zeros((len(truth) + 1, len(prediction) + 1), dtype=int)
    for i, a in enumerate(truth):
        for j, b in enumerate(prediction):
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], best[i, j] + (abs(a - b) <= TOLERANCE))
    return int(best[-1, -1])


def clean(powers, below=None, limit=None):
    powers = np.array(powers, dtype=float)
    if below is not None:
        powers = np.where(powers < below, 0, powers)
    return powers if limit is None else np.minimum(powers, limit)


def signals(profile, y, p):
    """Powers and states of truth and prediction, and the states whose beginnings are events of a power."""
    plain = lambda w: durations(w >= ON, MIN_OFF, MIN_ON)
    if profile == "default":
        return y, y >= ON, p, p >= ON, plain
    if profile == "kelly":
        y = np.where(y <= 4, 0, y)
        return y, y > 4, p, p > 4, lambda w: durations(w > 4, MIN_OFF, MIN_ON)
    if profile == "bert4nilm":
        y, p = clean(y, 5, MOST), clean(p, 5, MOST)
        on = p >= ON
        return y, plain(y), p * on, on, plain
    if profile == "nilmtk":
        return y, y >= 10, p, p >= 10, lambda w: durations(w >= 10, MIN_OFF, MIN_ON)
    on, most, min_off, min_on, limit = {
        "nilmformer": (10, 2500, 1800, 1800, 6000),
        "nilmformer-refit": (50, 3000, 1800, 120, 10000),
    }[profile]
    use = lambda w: durations((w >= on) & (w <= most), min_off, min_on)
    y, p = clean(y, 5, limit), np.where(p < on, 0, p)
    return y, use(y), p, p > on, use


def ratio(a, b):
    return float(a / b) if b > 0 else None


def score(profile, series):
    y, s, p, t, x, days = [], [], [], [], [], defaultdict(lambda: [0.0, 0.0])
    true_events = predicted_events = matched = 0
    hours, dates = defaultdict(list), defaultdict(list)
    for part in series:
        yy, ss, pp, tt, use = signals(profile, np.array(part["truth"]), np.array(part["prediction"]))
        y, s, p, t = np.append(y, yy), np.append(s, ss), np.append(p, pp), np.append(t, tt)
        x = np.append(x, part["aggregate"])
        a, b = beginnings(use(yy), part["start"]), beginnings(use(pp), part["start"])
        true_events, predicted_events, matched = true_events + len(a), predicted_events + len(b), matched + pairs(a, b)
        for index, (true, predicted) in enumerate(zip(yy, pp)):
            moment = datetime.fromtimestamp(part["start"] + index * PERIOD, timezone.utc).astimezone(ZONE)
            hours[moment.hour].append((true, predicted))
            dates[part["house"], moment.date().isoformat()].append((true, predicted))
    s, t = s.astype(bool), t.astype(bool)
    error = np.abs(p - y)
    kwh = PERIOD / 3.6e6
    both = s.any() and not s.all()
    larger = np.maximum(p, y)
    daily = sum(abs(sum(q for _, q in d) - sum(r for r, _ in d)) for d in dates.values()) * kwh
    values = {
        "mae_w": sk.mean_absolute_error(y, p),
        "rmse_w": np.sqrt(sk.mean_squared_error(y, p)),
        "mae_on_w": sk.mean_absolute_error(y[s], p[s]) if s.any() else None,
        "sae": ratio(abs(p.sum() - y.sum()), y.sum()),
        "nde": ratio(np.sum((p - y) ** 2), np.sum(y**2)),
        "nep": ratio(error.sum(), y.sum()),
        "mre": np.mean(np.divide(error, larger, out=np.zeros_like(error), where=larger > 0)),
        "mr": ratio(np.minimum(p, y).sum(), larger.sum()),
        "teca": 1 - error.sum() / (2 * y.sum()) if y.sum() > 0 else None,
        "energy_error_percent": ratio(100 * (p.sum() - y.sum()), y.sum()),
        "daily_energy_mae_kwh": daily / (len(y) * PERIOD / 86400),
        "accuracy": sk.accuracy_score(s, t),
        "balanced_accuracy": sk.balanced_accuracy_score(s, t) if both else None,
        "precision": sk.precision_score(s, t) if t.any() else None,
        "recall": sk.recall_score(s, t) if s.any() else None,
        "f1": sk.f1_score(s, t) if s.any() or t.any() else None,
        "mcc": sk.matthews_corrcoef(s, t) if both and t.any() and not t.all() else None,
        "event_precision": ratio(matched, predicted_events),
        "event_recall": ratio(matched, true_events),
        "event_f1": ratio(2 * matched, true_events + predicted_events),
    }
    if profile == "kelly":
        values["sae"] = ratio(p.sum() - y.sum(), max(p.sum(), y.sum()))
        values["teca"] = 1 - error.sum() / (2 * x.sum())
    if profile == "nilmtk":
        values["nde"] = np.sqrt(values["nde"]) if values["nde"] is not None else None
        values["mre"] = np.mean(error / (1 + p))
    scores = {
        "n_on": int(s.sum()),
        "metrics": {key: None if value is None else float(value) for key, value in values.items()},
    }
    if profile == "default":
        scores["by_hour"] = {str(hour): table(hours[hour], kwh) for hour in sorted(hours)}
        scores["by_day"] = {"/".join(day): table(dates[day], kwh) for day in sorted(dates)}
    return scores


def table(samples, kwh):
    """Samples, mean absolute error, true and predicted energy."""
    true, predicted = np.array(samples).T
    return list(map(float, [len(true), np.abs(predicted - true).mean(), true.sum() * kwh, predicted.sum() * kwh]))


def powers(generator, count):
    """Uses of about three hours with pauses, flickers, and the values at which definitions part."""
    watts, row = np.zeros(count), 0
    while row < count:
        row += int(generator.integers(3, 30))
        length = int(generator.integers(1, 20))
        use = generator.choice([0, 3.75, 4, 4.25, 5, 9.75, 10, 10.25, 49.75, 50, 2000, 2500, 2600, 3200], length)
        watts[row : row + length] = use[: max(0, count - row)]
        row += length
    return watts


def main():
    generator = np.random.default_rng(20150329)
    # The second series follows the first after a gap; the first holds the change to summer time.
    parts = [("house_1", 1427500800, 300), ("house_1", 1427700000, 100), ("house_2", 1413936000, 150)]
    cases = {}
    for name in ["random", "random again", "never on", "predicting zero", "perfect"]:
        series = []
        for house, start, count in parts:
            truth = powers(generator, count) if name != "never on" else np.zeros(count)
            noise = np.round(generator.normal(0, 200, count) * 4) / 4
            shifted = np.roll(truth, int(generator.integers(-2, 3)))
            prediction = np.maximum(0, shifted + noise * (generator.random(count) < 0.3))
            prediction = {"predicting zero": np.zeros(count), "perfect": truth}.get(name, prediction)
            aggregate = truth + np.round(generator.uniform(100, 900, count))
            lists = {"aggregate": aggregate, "truth": truth, "prediction": prediction}
            series.append({"house": house, "start": start} | {key: value.tolist() for key, value in lists.items()})
        names = ["default", "kelly", "bert4nilm", "nilmformer", "nilmformer-refit", "nilmtk"]
        cases[name] = {"series": series, "profiles": {profile: score(profile, series) for profile in names}}
    text = json.dumps({"period_s": PERIOD, "time_zone": "Europe/London", "appliance": "dishwasher", "cases": cases})
    for key in ['"profiles"', '{"house"', '"n_on"']:
        text = text.replace(key, "\n" + key)
    Path(__file__).with_name("metrics.json").write_text(text + "\n")


main()
