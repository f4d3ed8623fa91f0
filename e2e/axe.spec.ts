import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test } from "./page";

for (const language of ["ja", "en"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(() => {
      test.use({ colorScheme, locale: language });

      test(`axe finds nothing: ${language}, ${colorScheme}`, async ({ page }) => {
        await open(page, `./#/reshoring?lang=${language}&reshoring.share=50`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(" | ")})`);
        expect(found).toEqual([]);
      });
    });
  }
}
