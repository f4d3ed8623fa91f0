"""The model of chapter 1 and its chart as a Streamlit app."""

import sys

import pandas
import streamlit

sys.path.append("bench")
from model import BASE, run, total  # noqa: E402

growth = streamlit.slider("Labour productivity growth, % a year", 0.0, 3.0, 0.0, 0.05)
results = run({**BASE, "labour.productivity_growth": growth})
years = range(2025, 2041)
rows = {
    "Reshoring CAPEX": [total(results, year, "reshoring_capex") for year in years],
    "Substitution": [total(results, year, "labour_substitution") for year in years],
}
streamlit.bar_chart(pandas.DataFrame(rows, index=[str(year) for year in years]), y_label="USD bn")
