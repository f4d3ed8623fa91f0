// The report on paper.

import { MOVED, dialog, exporting, file } from "./exported";
import { expect, open, test } from "./page";

for (const language of ["en", "ja"]) {
  test(`on paper there are whole, drawn figures and the assumptions, and nothing else: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, `./#/reshoring?lang=${language}&reshoring.share=60`);
    const figures = await page.locator("figure").count();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    // Drawn whether in view or not.
    await expect(page.locator("figure canvas")).toHaveCount(figures);
    const blank = await page.locator("figure canvas").evaluateAll((canvases) =>
      (canvases as HTMLCanvasElement[]).filter((canvas) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        return !data.some((value) => value !== 0);
      }).length,
    );
    expect(blank).toBe(0);
    for (const gone of [".nav", ".bar", ".switches", ".figure-menu", ".slider", ".step"]) {
      await expect(page.locator(`${gone}:visible`), gone).toHaveCount(0);
    }
    await expect(page.locator("#assumptions")).toBeVisible();
    await expect(page.locator(".changes li")).toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });
}

test("the browser's own print makes a PDF of all figures", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "./#/reshoring?lang=en&reshoring.share=60");
  await page.evaluate(() =>
    addEventListener("beforeprint", () => queueMicrotask(() => ((globalThis as any).drawn = document.querySelectorAll("figure canvas").length))),
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(await page.evaluate(() => (globalThis as any).drawn)).toBe(await page.locator("figure").count());
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  console.log(`  printed: ${pages} pages, ${(pdf.length / 1e6).toFixed(2)} MB`);
  expect(pages).toBeGreaterThan(4);
  // Back on the screen as it was.
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("chosen chapters are printed one after another, with the changed inputs", async ({ page }) => {
  await open(page, MOVED);
  await page.evaluate(() => {
    window.print = () => {
      const figures = [...document.querySelectorAll(".paper figure")];
      (globalThis as any).printed = {
        titles: [...document.querySelectorAll(".paper h1")].map((title) => title.textContent),
        head: document.querySelector(".paper-head")?.textContent,
        figures: figures.length,
        listed: [...document.querySelectorAll(".paper-list ol ol li")].map((figure) => figure.textContent),
        places: [...document.querySelectorAll(".paper-list a")].map((link) => document.querySelector(`${link.getAttribute("href")} h1`)?.textContent),
        drawn: figures.filter((figure) => figure.querySelector("canvas")).length,
        title: document.title,
        inputs: [...document.querySelectorAll(".paper .panel .inputs h3")].length,
        key: document.querySelector(".paper .origin-key")?.textContent,
        rows: document.querySelectorAll(".paper details.listing[open] tbody tr").length,
        closed: document.querySelectorAll(".paper details.listing:not([open])").length,
      };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await exporting(page, "market");
  await dialog(page).getByRole("checkbox", { name: "Sovereign AI" }).check();
  const title = await page.title();
  await dialog(page).getByRole("button", { name: "Print or save as PDF" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).printed)).toBeTruthy();
  const printed = await page.evaluate(() => (globalThis as any).printed);
  expect(printed.titles).toEqual(["Reshoring and autonomy", "Sovereign AI"]);
  expect(printed.head).toContain("Changed assumptions: Exchange rate: 120 JPY per USD");
  expect(printed.figures).toBeGreaterThan(8);
  expect(printed.drawn).toBe(printed.figures);
  // The contents lead to every chapter and name every figure as it reads now.
  expect(printed.places).toEqual(printed.titles);
  expect(printed.listed).toHaveLength(printed.figures);
  expect(printed.listed.every((title: string) => title.length > 10)).toBe(true);
  expect(printed.title).toMatch(/: Reshoring and autonomy, Sovereign AI$/);
  expect(await page.title()).toBe(title);
  expect(printed.inputs).toBeGreaterThan(4);
  expect(printed.key).toContain("calibrated");
  expect([printed.rows, printed.closed > 0]).toEqual([0, true]);
  // On paper nothing can be opened, so the reader may ask for everything open.
  await page.evaluate(() => delete (globalThis as any).printed);
  await dialog(page).getByRole("checkbox", { name: /^With the documents/ }).check();
  await dialog(page).getByRole("button", { name: "Print or save as PDF" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).printed?.closed), { timeout: 20_000 }).toBe(0);
  expect(await page.evaluate(() => (globalThis as any).printed.rows)).toBeGreaterThan(10);
  await expect(page.locator(".paper figure")).toHaveCount(0);
});

test("print says that nothing was changed, and remarks in Japanese have its colon", async ({ page }) => {
  await open(page, "./#/share?lang=ja");
  await page.evaluate(() => {
    window.print = () => {
      (globalThis as any).head = document.querySelector(".paper-head")?.textContent;
      dispatchEvent(new Event("afterprint"));
    };
  });
  await exporting(page, "sales", "エクスポート");
  await dialog(page).getByRole("button", { name: "印刷・PDF保存" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).head)).toContain("変更した前提：なし（基準ケース）");
  const csv = (await file(page, "表（CSV）")).bytes.toString("utf8");
  expect(csv).toContain("# 変更した前提：なし（基準ケース）");
  expect(csv).not.toMatch(/^\ufeff?"# [^：]*: /m);
});
