"""The model of chapter 1 and its chart as a Dash app."""

import sys

from dash import Dash, Input, Output, dcc, html

sys.path.append("bench")
from model import BASE, run, total  # noqa: E402

YEARS = list(range(2025, 2041))
NAMES = {"reshoring_capex": "Reshoring CAPEX", "labour_substitution": "Substitution"}

app = Dash(update_title=None)
app.layout = html.Div([
    html.Label("Labour productivity growth, % a year"),
    dcc.Slider(0, 3, 0.05, value=0, marks=None, updatemode="drag", id="growth"),
    dcc.Graph(id="market"),
])


@app.callback(Output("market", "figure"), Input("growth", "value"))
def figure(growth):
    results = run({**BASE, "labour.productivity_growth": growth})
    bars = [
        {"type": "bar", "name": name, "x": YEARS, "y": [total(results, year, quantity) for year in YEARS]}
        for quantity, name in NAMES.items()
    ]
    return {"data": bars, "layout": {"barmode": "stack", "yaxis": {"title": {"text": "USD bn"}}}}


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
