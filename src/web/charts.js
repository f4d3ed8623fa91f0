// The part of ECharts that the report draws with: lines, bars and their axes on a canvas.
// Legends, readouts and titles are HTML of the report; GridSimpleComponent is the grid without the axis pointer
// that only ECharts' own tooltip would need, which saves 7 kB compressed.

import { BarChart, LineChart } from "echarts/charts";
import { GridSimpleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, BarChart, GridSimpleComponent, CanvasRenderer]);

/** What the Rust side calls (`src/web/echarts.rs`). A chart is opaque to it; sizes are in CSS pixels. */
globalThis.industry2040Charts = Object.freeze({
  /** Makes an empty chart in `element`. */
  create: (element, width, height) => init(element, null, { renderer: "canvas", width, height }),
  /** Draws `option` at once: instead of what is there when `fresh`, otherwise merged into it. */
  set: (chart, option, fresh) => chart.setOption(option, { notMerge: fresh, lazyUpdate: false, silent: true }),
  /** Draws the chart in another size. */
  resize: (chart, width, height) => chart.resize({ width, height, silent: true }),
  /** Frees the chart; it must not be used afterwards. */
  dispose: (chart) => chart.dispose(),
});
