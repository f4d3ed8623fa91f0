// How tests ask for files and read them.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { expect, type Page } from "./page";

/** A scenario with two moved inputs, in a chapter with figures. */
export const MOVED = "./#/reshoring?lang=en&macro.fx=120&reshoring.share=80";

export const dialog = (page: Page) => page.locator("dialog.export");

/** Opens the dialog of a figure. */
export async function exporting(page: Page, figure: string, name = "Export") {
  await page.locator(`figure#${figure}`).getByRole("button", { name, exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Presses a button of the dialog and reads the file that comes. */
export async function file(page: Page, button: string) {
  const coming = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The files of a ZIP archive as text. */
export const unzip = (bytes: Buffer) => new Map([...unzipped(bytes)].map(([name, data]) => [name, data.toString("utf8")]));

/** The files of a ZIP archive. */
export function unzipped(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 8 ? inflateRawSync(data) : data);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** How many charts a presentation has. */
export const chartsOf = (parts: Map<string, string>) => [...parts.keys()].filter((part) => /ppt\/charts\/chart\d+\.xml/.test(part)).length;
