// Figures taken away as pictures and drawings.

import { MOVED, dialog, exporting, file } from "./exported";
import { expect, open, test } from "./page";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

test("a picture has twice the pixels, and stands on the paper of the page", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, MOVED);
    await exporting(page, "market");
    const { name, bytes } = await file(page, "Picture (PNG)");
    expect(name).toBe("industry2040-reshoring-market-en-moved.png");
    expect(bytes.readUInt32BE(16)).toBe(1920);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(800);
    const told = bytes.toString("utf8");
    expect(told).toContain("iTXtDescription");
    // Two pixels where print has one of 96 to the inch.
    expect(bytes.readUInt32BE(bytes.indexOf("pHYs") + 4)).toBe(7559);
    expect(told).toContain("reshoring.share=80");
    const corner = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.getContext("2d")!.drawImage(image, 0, 0);
      return [...canvas.getContext("2d")!.getImageData(4, 4, 1, 1).data];
    }, bytes.toString("base64"));
    expect(corner[0]).toBeCloseTo(colorScheme === "light" ? 251 : 16, -1);
    await page.keyboard.press("Escape");
  }
});

test("a drawing has its words as text, its looks as attributes and nothing from elsewhere", async ({ page }) => {
  for (const [lang, changed] of [["en", "Exchange rate: 120 JPY per USD (base case 150 JPY per USD)"], ["ja", "為替レート：120円／ドル（基準ケース150円／ドル）"]]) {
    await open(page, MOVED.replace("lang=en", `lang=${lang}`));
    await exporting(page, "market", lang === "en" ? "Export" : "エクスポート");
    const svg = (await file(page, lang === "en" ? "Drawing (SVG)" : "図形（SVG）")).bytes.toString("utf8");
    const title = await page.locator("figure#market h3").textContent();
    // In a page of its own: Trusted Types let the report parse no text.
    const reader = await page.context().newPage();
    const read = await reader.evaluate((svg) => {
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml");
      return {
        broken: drawing.querySelector("parsererror")?.textContent,
        texts: [...drawing.querySelectorAll("text")].map((text) => text.textContent),
        shapes: drawing.querySelectorAll("path[fill], path[stroke]").length,
        foreign: drawing.querySelectorAll("style, script, image, use, foreignObject, [class], [style], [href]").length,
      };
    }, svg);
    await reader.close();
    expect(read.broken).toBeUndefined();
    expect(read.foreign).toBe(0);
    expect(read.shapes).toBeGreaterThan(10);
    expect(read.texts.join(" ")).toContain("2040");
    expect(read.texts.join("").replaceAll(" ", "")).toContain(title!.replaceAll(" ", ""));
    expect(svg).toContain(changed);
    expect(svg).toContain("reshoring.share=80");
    expect(svg).not.toMatch(/NaN|undefined|rgba/);
    await page.keyboard.press("Escape");
  }
});

test("numbers of neighbouring axes stand apart in a drawing, and colours have six digits", async ({ page, context }) => {
  for (const [chapter, figure] of [["overview", "drivers"], ["work", "pay-exposure"]]) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en`);
    await exporting(page, figure);
    const svg = (await file(page, "Drawing (SVG)")).bytes.toString("utf8");
    expect(svg).not.toMatch(/(fill|stroke)="#[\da-fA-F]{8}"/);
    const alone = await context.newPage();
    await alone.setContent(svg);
    const collisions = await alone.evaluate((figure) => {
      const texts = [...document.querySelectorAll("text")];
      const boxes = (of: Element[]) => of.map((text) => text.getBoundingClientRect());
      const pairs = (all: DOMRect[], apart: (a: DOMRect, b: DOMRect) => boolean) =>
        all.flatMap((a, at) => all.slice(at + 1).filter((b) => !apart(a, b))).length;
      // No two words touch; numbers of an axis keep a distance.
      const clear = (a: DOMRect, b: DOMRect) => a.right <= b.left || b.right <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
      const apart = (a: DOMRect, b: DOMRect) => a.right + 4 <= b.left || b.right + 4 <= a.left || Math.abs(a.top - b.top) > 2;
      const numbers = texts.filter((text) => /^[-−\d.,]+$/.test(text.textContent!));
      return pairs(boxes(texts), clear) + (figure === "drivers" ? pairs(boxes(numbers), apart) : 0);
    }, figure);
    await alone.close();
    expect(collisions, figure).toBe(0);
  }
});

test("a refused clipboard is told, an allowed one takes the picture", async ({ page, context, baseURL }) => {
  await open(page, MOVED);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Copy picture" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("refused the clipboard");
  await page.reload();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL!).origin });
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Copy picture" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("The picture is on the clipboard.");
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");
});

test("a longer bar hides no shorter one, whichever series it is of", async ({ page }) => {
  await open(page, "./#/work?lang=en");
  await exporting(page, "ai-investment");
  const json = JSON.parse((await file(page, "Data (JSON)")).bytes.toString("utf8"));
  const [one, other] = json.panels[0].series.map(({ values }: any) => values);
  const longer = one.filter((value: number | null, index: number) => (value ?? 0) < (other[index] ?? 0)).length;
  expect(longer).toBeGreaterThan(0);
  const svg = (await file(page, "Drawing (SVG)")).bytes.toString("utf8");
  const fills = [...svg.matchAll(/<path[^>]*fill="(#[^"]*)"/g)].map(([, fill]) => fill);
  // Those drawn first are the longest of their category.
  const first = fills.slice(0, one.length).filter((fill) => fill !== fills[0]);
  expect(first.length).toBe(longer);
});
