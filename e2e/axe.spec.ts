import { AxeBuilder } from "@axe-core/playwright";
import { CHAPTERS, drawAll, expect, open, test } from "./page";

for (const language of ["ja", "en"]) {
  for (const [colorScheme, chapter] of ["light", "dark"].flatMap((colours) => CHAPTERS.map((name) => [colours, name] as const))) {
    test.describe(() => {
      test.use({ colorScheme: colorScheme as "light" | "dark", locale: language });

      test(`axe finds nothing: ${chapter}, ${language}, ${colorScheme}`, async ({ page }) => {
        await open(page, `./#/${chapter}?lang=${language}&reshoring.share=50`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await drawAll(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(" | ")})`);
        expect(found).toEqual([]);
      });
    });
  }
}

test("axe finds nothing in the explanation, the table and the open panel", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "./#/reshoring?lang=en&reshoring.share=50");
  const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  await page.locator("figure#regions").getByRole("button", { name: "Table" }).click();
  expect(await violations(), "table").toEqual([]);
  await page.locator(".bar").getByRole("button", { name: "All assumptions" }).click();
  await expect(page.locator("#assumptions")).toBeVisible();
  // The rule on labels takes a label that is scrolled out of a panel for one that cannot be seen.
  await page.setViewportSize({ width: 390, height: 4000 });
  // Main text and first heading lie behind the sheet, which takes all input while it is open.
  const behind = ["landmark-one-main", "page-has-heading-one"];
  expect((await violations()).filter((violation) => !behind.some((rule) => violation.startsWith(rule))), "panel").toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator('[data-output="tam.new_market"] .number').click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await violations(), "explanation").toEqual([]);
});
