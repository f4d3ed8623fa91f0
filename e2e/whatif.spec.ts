// Asking what if: undo and replay, scenarios, comparison, and what a result rests on.

import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { RESHORING, expect, open, test, type Page } from "./page";

const panel = (page: Page, id: string) => page.locator(`#assumptions [data-param="${id}"]`);
const field = (input: Locator) => input.locator('input[type="text"]');
const market = (page: Page) => page.locator('[data-output="tam.new_market"]');
const tool = (page: Page, name: string) => page.locator(".steps").getByRole("button", { name, exact: true });
const sheet = (page: Page) => page.locator("dialog.bench");
const hash = (page: Page) => page.evaluate(() => location.hash);
const notice = (page: Page) => sheet(page).locator(".notice-line");
const preset = (page: Page, name: string) => sheet(page).locator(".presets li").filter({ has: page.getByRole("heading", { name, exact: true }) });

async function set(page: Page, id: string, value: number) {
  await panel(page, id).locator('input[type="range"]').evaluate((element: HTMLInputElement, value) => {
    element.value = String(value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

async function analyse(page: Page, tab: string) {
  if (!(await sheet(page).isVisible())) await tool(page, "Analysis").click();
  await sheet(page).getByRole("tab", { name: tab }).click();
}

test.use({ locale: "en-GB" });

test("undo and redo go along with back and forward, past entries that only changed the view", async ({ page }) => {
  await open(page, RESHORING);
  const share = field(panel(page, "reshoring.share"));
  await expect(tool(page, "Undo")).toHaveAttribute("aria-disabled", "true");
  await expect(tool(page, "Redo")).toHaveAttribute("aria-disabled", "true");
  await set(page, "reshoring.share", 80);
  await set(page, "reshoring.share", 80);
  await page.getByRole("button", { name: "日本語" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await set(page, "autonomy.adoption_2040", 50);
  await expect(tool(page, "Undo")).toHaveAttribute("aria-disabled", "false");
  await tool(page, "Undo").click();
  await expect(field(panel(page, "autonomy.adoption_2040"))).toHaveValue("26.9");
  await expect(share).toHaveValue("80");
  await tool(page, "Undo").click();
  await expect(share).toHaveValue("100");
  await expect(tool(page, "Undo")).toHaveAttribute("aria-disabled", "true");
  await page.goForward();
  await expect(share).toHaveValue("80");
  await tool(page, "Redo").click();
  await expect(field(panel(page, "autonomy.adoption_2040"))).toHaveValue("50.0");
  await expect(tool(page, "Redo")).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(share).toHaveValue("100");
  await tool(page, "Undo").click();
  await expect(share).toHaveValue("80");
  await page.goBack();
  await expect(field(panel(page, "autonomy.adoption_2040"))).toHaveValue("26.9");
});

test("keys undo and redo outside text fields, and can be switched off for good", async ({ page }) => {
  await open(page, RESHORING);
  const share = panel(page, "reshoring.share");
  await set(page, "reshoring.share", 80);
  await field(share).focus();
  await page.keyboard.press("Control+z");
  await expect(field(share)).toHaveValue("80");
  await share.locator('input[type="range"]').focus();
  await page.keyboard.press("Control+z");
  await expect(field(share)).toHaveValue("100");
  await page.keyboard.press("Control+Shift+z");
  await expect(field(share)).toHaveValue("80");
  await page.keyboard.press("Control+z");
  await expect(field(share)).toHaveValue("100");
  await page.keyboard.press("Control+y");
  await expect(field(share)).toHaveValue("80");
  await tool(page, "Scenarios").click();
  await sheet(page).getByLabel(/Ctrl or Cmd with Z/).uncheck();
  await sheet(page).getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(200);
  await expect(field(share)).toHaveValue("80");
  await page.reload();
  await tool(page, "Scenarios").click();
  await expect(sheet(page).getByLabel(/Ctrl or Cmd with Z/)).not.toBeChecked();
});

test("the last change is replayed slowly and ends where it was, without a new entry of the history", async ({ page }) => {
  await open(page, RESHORING);
  await set(page, "labour.productivity_growth", 2);
  const entries = await page.evaluate(() => history.length);
  const growth = field(panel(page, "labour.productivity_growth"));
  await tool(page, "Replay").click();
  const seen = new Set<string>();
  const start = Date.now();
  while (Date.now() - start < 1900) {
    seen.add(await market(page).locator(".number").innerText());
    await page.waitForTimeout(100);
  }
  expect(seen.size, "states on the way").toBeGreaterThan(4);
  await expect(growth).toHaveValue("2.00");
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test.describe(() => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("under reduced motion the replay is one step", async ({ page }) => {
    await open(page, RESHORING);
    await set(page, "labour.productivity_growth", 2);
    const seen = new Set<string>();
    await tool(page, "Replay").click();
    for (let look = 0; look < 12; look += 1) {
      seen.add(await field(panel(page, "labour.productivity_growth")).inputValue());
      await page.waitForTimeout(80);
    }
    expect([...seen].sort()).toEqual(["0.00", "2.00"]);
    await expect(field(panel(page, "labour.productivity_growth"))).toHaveValue("2.00");
  });
});

test("a preset tells what it changes, and undo takes it back", async ({ page }) => {
  await open(page, RESHORING);
  await set(page, "reshoring.share", 80);
  await tool(page, "Scenarios").click();
  await preset(page, "Strong yen").getByRole("button", { name: "Apply: Strong yen" }).click();
  await expect(notice(page).getByRole("status")).toHaveText("“Strong yen” applied. It changes:");
  await expect(notice(page).locator("li")).toHaveText(["Exchange rate 150 JPY per USD → 110 JPY per USD", "Reshoring share 80% → 100%"]);
  await expect.poll(() => hash(page)).toContain("macro.fx=110");
  await tool(page, "Undo").click();
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("80");
});

test("scenarios are saved, renamed, deleted with a way back, and survive a reload", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=70");
  await tool(page, "Scenarios").click();
  const saved = sheet(page).locator(".saved li");
  await sheet(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(notice(page)).toContainText("Enter a name");
  await sheet(page).getByLabel("Save the present scenario as").fill("My <case> *");
  await sheet(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved.locator("h4")).toHaveText(["My <case> ×"]);
  await expect(saved.locator("p")).toHaveText(["Reshoring share 70"]);
  await saved.getByRole("button", { name: /^Rename/ }).click();
  await saved.getByLabel("New name").fill("Seventy");
  await saved.getByLabel("New name").press("Enter");
  await expect(saved.locator("h4")).toHaveText(["Seventy"]);
  await saved.getByRole("button", { name: /^Delete/ }).click();
  await expect(saved).toHaveCount(0);
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(saved.locator("h4")).toHaveText(["Seventy"]);
  await page.goto("about:blank");
  await open(page, RESHORING);
  await tool(page, "Scenarios").click();
  await saved.getByRole("button", { name: /^Apply/ }).click();
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("70");
});

test("damaged storage is reported and set aside whole, and what can be read stays", async ({ page }) => {
  const text = '{"version": 1, "scenarios": [{"name": "good", "changes": {"macro.fx": 110}}, {"name": "bad", "changes": {"macro.fx": "lots"}}]}';
  await open(page, RESHORING);
  await page.evaluate((text) => localStorage.setItem("industry2040.scenarios", text), text);
  await tool(page, "Scenarios").click();
  await expect(notice(page)).toContainText("a copy is kept under industry2040.scenarios.aside-1");
  await expect(notice(page)).toContainText("“bad”: Exchange rate: “\"lots\"” is not accepted; enter a number from 80 to 220");
  await expect(sheet(page).locator(".saved h4")).toHaveText(["good"]);
  expect(await page.evaluate(() => localStorage.getItem("industry2040.scenarios.aside-1"))).toBe(text);
  await sheet(page).getByRole("button", { name: "Close" }).click();
  await page.evaluate(() => localStorage.setItem("industry2040.scenarios", "{nonsense"));
  await tool(page, "Scenarios").click();
  await expect(notice(page)).toContainText("aside-2");
  await expect(sheet(page).locator(".saved h4")).toHaveCount(0);
});

test("full storage is said and nothing is lost", async ({ page }) => {
  await open(page, RESHORING);
  await tool(page, "Scenarios").click();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await sheet(page).getByLabel("Save the present scenario as").fill("x");
  await sheet(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(notice(page)).toContainText("The browser’s storage is full.");
  await expect(sheet(page).locator(".saved li")).toHaveCount(0);
});

test("a scenario is exported as the command line reads it, and read back; bad files are told", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=70&macro.fx=110");
  await tool(page, "Scenarios").click();
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: "Export the present scenario" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(JSON.parse(text)).toEqual({ "macro.fx": 110, "reshoring.share": 70 });
  const file = sheet(page).getByLabel("Import a JSON file");
  const give = (name: string, text: string) => file.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await give("bad.json", '{"macro.fx": 500, "macro.fy": 1}');
  await expect(notice(page)).toContainText("The file could not be read: bad.json");
  await expect(notice(page).locator("li")).toHaveText([
    "Exchange rate: “500” is not accepted; enter a number from 80 to 220 JPY per USD",
    "“macro.fy” is not an input of the model; nearest are macro.fx",
  ]);
  await give("broken.json", "{");
  await expect(notice(page).locator("li")).toHaveText([/^not readable as JSON/]);
  await page.getByRole("button", { name: "Reset all" }).click();
  await give("mine.json", text);
  await expect(notice(page)).toContainText("“mine” applied.");
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("70");
});

test("a pinned scenario is the ghost of a stacked figure, of results and tables, and stays in the link", async ({ page }) => {
  await open(page, RESHORING);
  await tool(page, "Scenarios").click();
  await preset(page, "Half the adoption").getByRole("button", { name: /^Compare with/ }).click();
  await expect.poll(() => hash(page)).toContain("&pin=Half+the+adoption*autonomy.adoption_2040*13.5");
  await expect(sheet(page).locator(".comparison tr", { hasText: "Autonomy adoption in 2040" })).toContainText("13.5% of missing work");
  await expect(sheet(page).locator(".comparison tr", { hasText: "New market, 2040" })).toContainText(/\$216 bn.*\$360 bn.*\+\$14\d bn/);
  await sheet(page).getByRole("button", { name: "Close" }).click();
  await expect(market(page).locator(".change")).toHaveText(/^\+\$14\d bn vs Half the adoption$/);
  await expect(page.locator('[data-output="tam.reshoring_capex"] .change')).toHaveText("as in Half the adoption");
  const figure = page.locator("figure#market");
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator(".ghost-key")).toHaveText("Half the adoption");
  await expect(figure.locator(".readout .difference:visible").last()).toHaveText(/^\+\$14\d bn$/);
  await figure.getByRole("button", { name: "Table" }).click();
  await expect(figure.getByRole("columnheader", { name: "Labour substitution (Half the adoption)" })).toBeVisible();
  const link = page.url();
  await page.goto("about:blank");
  await open(page, link);
  await expect(market(page).locator(".change")).toContainText("vs Half the adoption");
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await expect(market(page).locator(".change")).toHaveText("as in the base case");
  expect(await hash(page)).not.toContain("pin=");
});

test("the bad parts of a pinned scenario are reported", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&pin=Mine*macro.fx*900*no.such*1");
  await expect(page.locator(".issues p")).toContainText("Exchange rate: “900” is not accepted");
  await expect(page.locator(".issues p")).toContainText("“no.such” is not an input");
});

test("a link says what it loses of its pin and its path", async ({ page }) => {
  for (const [link, said] of [
    ["./#/reshoring?lang=en&pin=A*reshoring.share*50*reshoring.share*60", "“reshoring.share” appears more than once"],
    [`./#/reshoring?lang=en&pin=${"n".repeat(61)}*reshoring.share*50`, "was cut; accepted are up to 60 characters"],
    ["./#/reshoring?lang=en&pin=", "pin= is unknown; accepted: name*input"],
    ["./#/reshoring/market/extra/parts?lang=en", "no section “market/extra/parts” in this chapter"],
    [`./#/evidence?lang=ja&q=${"x".repeat(81)}`, "有効なのは80文字まで"],
  ]) {
    await page.goto("about:blank");
    await open(page, link);
    await expect(page.locator(".issues p"), link).toContainText(said);
    if (link.endsWith("pin=")) await expect(page.getByRole("button", { name: "Stop comparing" })).toBeHidden();
  }
});

test("the tornado is sorted, follows the inputs, and a bar leads to its input", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Tornado");
  const figure = page.locator("#figure-tornado");
  await expect(figure.locator("h3")).toHaveText("Moved most by: Autonomy adoption in 2040");
  await expect(figure.locator("canvas")).toBeVisible();
  await set(page, "autonomy.adoption_2040", 40);
  await expect(figure.locator(".subtitle")).not.toContainText("from $360 bn");
  await figure.getByRole("button", { name: "Table" }).click();
  await expect.poll(() => figure.locator("tbody tr").count()).toBeGreaterThan(5);
  await figure.getByRole("button", { name: "Table" }).click();
  const box = (await figure.locator("canvas").boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.75, box.y + 46 + 10);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-param]") !== null)).toBe(true);
});

test("attribution leads from the base case to now, and says when there is nothing to split", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Attribution");
  await expect(sheet(page)).toContainText("Nothing has been changed");
  await set(page, "reshoring.share", 50);
  await set(page, "autonomy.adoption_2040", 50);
  const figure = page.locator("#figure-attribution");
  await expect(figure.locator("h3")).toHaveText("Changed most by: Autonomy adoption in 2040");
  await figure.getByRole("button", { name: "Table" }).click();
  const numbers = await figure.locator("tbody td").allInnerTexts();
  const values = numbers.map((text) => Number(text.replace("−", "-").replace(",", "")));
  const parts = values.slice(1, -1).reduce((sum, value) => sum + value, values[0]);
  expect(Math.abs(parts - values.at(-1)!)).toBeLessThan(2);
  await expect(figure).toContainText("a convention and not a finding");
});

test("the two-way table marks the present point and can be read as a table", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Two inputs");
  const table = sheet(page).locator("table.heat");
  await expect(table.locator("tbody tr")).toHaveCount(9);
  await expect(table.locator("[data-present]")).toHaveText(/^360 \(Present scenario\)$/);
  await sheet(page).getByLabel("Input down").selectOption({ label: "Reshoring share" });
  await expect(table.locator("thead")).toContainText("Reshoring share ↓");
  await set(page, "reshoring.share", 63);
  await expect(table.locator("tr", { has: page.locator("[data-present]") }).locator("th")).toHaveText("63");
});

test("uncertainty: progress, cancel, frames in between, the same numbers from the same seed", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Uncertainty");
  const facts = sheet(page).locator(".findings .facts");
  await expect(facts).toContainText("50th percentile", { timeout: 20_000 });
  const first = await facts.innerText();
  await expect(sheet(page).locator(".findings")).toContainText("it is the documents’ case, not the middle");
  await expect(sheet(page).locator(".findings")).toContainText("of the draws reach the published value, $360 bn");
  await expect(page.locator("#figure-fan canvas")).toBeVisible();
  await expect(page.locator("#figure-ranking h3")).toContainText("Goes most with: Labour productivity growth");

  await page.evaluate(() => {
    const seen = { frames: [] as number[], progress: false };
    let last = performance.now();
    const frame = (now: number) => {
      seen.frames.push(now - last);
      seen.progress ||= document.querySelector("dialog.bench progress:not([hidden])") !== null;
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { seen });
  });
  type Seen = { frames: number[]; progress: boolean };
  const seen = () => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  const start = Date.now();
  await sheet(page).getByRole("button", { name: "Draw", exact: true }).click();
  await expect.poll(async () => (await seen()).progress, { intervals: [20] }).toBe(true);
  await expect(sheet(page).locator("progress")).toBeHidden({ timeout: 20_000 });
  const took = Date.now() - start;
  // The figures follow in frames of their own.
  await page.waitForTimeout(300);
  const longest = Math.max(...(await seen()).frames);
  console.log(`  2,000 draws in ${took} ms, longest frame ${Math.round(longest)} ms${longest > 50 ? " (over 50)" : ""}`);
  // The page lives on while it draws; how smoothly is measured where nothing competes (`speed.measure.ts`).
  expect((await seen()).frames.length).toBeGreaterThan(3);
  expect(longest).toBeLessThan(took);
  expect(await facts.innerText()).toBe(first);

  await sheet(page).getByLabel("Seed").fill("7");
  await sheet(page).getByRole("button", { name: "Draw", exact: true }).click();
  await expect.poll(() => facts.innerText()).not.toBe(first);

  await sheet(page).getByLabel("Draws", { exact: true }).selectOption({ label: "20,000" });
  await sheet(page).getByRole("button", { name: "Draw", exact: true }).click();
  await sheet(page).getByRole("button", { name: "Cancel" }).click();
  await expect(sheet(page)).toContainText("Cancelled.");
  await expect(sheet(page).locator("progress")).toBeHidden();

  await sheet(page).getByLabel("Seed").fill("-1");
  await sheet(page).getByRole("button", { name: "Draw", exact: true }).click();
  await expect(sheet(page)).toContainText("Seed: “-1” is not accepted; enter a whole number from 0 to 9,007,199,254,740,991.");

  await set(page, "reshoring.share", 60);
  await expect(sheet(page).locator(".findings")).toContainText("draw again");
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe("industry2040-analysis-draws-en.csv");
});

test("the browser makes the draws on file, which a native test makes too", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Uncertainty");
  const facts = sheet(page).locator(".findings .facts dd");
  await expect(facts).toHaveText(["$112 bn", "$197 bn", "$271 bn", "$343 bn", "$457 bn"], { timeout: 20_000 });
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: /CSV/ }).click();
  const text = await readFile((await (await download).path())!, "utf8");
  // Remarks as every file has them, then the table.
  const lines = text.replace("\ufeff", "").trimEnd().split(/\r?\n/);
  const table = lines.filter((line) => !line.startsWith('"# '));
  expect(lines[0]).toContain("New market");
  expect(lines.slice(0, lines.length - table.length).join("\n")).toMatch(/seed 2040[\s\S]*#\/reshoring/);
  expect(table.slice(0, 6)).toEqual((await readFile("src/tests/data/draws.csv", "utf8")).trimEnd().split("\n"));
  expect(table).toHaveLength(2001);
});

test("a mix that leaves what the documents support is told at its inputs, and mended in one step", async ({ page }) => {
  await open(page, "./#/share?lang=en");
  const parts: string[] = [];
  page.on("request", (request) => request.url().includes("split_bench") && parts.push(request.url()));
  await page.waitForTimeout(300);
  expect(parts, "nothing is loaded before an input is moved").toEqual([]);
  await set(page, "capture.overseas_new_share_2040", 45);
  const share = panel(page, "capture.overseas_new_share_2040");
  const warning = share.locator('[data-limit="overseas-share"]');
  await expect(warning).toContainText(/come to 3\d\.\d% of the market overseas in 2040.*just under 30%/);
  await expect(panel(page, "capture.overseas_as_usual_share_2040").locator("[data-limit]"), "not moved").toHaveCount(0);
  await expect(page.locator("p.visually-hidden[role=status]").first()).toContainText("just under 30%");
  await warning.getByRole("button", { name: /^Set “Japanese makers' share of overseas reshoring and substitution in 2040” to 3\d%$/ }).click();
  await expect(warning).toHaveCount(0);
  await expect(share.locator("input[type=range]")).toBeFocused();
  await tool(page, "Undo").click();
  await expect(field(share)).toHaveValue("45");
  await expect(warning).toHaveCount(1);
  await page.locator(".limits-head").getByRole("button").click();
  await expect(share.locator("input[type=range]")).toBeFocused();
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.locator("[data-limit]")).toHaveCount(0);
  await expect(page.locator(".limits-head")).toBeHidden();
});

test("every chapter's panel tells of the limits of its inputs", async ({ page }) => {
  const leaving = [
    ["reshoring", "autonomy.adoption_2040=95", "adoption-over-all"],
    ["sovereign", "sovereign.deficit_base_2040=40", "base-over-risk"],
    ["sovereign", "sovereign.attribution=3", "sovereign-payback-never"],
    ["platforms", "platforms.ai_market_growth=20", "genai-over-ai"],
    ["platforms", "platforms.capex_growth=60", "platforms-payback-never"],
  ];
  for (const [chapter, inputs, limit] of leaving) {
    for (const lang of ["en", "ja"]) {
      await page.goto("about:blank");
      await open(page, `./#/${chapter}?lang=${lang}&${inputs}`);
      const warning = panel(page, inputs.split("=")[0]).locator(`[data-limit="${limit}"]`);
      await expect(warning).toHaveCount(1);
      await warning.getByRole("button").click();
      await expect(warning, `${limit} is mended`).toHaveCount(0);
    }
  }
});

test("a seed that is none is refused for the draws and for the ranges in the chapters, by name and at its field", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Uncertainty");
  const seed = sheet(page).locator("#draw-seed");
  const tick = sheet(page).getByLabel("Show the range in the chapters’ figures");
  const told = sheet(page).locator("#draw-told");
  await expect(seed).toHaveAttribute("aria-invalid", "false");
  for (const typed of ["x", "1e99", "-1", "0.5", ""]) {
    for (const ask of [() => tick.click(), () => sheet(page).getByRole("button", { name: "Draw", exact: true }).click()]) {
      await seed.fill("7");
      await seed.fill(typed);
      await ask();
      await expect(told, typed).toHaveText(`Seed: “${typed}” is not accepted; enter a whole number from 0 to 9,007,199,254,740,991.`);
      await expect(seed).toHaveAttribute("aria-invalid", "true");
      await expect(seed).toHaveAccessibleDescription(/Seed: /);
      await expect(tick).not.toBeChecked();
    }
    await seed.fill("7");
    await expect(seed).toHaveAttribute("aria-invalid", "false");
  }
  await tick.check();
  await expect(told).toHaveText("");
  await sheet(page).getByRole("button", { name: "Close" }).click();
  await page.locator("figure#adoption").scrollIntoViewIfNeeded();
  await expect(page.locator("figure#adoption .note")).toContainText("seed 7", { timeout: 20_000 });
});

test("the range of draws is shown in the chapters' figures, goes when inputs change, and can be hidden", async ({ page }) => {
  await open(page, RESHORING);
  await analyse(page, "Uncertainty");
  await sheet(page).getByLabel("Show the range in the chapters’ figures").check();
  await sheet(page).getByRole("button", { name: "Close" }).click();
  const adoption = page.locator("figure#adoption");
  await adoption.scrollIntoViewIfNeeded();
  const ranges = adoption.locator(".readout li[data-range]:visible");
  await expect(adoption.locator(".subtitle")).toContainText("with the range of 2,000 draws", { timeout: 20_000 });
  await expect(ranges).toHaveCount(2);
  await expect(ranges.first()).toContainText(/Autonomy adoption 5%–95%\s*[\d.]+% – [\d.]+%/);
  await expect(adoption.locator(".canvas")).toHaveAttribute("aria-label", /range of 2,000 draws/);
  await expect(adoption.locator(".note")).toContainText("seed 2040");
  await adoption.getByRole("button", { name: "Table" }).click();
  await expect(adoption.getByRole("columnheader", { name: "Autonomy adoption 95%" })).toBeVisible();
  await adoption.getByRole("button", { name: "Table" }).click();
  const before = await ranges.first().innerText();
  await set(page, "autonomy.midpoint_year", 2036);
  await expect(ranges).toHaveCount(0);
  await expect(adoption).toContainText("Drawing the range…");
  await expect(ranges).toHaveCount(2, { timeout: 20_000 });
  expect(await ranges.first().innerText()).not.toBe(before);
  await page.evaluate(() => (location.hash = "#/platforms/capex-path?lang=en"));
  const capex = page.locator("figure#capex-path");
  await capex.scrollIntoViewIfNeeded();
  await expect(capex.locator(".subtitle")).toContainText("with the range of 2,000 draws", { timeout: 20_000 });
  await capex.getByRole("button", { name: "Hide the range" }).click();
  await expect(capex.locator(".subtitle")).not.toContainText("range of");
  await expect(page.getByRole("button", { name: "Hide the range" })).toHaveCount(0);
});

test("figures of the tools read like those of chapters", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=50");
  for (const [tab, ids] of [["Tornado", ["tornado"]], ["Attribution", ["attribution"]], ["Two inputs", ["two-way"]], ["Uncertainty", ["histogram", "fan", "ranking"]], ["Goal seek", ["goal"]]] as const) {
    await analyse(page, tab);
    if (tab === "Goal seek") await sheet(page).getByRole("button", { name: "Find" }).click();
    for (const id of ids) {
      const figure = page.locator(`#figure-${id}`);
      await expect(figure.locator("h3"), id).not.toBeEmpty({ timeout: 20_000 });
      await expect(figure.locator(".subtitle"), id).not.toBeEmpty();
      await expect(figure.locator(".source"), id).toContainText("Sources:");
      await expect(figure.locator(".note"), id).not.toBeEmpty();
      if (id === "two-way") continue;
      await expect(figure.locator(".canvas"), id).toHaveAttribute("aria-label", /./);
      await figure.getByRole("button", { name: "Table" }).click();
      await expect(figure.locator("tbody tr").first(), id).toBeVisible();
      await figure.getByRole("button", { name: "Table" }).click();
      await figure.locator(".canvas").focus();
      const read = () => figure.locator(".readout .when").innerText();
      await page.keyboard.press("Home");
      const first = await read();
      await page.keyboard.press("End");
      expect(await read(), id).not.toBe(first);
    }
  }
});

test("a payback tells the share that pays back", async ({ page }) => {
  await open(page, "./#/sovereign?lang=en");
  await analyse(page, "Uncertainty");
  await sheet(page).getByLabel("Result analysed").selectOption({ label: "Paid back in" });
  await expect(sheet(page).locator(".findings")).toContainText("of the draws get there by 2040", { timeout: 20_000 });
});

test("goal seek finds, applies, and says what cannot be reached", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=50");
  await analyse(page, "Goal seek");
  const target = sheet(page).getByLabel("Target");
  await expect(target).toHaveValue("360");
  await sheet(page).getByLabel("Input to move").selectOption({ label: "Autonomy adoption in 2040" });
  await sheet(page).getByRole("button", { name: "Find" }).click();
  await expect(sheet(page).locator(".told")).toContainText("$360 bn is reached where “Autonomy adoption in 2040” is");
  await sheet(page).getByRole("button", { name: "Apply" }).click();
  await expect(market(page).locator(".number")).toHaveText(/^\$3(59|60|61) bn$/);
  await tool(page, "Undo").click();
  await expect(field(panel(page, "autonomy.adoption_2040"))).toHaveValue("26.9");
  await target.fill("9000");
  await target.press("Enter");
  await expect(sheet(page).locator(".told")).toContainText("cannot be reached with “Autonomy adoption in 2040” alone");
  await target.fill("plenty");
  await target.press("Enter");
  await expect(sheet(page).locator(".told")).toHaveText("“plenty” is not a number; enter the target in $ bn.");
});

for (const [lang, width, colorScheme] of [["en", 1440, "light"], ["ja", 390, "dark"], ["ja", 1440, "light"]] as const) {
  test.describe(() => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test(`axe finds nothing in scenarios and analysis: ${lang}, ${width}`, async ({ page }) => {
      await open(page, `./#/reshoring?lang=${lang}&reshoring.share=50&pin=X*macro.fx*110`);
      const behind = ["landmark-one-main", "page-has-heading-one"];
      const violations = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.filter(({ id }) => !behind.includes(id));
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      };
      const press = async (number: number) => {
        if (width < 1200) await page.locator(".bar").getByRole("button").last().click();
        await page.locator(".steps > button").nth(number).click();
        await expect(page.locator("#bench-title")).toBeVisible();
      };
      await press(3);
      await sheet(page).locator(".presets button").nth(8).click();
      expect(await violations(), "scenarios").toEqual([]);
      await sheet(page).locator("> button").click();
      if (width < 1200) await page.keyboard.press("Escape");
      await press(4);
      for (const id of ["tornado", "attribution", "two-way", "uncertainty", "goal"]) {
        await page.locator(`#tab-${id}`).click();
        if (id === "uncertainty") await expect(page.locator(".findings .facts")).toBeVisible({ timeout: 20_000 });
        await page.waitForTimeout(300);
        expect(await violations(), id).toEqual([]);
        const wide = await page.evaluate(() => document.querySelector("dialog.bench")!.scrollWidth - innerWidth);
        expect(wide, `${id}: nothing wider than the window`).toBeLessThanOrEqual(0);
      }
    });
  });
}
