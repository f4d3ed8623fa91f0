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
