import { brotliCompressSync, constants } from "node:zlib";
import { expect, open, test } from "./page";

/** Bytes of the first load after brotli 11, which hosts compress to ahead of time. */
const BUDGET = { total: 350_000, wasm: 170_000 };
/** The page, three scripts, the style, the icon, and the first module, which holds the first chapter. */
const REQUESTS = 7;

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

test("the first load stays within its budget", async ({ page }) => {
  const loaded: Promise<{ name: string; raw: number; br: number }>[] = [];
  page.on("response", (response) => {
    const name = new URL(response.url()).pathname.slice(1) || "index.html";
    loaded.push(response.body().then((bytes) => ({ name, raw: bytes.length, br: brotli(bytes) })));
  });
  await open(page);
  await page.waitForLoadState("networkidle");
  const files = (await Promise.all(loaded)).sort((a, b) => b.br - a.br);
  const sum = (rows: typeof files) => rows.reduce((total, { raw, br }) => ({ raw: total.raw + raw, br: total.br + br }), { raw: 0, br: 0 });
  const total = sum(files);
  const wasm = sum(files.filter(({ name }) => name.endsWith(".wasm")));

  const row = (name: string, raw: unknown, br: unknown) => `  ${name.padEnd(44)}${String(raw).padStart(10)}${String(br).padStart(10)}`;
  console.log([row("first load", "raw", "brotli"), ...files.map(({ name, raw, br }) => row(name, raw, br)), row("total", total.raw, total.br)].join("\n"));

  expect(new Set(files.map(({ name }) => name)).size, "every file is loaded once").toBe(files.length);
  expect(files.length, "requests").toBeLessThanOrEqual(REQUESTS);
  expect(wasm.br, "the module").toBeGreaterThan(0);
  expect(wasm.br, "the module").toBeLessThanOrEqual(BUDGET.wasm);
  expect(total.br, "everything").toBeLessThanOrEqual(BUDGET.total);
});
