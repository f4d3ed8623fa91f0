// The part of ECharts that the report draws with: lines, bars and their axes on a canvas.
// Legends, readouts and titles are HTML of the report; GridSimpleComponent is the grid without the axis pointer
// that only ECharts' own tooltip would need, which saves 7 kB compressed.

import { BarChart, LineChart } from "echarts/charts";
import { GridSimpleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, BarChart, GridSimpleComponent, CanvasRenderer]);

const textStyle = { fontFamily: getComputedStyle(document.documentElement).fontFamily };

/** A tick with a true minus and thousands in groups: the option itself carries no functions. */
const tick = (value) => value.toLocaleString("en", { maximumFractionDigits: 6 }).replace("-", "−");

/** A year is a name more than a number: no groups. */
const year = (value) => String(value);

/** Adds to a whole option what the Rust types of the chart cannot say. */
function dress(option) {
  for (const axis of [option.xAxis, option.yAxis].flat()) {
    if (axis.axisLabel.formatter === "{year}") axis.axisLabel.formatter = year;
    if (axis.type === "value") axis.axisLabel.formatter ??= tick;
    else axis.axisLine.lineStyle = { color: axis.axisLabel.color };
    // Bars of nothing have edges in the colour of the paper, which would cut the line of zero into dashes.
    if (axis.inverse) axis.z = 3;
  }
  // Plots lie where the Rust side lays them out: words over them are placed by the same numbers.
  for (const grid of option.grid) grid.outerBoundsMode = "none";
  for (const series of option.series) {
    Object.assign(series, { silent: true, connectNulls: true, barGap: "-100%", barWidth: "70%", emphasis: { disabled: true } });
    // Floating columns and bands add up whatever their signs; other stacks go up and down from zero.
    if (series.stack?.startsWith("sum")) series.stackStrategy = "all";
    series.symbolSize = series.symbol === "circle" ? ([, , diameter]) => diameter : 13;
  }
  return option;
}

/** The bars of charts that lie within each other, with what was drawn last, by the ids of their series. */
const nested = new WeakMap();

/** Of bars within each other the longest is drawn first, whichever series it is of: none is hidden. */
function inFront(chart, option, fresh) {
  const isNested = ({ id, type, stack }) => type === "bar" && !stack && /^\d+\.\d+$/.test(id);
  if (fresh) nested.set(chart, new Map(option.series.filter(isNested).map(({ id, data, itemStyle }) => [id, { data, color: itemStyle.color }])));
  const bars = nested.get(chart);
  const moved = option.series.filter(({ id }) => bars.has(id));
  for (const { id, data } of moved) bars.get(id).data = data;
  for (const panel of new Set(moved.map(({ id }) => id.split(".")[0]))) {
    const ids = [...bars.keys()].filter((id) => id.split(".")[0] === panel);
    if (ids.length < 2) continue;
    const length = ({ value }) => Math.abs(Number(value) || 0);
    const ranked = bars.get(ids[0]).data.map((_, index) =>
      ids.map((id) => ({ value: bars.get(id).data[index], itemStyle: { color: bars.get(id).color } })).sort((one, other) => length(other) - length(one)),
    );
    for (const [rank, id] of ids.entries()) {
      const data = ranked.map((ordered) => ordered[rank]);
      const series = option.series.find((series) => series.id === id);
      if (series) series.data = data;
      else option.series.push({ id, type: "bar", data });
    }
  }
  return option;
}

/** What the Rust side calls (`src/web/echarts.rs`). A chart is opaque to it; sizes are in CSS pixels. */
globalThis.industry2040Charts = {
  /** Makes an empty chart in `element`. */
  create: (element, width, height) =>
    // Sharp where styles magnify the figure, as they do when presenting.
    init(element, { textStyle }, { renderer: "canvas", width, height, devicePixelRatio: devicePixelRatio * (element.currentCSSZoom ?? 1) }),
  /** Draws `option` at once: instead of what is there when `fresh`, otherwise merged into it. */
  set: (chart, option, fresh) =>
    chart.setOption(inFront(chart, fresh ? dress(option) : option, fresh), { notMerge: fresh, lazyUpdate: false, silent: true }),
  /** Draws the chart in another size. */
  resize: (chart, width, height) => chart.resize({ width, height, silent: true }),
  /** Frees the chart; it must not be used afterwards. */
  dispose: (chart) => chart.dispose(),
};
