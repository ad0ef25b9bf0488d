import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { measureFirstView } from "./first-view.ts";

const html = `<!doctype html>
<script type="module" crossorigin src="/assets/index.js"></script>
<link data-rel="modulepreload" data-first-view crossorigin href="/assets/shared.js">
<link data-rel="modulepreload" data-first-view crossorigin href="/assets/view.js">
<link data-rel="modulepreload" crossorigin href="/assets/later.js">
<link data-rel="stylesheet" crossorigin href="/assets/later.css">
<script type="text" data-type="module" src="/assets/later.js"></script>
<link rel="stylesheet" crossorigin href="/assets/index.css">
`;
const index = `import{a}from"./shared.js";import"./side-effect.js";a();import("./view.js");`;
const shared = `export{a}from"./deep.js";import("./later.js");`;
const deep = `import"./shared.js";export const a=()=>"Groups";`;
const sideEffect = "console.log(1);";
const view = "export const view = 1;";
const css = "body{color:red}";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "first-view-"));
  await mkdir(join(directory, "assets"));
  await write({
    "index.html": html,
    "assets/index.js": index,
    "assets/shared.js": shared,
    "assets/deep.js": deep,
    "assets/side-effect.js": sideEffect,
    "assets/view.js": view,
    "assets/later.js": "export const later = 'not needed at first';",
    "assets/index.css": css,
    "assets/later.css": "p{color:green}",
  });
});
afterEach(() => rm(directory, { recursive: true }));

async function write(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
}

function gzipped(...texts: readonly string[]): number {
  return texts.reduce((total, text) => total + gzipSync(text).length, 0);
}

describe(measureFirstView, () => {
  test("counts the page, its styles, its modules, and its scripts with all static imports, each once", () => {
    const jsBytes = gzipped(index, shared, deep, sideEffect, view);
    expect(measureFirstView(directory)).toEqual({
      jsBytes,
      totalBytes: jsBytes + gzipped(html, css),
    });
  });

  test.each([
    ["script", /<script type="module".*\n/],
    ["style sheet", /<link rel="stylesheet".*\n/],
  ])("rejects a page without a %s", async (_, tag) => {
    await write({ "index.html": html.replace(tag, "") });
    expect(() => measureFirstView(directory)).toThrow("no script or no style sheet");
  });
});
