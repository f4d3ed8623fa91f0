import { defineConfig } from "@playwright/test";

// `cargo xtask test` serves the report itself and says where; without it Playwright starts the same server.
const port = 8140;
const address = process.env.REPORT_ADDRESS ?? `http://127.0.0.1:${port}/`;

export default defineConfig({
  outputDir: "../test-results",
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  // A second try tells a stumble of a busy machine from a fault; what passes only then is listed as flaky.
  retries: 1,
  // Busy machines take their time; what must be fast is measured, not timed out.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  projects: [
    { name: "tests", testMatch: "*.spec.ts" },
    // The same few steps in every browser there is; a browser is one thing at a time.
    { name: "browsers", testMatch: "*.smoke.ts", fullyParallel: false },
    // After the tests and one at a time: measurements must not compete.
    { name: "speed", testMatch: "*.measure.ts", workers: 1, dependencies: ["tests", "browsers"] },
  ],
  use: {
    baseURL: address,
    browserName: "chromium",
    // The worker that keeps the report at hand would answer for the network that tests cut; offline.spec.ts allows it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: process.env.REPORT_ADDRESS
    ? undefined
    : { command: `cargo xtask serve --no-build --port ${port}`, url: address, reuseExistingServer: false },
});
