"""The model of chapter 1 in Python: plain, and all draws at once with numpy. The same equations as `model.js`.

Run as a program it checks itself against the reference results, then prints the result and the seconds of each piece of
work as JSON.
"""

import json
import math
import random
import statistics
import time

import numpy

FIRST, LAST = 2024, 2050
FACTS = json.load(open("target/bench/facts.json"))
BASE = {row["id"]: row["base"] for row in FACTS["inputs"]}
DRAWS = 2000
SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]


def used(inputs):
    """The inputs as the equations take them: percentages as fractions, years whole; numbers or arrays of draws."""
    values = {}
    for row in FACTS["inputs"]:
        value = inputs[row["id"]]
        if row["whole"]:
            value = math.floor(value + 0.5) if isinstance(value, (int, float)) else numpy.floor(value + 0.5)
        elif row["id"] != "autonomy.speed":
            value = value / 100
        values[row["id"]] = value
    return values


def run(inputs, exp=math.exp, least=min, most=max):
    """All results: a list of years from 2024, each a list of regions. With numpy's functions, of all draws at once."""
    p = used(inputs)
    growth = [1.0] * 4
    productivity = wage = 1.0
    logistic = lambda year: 1 / (1 + exp(-p["autonomy.speed"] * (year - p["autonomy.midpoint_year"])))
    logistic_2040 = logistic(2040)
    years = []
    for year in range(FIRST, LAST + 1):
        at = year - FIRST
        if at > 0:
            for r, facts in enumerate(FACTS["regions"]):
                known = at <= len(facts["growth"])
                growth[r] = growth[r] * (1 + (facts["growth"][at - 1] if known else p["growth." + facts["region"]]))
            productivity = productivity * (1 + p["labour.productivity_growth"])
            wage = wage * (1 + p["labour.wage_growth"])
        ramp = least(1.0, most(0.0, (year - 2025) / (p["reshoring.target_year"] - 2025)))
        closed = ramp * p["reshoring.share"] * p["reshoring.value_added_content"]
        adoption = least(1.0, p["autonomy.adoption_2040"] * logistic(year) / logistic_2040)
        regions = []
        for r, facts in enumerate(FACTS["regions"]):
            ratio = p["capex.ratio_japan"] if facts["region"] == "jp" else p["capex.ratio_overseas"]
            mva = facts["mva"] * growth[r]
            reshored = facts["deficit"] * closed
            output = growth[r] + reshored / facts["mva"] * p["labour.reshored_output"]
            needed = facts["workers"] * output / productivity
            available = facts["workers"] * facts["working_age"][at]
            shortage = most(0.0, needed - available)
            regions.append({
                "mva": mva,
                "capex_as_usual": mva * ratio,
                "reshored_value_added": reshored,
                "reshoring_capex": facts["weighted_deficit"] * closed * ratio,
                "workers_needed": needed,
                "workers_available": available,
                "shortage": shortage,
                "adoption": adoption,
                "labour_substitution": shortage * facts["wage"] * wage * adoption,
            })
        years.append(regions)
    return years


def total(results, year, quantity):
    """A quantity of the four regions together in a year."""
    return sum(region[quantity] for region in results[year - FIRST])


def market(results):
    """The new market in 2040."""
    return total(results, 2040, "reshoring_capex") + total(results, 2040, "labour_substitution")


def triangular(row):
    """A draw from a triangular distribution."""
    low, base, high, at = row["low"], row["base"], row["high"], random.random()
    span = high - low
    if span == 0:
        return base
    if at < (base - low) / span:
        return low + math.sqrt(at * span * (base - low))
    return high - math.sqrt((1 - at) * span * (high - base))


def draws():
    """Draws every varied input and returns the median of the market in 2040."""
    results = [market(run({row["id"]: triangular(row) for row in FACTS["inputs"]})) for _ in range(DRAWS)]
    results.sort()
    return [results[round(share * (DRAWS - 1))] for share in SHARES][2]


def draws_at_once():
    """The same with arrays of all draws."""
    rng = numpy.random.default_rng()
    varied = lambda row: row["low"] < row["high"]
    drawn = lambda row: rng.triangular(row["low"], row["base"], row["high"], DRAWS) if varied(row) else row["base"]
    inputs = {row["id"]: drawn(row) for row in FACTS["inputs"]}
    return float(numpy.quantile(market(run(inputs, numpy.exp, numpy.minimum, numpy.maximum)), SHARES)[2])


def check():
    """Stops unless the base case is the reference within 1e-9."""
    reference = json.load(open("src/tests/data/base_case.json"))["tam"]
    for year, regions in zip(range(FIRST, LAST + 1), run(BASE)):
        for facts, result in zip(FACTS["regions"], regions):
            for quantity, value in reference[str(year)][facts["region"]].items():
                assert math.isclose(result[quantity], value, rel_tol=1e-9), (year, facts["region"], quantity)


def timed(work):
    """A result, and the median seconds of doing it once."""
    def batch(times):
        start = time.perf_counter()
        for _ in range(times):
            result = work()
        return result, time.perf_counter() - start
    times = 1
    while True:
        batches = [batch(times) for _ in range(5)]
        seconds = statistics.median(seconds for _, seconds in batches)
        if seconds >= 0.02:
            return batches[0][0], seconds / times
        times *= 2


if __name__ == "__main__":
    check()
    work = {"chapter run": lambda: market(run(BASE)), "chapter draws": draws, "chapter draws, numpy": draws_at_once}
    print(json.dumps({name: timed(it) for name, it in work.items()}))
