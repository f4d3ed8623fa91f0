// Links, host messages, storage and typed text drawn at random: the page stays whole and says what it did not take.
// The seed is printed; REPORT_SEED repeats a run. `src/hostile` draws the same of the Rust side.

import { heard, host, tell } from "./host";
import type { Locator } from "@playwright/test";
import { CHAPTERS, expect, open, test, type Page } from "./page";

const ROUNDS = process.env.REPORT_TESTS === "all" ? 600 : 60;
const SEED = Number(process.env.REPORT_SEED ?? Date.now() % 1e9);

/** Mulberry32: small, and the same in every run with the same seed. */
function draw(seed: number) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  const one = <T>(list: readonly T[]): T => list[below(list.length)];
  return { next, below, one };
}

const MARKUP = `<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script><b id=alien>`;
const NASTY = ["", " ", "-0", "1e308", "1e999", "NaN", "Infinity", "undefined", "null", "0x10", "１００", "−5", "1,000", "..", "%", "%zz", "%00%ff", "9".repeat(400), "javascript:alert(1)", "\"'`", "\u0000", "\u202e", "💣", "*", "*macro.fx*1", "#", "?", "__proto__", "toString", MARKUP];
const KEYS = ["lang", "currency", "usual", "year", "pin", "embed", "inputs", "ground", "model", "q", "doc", "theme", "kind", "verdict", "reshoring.share", "macro.fx", "autonomy.adoption_2040", "labour.productivity_growth", "capture.domestic_share", "genai.adoption_delay", "sovereign.gpu_scenario"];

/** What must not be on any page: numbers that are none, and anything that came as text and became an element. */
async function isWhole(page: Page, about: string) {
  const found = await page.evaluate(() => {
    // What was given from outside is quoted in these, whatever it says.
    const quoting = ".issues, .message, .notice-line, .value-field, .scenario-list, .compared, .ghost-key, .change, .comparison, .found, input";
    const read = (node: Element): string => {
      if (node.matches(quoting)) return "";
      return [...node.childNodes].map((child) => (child instanceof Element ? read(child) : (child.textContent ?? ""))).join(" ");
    };
    const text = [...document.body.children].filter((it) => !it.matches("script, noscript, template")).map(read).join(" ");
    const attributes = [...document.querySelectorAll("[aria-label], [aria-valuetext], [title]")].map((it) => ["aria-label", "aria-valuetext", "title"].map((name) => it.getAttribute(name) ?? "").join(" "));
    return {
      broken: (globalThis as any).broken,
      alien: document.querySelectorAll("#alien, img, [onerror], body script:not([src]):not([type='application/json'])").length,
      bad: /.{0,40}\b(NaN|undefined|Infinity|-?inf)\b.{0,20}/.exec(text)?.[0] ?? null,
      badName: attributes.find((it) => /\b(NaN|undefined|Infinity)\b/.test(it)) ?? null,
      heading: document.querySelector("h1")?.textContent ?? "",
    };
  });
  expect(found, about).toEqual({ broken: undefined, alien: 0, bad: null, badName: null, heading: expect.stringMatching(/./) });
}

/** A text as messages quote it: without what cannot be seen, at most 40 characters; `innerText` draws spaces together. */
const quote = (text: string) => [...text].filter((c) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(c)).slice(0, 40).join("").replace(/\s+/g, " ").trim();

/** Inputs in percent or whole units, none below these numbers. */
const INPUTS = ["reshoring.share", "macro.fx", "autonomy.adoption_2040", "labour.productivity_growth", "capture.domestic_share"];
const ACCEPTED = new Map([["lang", /^(en|ja)$/], ["currency", /^(native|usd|jpy)$/], ["usual", /^[01]$/], ["year", /^20(2[5-9]|3\d|40)$/]]);

/** Whether a part of a link is certainly none that is taken. */
function isRefused(key: string, text: string) {
  const accepted = ACCEPTED.get(key);
  if (accepted) return !accepted.test(text);
  if (INPUTS.includes(key)) return !/\d/.test(text.normalize("NFKC")) && quote(text) !== "";
  return ["undefined", "null", "0x10", "1e999", "javascript:alert(1)", "__proto__", "toString", "💣", "..", MARKUP].includes(key);
}

test.beforeAll(() => console.log(`  REPORT_SEED=${SEED}, ${ROUNDS} rounds`));
test.use({ locale: "en-GB" });

test("random links: the page stands, whole, and says what it left out", async ({ page }) => {
  test.setTimeout(600_000);
  const { next, below, one } = draw(SEED);
  const value = () => (next() < 0.5 ? one(NASTY) : one(["en", "ja", "jpy", "1", "2030", "004", String(next() * 300 - 50), String(below(200))]));
  await open(page, "./#/overview?lang=en");
  let [bad, named] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const pairs = Array.from({ length: below(7) }, () => {
      const key = next() < 0.85 ? one(KEYS.filter((key) => key !== "embed")) : one(NASTY);
      const text = value();
      return next() < 0.7 ? `${encodeURIComponent(key)}=${encodeURIComponent(text)}` : `${key}=${text}`;
    });
    const link = `#/${next() < 0.9 ? one(CHAPTERS) : encodeURIComponent(one(NASTY))}${next() < 0.3 ? `/${one(["market", ...NASTY])}` : ""}?${pairs.join("&")}${next() < 0.5 ? "&certainly=wrong" : ""}`;
    await page.evaluate((link) => (location.hash = link), link);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await isWhole(page, link);
    // Parts that no version takes, by rules of their own: what must be said does not rest on what the page says.
    // A question mark in the path begins another query than that of the pairs.
    const wrong = (link.split("?").length > 2 && link.includes("/??") ? [] : pairs).map((pair) => new URLSearchParams(pair)).flatMap((it) => [...it]).filter(([key, text]) => isRefused(key, text));
    if (wrong.length > 0) {
      const said = await page.locator(".issues p").innerText();
      for (const [key, text] of wrong) {
        const name = quote(INPUTS.includes(key) ? text : key);
        const named = ACCEPTED.has(key) ? [`${key}=${quote(text)}`] : [`“${name}`, `「${name}`];
        expect(named.some((it) => said.includes(it)), `${link}: ${key}=${text} in ${said}`).toBe(true);
      }
      named += wrong.length;
    }
    if (link.endsWith("&certainly=wrong")) {
      bad += 1;
      await expect(page.locator(".issues p"), link).not.toBeEmpty();
      await expect(page.locator(".issues"), link).toBeVisible();
    }
  }
  expect(bad).toBeGreaterThan(0);
  expect(named).toBeGreaterThan(ROUNDS / 4);
});

test("random wishes for embeds: the page stands, and names what it does not have", async ({ page }) => {
  test.setTimeout(600_000);
  const { next, one } = draw(SEED + 1);
  let named = 0;
  for (let round = 0; round < ROUNDS / 6; round += 1) {
    const asks = ["embed", "inputs", "ground", "model"].filter((key) => key === "embed" || next() < 0.5).map((key) => `${key}=${encodeURIComponent(one([...NASTY, "market", "chapter", "reshoring.share", "dark"]))}`);
    const link = `./#/${one(CHAPTERS)}?lang=en&${asks.join("&")}`;
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.locator(".embed").first(), link).toBeVisible();
    await expect(page.locator("figure, .issues:visible, article").first(), link).toBeVisible();
    const asked = new URLSearchParams(link.split("?")[1]);
    const lists: Record<string, string[]> = { inputs: ["reshoring.share", ""], ground: ["dark"], embed: ["market", "chapter"] };
    const wrong = Object.entries(lists).filter(([key, good]) => asked.has(key) && !good.includes(asked.get(key)!) && quote(asked.get(key)!.split(",").find(Boolean) ?? "") !== "");
    for (const [key] of wrong) {
      const said = (await page.locator(".issues").allInnerTexts()).join(" ");
      expect(said, link).toContain(`${key}: “`);
      expect(said, link).toContain(quote(asked.get(key)!.split(",").find(Boolean)!));
      named += 1;
    }
    const alien = await page.evaluate(() => [(globalThis as any).broken ?? 0, document.querySelectorAll("#alien, img").length]);
    expect(alien, link).toEqual([0, 0]);
  }
  expect(named).toBeGreaterThan(0);
});

test("random messages of a host: each is answered, and the embed stands", async ({ page }) => {
  test.setTimeout(600_000);
  const { next, below, one } = draw(SEED + 2);
  await host(page, { one: { link: "#/reshoring?lang=en&embed=market&inputs=reshoring.share" } });
  const strange = (): unknown => one([null, true, NaN, Infinity, -1e308, 0, "", [], {}, { a: [1] }, "x".repeat(5000), ...NASTY]);
  let wrong = 0;
  for (let round = 0; round < ROUNDS * 3; round += 1) {
    const type = next() < 0.8 ? one(["set", "preset", "lang", "theme", "view", "getState"]) : strange();
    const message: Record<string, unknown> = { type };
    if (next() < 0.7) message.inputs = Object.fromEntries(Array.from({ length: below(4) }, () => [one([...KEYS, ...NASTY]), next() < 0.5 ? next() * 400 - 100 : strange()]));
    for (const key of ["preset", "lang", "theme", "figure", "year", "usual", "currency", "whole", "id"]) if (next() < 0.2) message[key] = strange();
    await tell(page, "one", message);
    if (next() < 0.2) await tell(page, "one", one([strange(), { industry2040: strange() }]), true);
    if (next() < 0.2) {
      await tell(page, "one", { type: "certainly wrong" });
      wrong += 1;
    }
  }
  await tell(page, "one", { type: "lang", lang: "en" });
  await tell(page, "one", { type: "getState", id: "last" });
  await expect.poll(async () => (await heard(page, "state")).some(({ id }) => id === "last"), { timeout: 60_000 }).toBe(true);
  const errors = await heard(page, "error");
  expect(errors.filter(({ value }) => value === "certainly wrong")).toHaveLength(wrong);
  // A list that an error before it has is not repeated.
  const saysWhat = ({ message, accepted }: any) => accepted.length > 0 || /is listed above|more are not accepted/.test(message);
  expect(errors.filter((it) => !saysWhat(it))).toEqual([]);
  const { parameters } = (await heard(page, "state")).at(-1)!;
  expect(parameters.filter(({ value, min, max }: any) => !(value >= min && value <= max))).toEqual([]);
  const changes = await heard(page, "change");
  const values = changes.flatMap(({ outputs }) => outputs.flatMap((it: any) => it.values ?? [it.value]));
  expect(values.filter((value: unknown) => value !== null && !Number.isFinite(value))).toEqual([]);
  const frame = page.frameLocator("#one");
  await expect(frame.locator("figure canvas")).toBeVisible();
  await expect(frame.locator("#alien, img")).toHaveCount(0);
  expect(await frame.locator("body").innerText()).not.toMatch(/NaN|undefined|Infinity/);
});

test("random storage: the report opens, and what cannot be read is told and kept", async ({ page }) => {
  test.setTimeout(600_000);
  const { next, below, one } = draw(SEED + 3);
  let damaged = 0;
  const kept = () => {
    const entry = () => JSON.stringify({ name: one(NASTY), changes: { [one([...KEYS, ...NASTY])]: next() < 0.5 ? next() * 300 : one(NASTY) } });
    const text = `{"version": ${one(["1", "1", "1", "2", '"1"', "null"])}, "scenarios": [${Array.from({ length: below(4) }, entry).join(",")}]}`;
    return next() < 0.7 ? text : one([text.slice(0, below(text.length)), ...NASTY, "[".repeat(20_000), "{}", "[]"]);
  };
  await open(page, "./#/reshoring?lang=en");
  for (let round = 0; round < ROUNDS / 6; round += 1) {
    const texts = { "industry2040.scenarios": kept(), "industry2040.theme": one(NASTY), "industry2040.lang": one(NASTY), "industry2040.shortcuts": one(NASTY) };
    await page.evaluate((texts) => {
      localStorage.clear();
      for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    }, texts);
    await page.goto("about:blank");
    await open(page, "./#/reshoring?lang=en");
    await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
    await expect(page.locator("#bench-title")).toBeVisible();
    await isWhole(page, JSON.stringify(texts));
    const [now, aside] = await page.evaluate(() => [localStorage.getItem("industry2040.scenarios"), localStorage.getItem("industry2040.scenarios.aside-1")]);
    // By a rule of its own: what is not a list of version 1 with names and known inputs is damage, and must be said.
    if (isDamaged(texts["industry2040.scenarios"])) {
      await expect(page.locator("dialog.bench .notice-line"), texts["industry2040.scenarios"]).not.toBeEmpty();
      damaged += 1;
    }
    if (now !== texts["industry2040.scenarios"]) {
      expect(aside, "nothing is lost").toBe(texts["industry2040.scenarios"]);
      await expect(page.locator("dialog.bench .notice-line")).toContainText("a copy is kept");
    }
  }
  await page.evaluate(() => localStorage.clear());
  expect(damaged).toBeGreaterThan(0);
});

/** Whether what was kept is certainly no list of scenarios: no JSON, another version, or a value that is no number. */
function isDamaged(text: string) {
  if (text === "") return false;
  try {
    const { version, scenarios } = JSON.parse(text);
    return version !== 1 || !Array.isArray(scenarios) || scenarios.some(({ changes }: any) => Object.values(changes).some((it) => typeof it !== "number"));
  } catch {
    return true;
  }
}

/** What a keyboard can write into a field. */
const TYPED = NASTY.filter((text) => !/[\u0000\u202e]/.test(text));

/** Least, present and largest value of the slider beside a field. */
const sliderOf = (field: Locator) =>
  field.evaluate((field) => {
    const { min, value, max } = field.closest("[data-param]")!.querySelector<HTMLInputElement>("input[type=range]")!;
    return [min, value, max].map(Number);
  });

test("random typed text: a value within its range, or a message that names it", async ({ page }) => {
  test.setTimeout(600_000);
  const { next, one } = draw(SEED + 4);
  let [refused, taken] = [0, 0];
  for (const chapter of CHAPTERS.slice(1, 6)) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en`);
    const fields = page.locator("#assumptions .value-field");
    const count = await fields.count();
    for (let round = 0; round < ROUNDS / 4; round += 1) {
      const at = Math.floor(next() * count);
      const field = fields.nth(at);
      if (!(await field.isVisible())) continue;
      // One that fits first: few of the others do.
      const random = next() < 0.6 ? one(TYPED) : String((next() - 0.3) * 10 ** Math.floor(next() * 8));
      const text = taken === 0 ? (await field.inputValue()).trim() : random;
      // By the keyboard, as a reader does it.
      await field.focus();
      await field.press("ControlOrMeta+a");
      await field.press("Delete");
      const before = await sliderOf(field);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      const told = await field.evaluate(async (field: HTMLInputElement) => {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const alert = field.closest("[data-param]")!.querySelector<HTMLElement>('[role="alert"]')!;
        return { shown: field.value, message: alert.hidden ? "" : alert.textContent!, invalid: field.getAttribute("aria-invalid") };
      });
      const [min, value, max] = await sliderOf(field);
      expect(min <= value && value <= max, `${text}: ${value}`).toBe(true);
      expect(told.message.length).toBeLessThan(300);
      const rounded = /^Rounded to (.+), the nearest value that this input takes\.$/.exec(told.message);
      const isRefused = told.message !== "" && !rounded;
      expect(told.invalid, text).toBe(String(isRefused));
      if (isRefused) {
        expect(told.message, text).toContain("is not accepted; enter a number from");
        expect(told.message.replace(/\s+/g, " "), text).toContain(`“${quote(text)}`);
        expect(value, `${text} moved the input all the same`).toBe(before[1]);
        refused += 1;
      } else {
        // Then it was a number, and the field shows that number, to the digits that it shows.
        expect(told.shown, text).toMatch(/^[−-]?[\d,]+(\.\d+)?$/);
        const typed = Number(text.normalize("NFKC").trim().replace("−", "-").replace(/,(?=\d{3}(\D|$))/g, ""));
        const shown = Number(told.shown.replace("−", "-").replaceAll(",", ""));
        const steps = await field.evaluate((field) => Number(field.closest("[data-param]")!.querySelector<HTMLInputElement>("input[type=range]")!.step));
        const decimals = told.shown.split(".")[1]?.length ?? 0;
        // What was changed on the way is told, and nothing else.
        if (rounded) expect(rounded[1], text).toBe(told.shown);
        else if (text.trim() !== "") expect(Math.abs(typed - shown), `${text} became ${told.shown} without a word`).toBeLessThanOrEqual(10 ** -decimals / 2 + 1e-9);
        expect(text.trim() === "" ? shown : Math.abs(typed - shown), `${text} became ${told.shown}`).toBeLessThanOrEqual(text.trim() === "" ? Infinity : Math.max(steps, 10 ** -decimals));
        taken += 1;
      }
    }
    await isWhole(page, chapter);
  }
  expect(refused).toBeGreaterThan(10);
  expect(taken).toBeGreaterThan(0);
});

test("text from outside is never markup, wherever it is repeated", async ({ page, watched }) => {
  const M = encodeURIComponent(MARKUP);
  for (const link of [
    `./#/${M}?lang=en`,
    `./#/reshoring/${M}?lang=en`,
    `./#/reshoring?lang=${M}&currency=${M}&year=${M}&usual=${M}&${M}=${M}&reshoring.share=${M}`,
    `./#/reshoring?lang=en&pin=${M}*reshoring.share*50*${M}*1`,
    `./#/evidence?lang=en&q=${M}&doc=${M}`,
    `./#/evidence/register?lang=en&q=${M}`,
    `./#/evidence/glossary?lang=en&term=${M}`,
  ]) {
    await page.goto("about:blank");
    await open(page, link);
    await page.waitForTimeout(300);
    await isWhole(page, link);
    if (/pin=/.test(link)) await expect(page.locator("main")).toContainText("<img src=x");
  }
  for (const asks of [`embed=${M}&inputs=${M}&ground=${M}`, `embed=market&model=${M}`]) {
    await page.goto("about:blank");
    await page.goto(`./#/reshoring?lang=en&${asks}`);
    await expect(page.locator(".issues:visible, .frozen").first()).toContainText("<img src=x");
    await expect(page.locator("#alien, img")).toHaveCount(0);
  }

  await page.goto("about:blank");
  await open(page, "./#/reshoring?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
  await page.locator("#scenario-name").fill(MARKUP);
  await page.locator("#scenario-name").press("Enter");
  await expect(page.locator("dialog.bench .saved h4")).toContainText("<img src=x");
  await page.locator("#scenario-file").setInputFiles({ name: `${MARKUP.replaceAll("/", "")}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ [MARKUP]: MARKUP, "macro.fx": MARKUP })) });
  await expect(page.locator("dialog.bench .notice-line")).toContainText("<img src=x");
  await page.locator("dialog.bench .saved").getByRole("button", { name: /^Compare with: <img/ }).click();
  await isWhole(page, "scenario names");

  await host(page, { one: { link: "#/reshoring?lang=en&embed=market" } }, true);
  const warned: string[] = [];
  page.on("console", (message) => warned.push(message.text()));
  for (const message of [{ type: MARKUP }, { type: "set", inputs: { [MARKUP]: 1, "macro.fx": MARKUP } }, { type: "view", [MARKUP]: 1, figure: MARKUP }]) await tell(page, "one", message);
  await expect.poll(async () => (await heard(page, "error")).length).toBeGreaterThan(3);
  await expect(page.locator("#alien, img")).toHaveCount(0);
  await expect(page.frameLocator("#one").locator("#alien, img")).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as any).broken)).toBeUndefined();
  // The host script repeats errors on the console, as text.
  watched.complaints.splice(0, Infinity, ...watched.complaints.filter((line) => !line.startsWith("warning: industry2040: ")));
});

test.describe("trusted types", () => {
  test.use({ serviceWorkers: "allow" });

  test("no text becomes script or markup: every sink throws, and the page makes scripts of its own files alone", async ({ page, watched }) => {
    await open(page, "./#/reshoring/market?lang=en&reshoring.share=50");
    await expect(page.locator("figure#market canvas")).toBeVisible();
    // Later: what the test itself evaluates at once may do anything.
    const thrown = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 50));
      const tries: Record<string, () => unknown> = {
        innerHTML: () => (document.createElement("div").innerHTML = "<b>"),
        outerHTML: () => (document.body.appendChild(document.createElement("div")).outerHTML = "<b>"),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<b>"),
        srcdoc: () => (document.createElement("iframe").srcdoc = "<b>"),
        "script.src": () => (document.createElement("script").src = "./embed.js"),
        "script.text": () => (document.createElement("script").text = "1"),
        "document.write": () => document.write("<b>"),
        parseFromString: () => new DOMParser().parseFromString("<b>", "text/html"),
        eval: () => eval("1"),
        Function: () => new Function("1"),
        Worker: () => new Worker("./embed.js"),
        "the policy of the page": () => (globalThis as any).industry2040Trusted("https://example.com/script.js"),
        "the policy of the page, with a file of data": () => (globalThis as any).industry2040Trusted("evidence.json"),
        "another policy": () => (globalThis as any).trustedTypes.createPolicy("other", {}),
        "the same policy again": () => (globalThis as any).trustedTypes.createPolicy("industry2040", {}),
      };
      return Object.entries(tries).map(([name, act]) => {
        try {
          act();
          return `${name}: ran`;
        } catch {
          return `${name}: threw`;
        }
      });
    });
    expect(thrown.filter((line) => line.endsWith("ran"))).toEqual([]);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((it) => it.length))).toBe(1);
    watched.complaints.splice(0);
  });
});
