// The model of chapter 1 in plain JavaScript, written as one would write it without WebAssembly: the same equations, all
// quantities of the same years and regions as `src/model/tam`. `facts` is what `facts.js` writes.

const FIRST = 2024;
const LAST = 2050;

/** The inputs as the equations take them: percentages as fractions, years whole. */
function used(facts, inputs) {
  const entries = facts.inputs.map(({ id, whole }) => {
    const value = inputs[id];
    if (whole) return [id, Math.floor(value + 0.5)];
    return [id, id === "autonomy.speed" ? value : value / 100];
  });
  return Object.fromEntries(entries);
}

/** The base case. */
export const base = (facts) => Object.fromEntries(facts.inputs.map(({ id, base }) => [id, base]));

/** All results: an array of years from 2024, each an array of regions in the order of `facts.regions`. */
export function run(facts, inputs) {
  const p = used(facts, inputs);
  const logistic = (year) => 1 / (1 + Math.exp(-p["autonomy.speed"] * (year - p["autonomy.midpoint_year"])));
  const logistic2040 = logistic(2040);
  const growth = facts.regions.map(() => 1);
  let productivity = 1;
  let wage = 1;
  const years = [];
  for (let year = FIRST; year <= LAST; year += 1) {
    const at = year - FIRST;
    if (at > 0) {
      facts.regions.forEach((facts, r) => (growth[r] *= 1 + (facts.growth[at - 1] ?? p[`growth.${facts.region}`])));
      productivity *= 1 + p["labour.productivity_growth"];
      wage *= 1 + p["labour.wage_growth"];
    }
    const ramp = Math.min(1, Math.max(0, (year - 2025) / (p["reshoring.target_year"] - 2025)));
    const closed = ramp * p["reshoring.share"] * p["reshoring.value_added_content"];
    const adoption = Math.min(1, (p["autonomy.adoption_2040"] * logistic(year)) / logistic2040);
    years.push(
      facts.regions.map((facts, r) => {
        const ratio = facts.region === "jp" ? p["capex.ratio_japan"] : p["capex.ratio_overseas"];
        const mva = facts.mva * growth[r];
        const reshored_value_added = facts.deficit * closed;
        const output = growth[r] + (reshored_value_added / facts.mva) * p["labour.reshored_output"];
        const workers_needed = (facts.workers * output) / productivity;
        const workers_available = facts.workers * facts.working_age[at];
        const shortage = Math.max(0, workers_needed - workers_available);
        return {
          mva,
          capex_as_usual: mva * ratio,
          reshored_value_added,
          reshoring_capex: facts.weighted_deficit * closed * ratio,
          workers_needed,
          workers_available,
          shortage,
          adoption,
          labour_substitution: shortage * facts.wage * wage * adoption,
        };
      }),
    );
  }
  return years;
}

/** A quantity of the four regions together in a year. */
export const total = (results, year, quantity) => results[year - FIRST].reduce((sum, region) => sum + region[quantity], 0);

/** The new market in 2040. */
export const market = (results) => total(results, 2040, "reshoring_capex") + total(results, 2040, "labour_substitution");

/** A draw from a triangular distribution. */
function triangular({ low, base, high }, at) {
  const span = high - low;
  if (span === 0) return base;
  if (at < (base - low) / span) return low + Math.sqrt(at * span * (base - low));
  return high - Math.sqrt((1 - at) * span * (high - base));
}

/** Draws every varied input so many times and returns five percentiles of the market in 2040. */
export function draws(facts, count) {
  const results = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    results[draw] = market(run(facts, Object.fromEntries(facts.inputs.map((row) => [row.id, triangular(row, Math.random())]))));
  }
  results.sort();
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => results[Math.round(share * (count - 1))]);
}
