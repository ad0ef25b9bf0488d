import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Import = readonly [file: string, imported: string];

const forbidden: readonly Import[] = [
  ["src/oidc/a.ts", "../okta/b.ts"],
  ["src/oidc/a.ts", "../okta"],
  ["src/oidc/a.ts", "../demo-org/http/b.ts"],
  ["src/oidc/a.ts", "react"],
  ["src/oidc/a.ts", "valibot"],
  ["src/oidc/a.ts", "@okta/okta-auth-js"],
  ["src/okta/a.ts", "../app/result/b.ts"],
  ["src/okta/a.ts", "../app"],
  ["src/okta/a.ts", "../demo-org/b.ts"],
  ["src/okta/a.ts", "jose"],
  ["src/okta/a.ts", "jwt-decode"],
  ["src/okta/a.ts", "valibot"],
  ["src/okta/a.ts", "@okta/okta-auth-js"],
  ["src/okta/glossary/a.ts", "@okta/okta-auth-js/core"],
  ["src/okta/a.ts", "re2js"],
  ["src/okta/group-filter.ts", "../app/b.ts"],
  ["src/okta/group-filter.ts", "valibot"],
  ["src/okta/sdk.ts", "../app/b.ts"],
  ["src/okta/sdk.ts", "jose"],
  ["src/ui/a.tsx", "../okta/b.ts"],
  ["src/ui/a.tsx", "../okta"],
  ["src/ui/a.tsx", "valibot"],
  ["src/app/request/a.tsx", "../../demo-org/b.ts"],
  ["src/app/request/a.tsx", "../../demo-org"],
  ["src/app/request/a.tsx", "../../demo-org/hosts/b.ts"],
  ["src/app/request/a.tsx", "../../main.ts"],
  ["src/app/request/a.tsx", "../../releases.tsx"],
  ["src/app/result/a.tsx", "jose"],
  ["src/app/result/a.tsx", "@okta/okta-auth-js"],
  ["src/app/result/a.tsx", "hono/html"],
  ["src/main.ts", "./okta/b.ts"],
  ["src/main.ts", "./demo-org/http/b.ts"],
  ["src/releases.tsx", "./oidc/b.ts"],
  ["src/releases.tsx", "idb-keyval"],
  ["src/demo-org/a.ts", "../oidc/b.ts"],
  ["src/demo-org/a.ts", "../main.ts"],
  ["src/demo-org/a.ts", "./hosts/b.ts"],
  ["src/demo-org/http/endpoints/a.ts", "../../../okta/b.ts"],
  ["src/demo-org/http/endpoints/a.ts", "../../hosts/node/b.ts"],
  ["src/demo-org/a.ts", "./rules/b.ts"],
  ["src/demo-org/model/a.ts", "../rules/b.ts"],
  ["src/demo-org/model/a.ts", "../http/b.ts"],
  ["src/demo-org/model/a.ts", "hono"],
  ["src/demo-org/seed/a.ts", "../rules/claims/b.ts"],
  ["src/demo-org/rules/claims/a.ts", "../../http/pages/b.ts"],
  ["src/demo-org/rules/claims/a.ts", "../../seed/b.ts"],
  ["src/demo-org/rules/claims/a.ts", "../../hosts/b.ts"],
  ["src/demo-org/rules/claims/a.ts", "../../../oidc/b.ts"],
  ["src/demo-org/rules/a.ts", "hono/html"],
  ["src/demo-org/http/endpoints/a.ts", "../../seed/b.ts"],
  ["src/demo-org/http/endpoints/a.ts", "../../test-support/b.ts"],
  ["src/demo-org/hosts/a.ts", "../../app/b.ts"],
  ["src/demo-org/hosts/a.ts", "../../app"],
  ["src/demo-org/hosts/a.ts", "../../main.ts"],
  ["e2e/a.spec.ts", "../src/oidc/b.ts"],
];

const nodeForbidden: readonly Import[] = [
  ["src/oidc/a.ts", "node:crypto"],
  ["src/okta/a.ts", "node:url"],
  ["src/ui/a.tsx", "node:url"],
  ["src/app/request/a.tsx", "node:path"],
  ["src/demo-org/a.ts", "node:crypto"],
  ["src/demo-org/hosts/a.ts", "node:fs"],
  ["src/demo-org/hosts/service-worker/a.ts", "node:fs"],
];

const allowed: readonly Import[] = [
  ["src/oidc/a.ts", "jose"],
  ["src/oidc/a.ts", "jwt-decode"],
  ["src/okta/a.ts", "../oidc/b.ts"],
  ["src/okta/group-filter.ts", "re2js"],
  ["src/okta/sdk.ts", "@okta/okta-auth-js"],
  ["src/app/request/a.tsx", "../../okta/b.ts"],
  ["src/app/a.ts", "valibot"],
  ["src/main.ts", "./app/b.tsx"],
  ["src/main.ts", "./demo-org/hosts/b.ts"],
  ["src/demo-org/rules/claims/a.ts", "../../model/b.ts"],
  ["src/demo-org/http/endpoints/a.ts", "hono"],
  ["src/demo-org/http/endpoints/a.ts", "../../rules/tokens/b.ts"],
  ["src/demo-org/http/endpoints/a.test.ts", "../../seed/b.ts"],
  ["src/demo-org/hosts/a.ts", "../http/demo-org.ts"],
  ["src/demo-org/hosts/a.ts", "../seed/b.ts"],
  ["src/demo-org/hosts/node.ts", "node:fs"],
  ["src/demo-org/hosts/node/a.ts", "node:fs"],
  ["src/demo-org/test-support/real-clients/a.ts", "../../hosts/node/b.ts"],
  ["src/demo-org/test-support/real-clients/a.ts", "node:http"],
  ["src/oidc/a.test.ts", "node:child_process"],
];

/** The names of invented files. All other files, and all folders, are the project's own. */
const invented = /^[ab]\.(?:test\.|spec\.)?tsx?$/;

const all = [...forbidden, ...nodeForbidden, ...allowed];
const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

/** Lists the files and folders that the imports above name, so that a test fails when one is renamed. */
function listNamedPaths(): readonly string[] {
  const files = all.flatMap(([file, imported]) =>
    imported.startsWith(".") ? [file, join(dirname(file), imported)] : [file],
  );
  return [...new Set(files.map((it) => (invented.test(basename(it)) ? dirname(it) : it)))];
}

/** Writes each import into its file. An import's line number is its index in `all`. */
async function writeImports(project: string): Promise<void> {
  await copyFile(join(root, "biome.json"), join(project, "biome.json"));
  for (const file of new Set(all.map(([name]) => name))) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    const lines = all.map(([name, imported], index) =>
      name === file ? `export { a${index} } from "${imported}";` : "",
    );
    await writeFile(join(project, file), lines.join("\n"));
  }
}

/** Lints the project, and names the rules that each import breaks: `rules.get(index in all)`. */
async function listBrokenRules(project: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const options = ["--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = await run(process.execPath, [biome, "lint", ...options], {
    cwd: project,
  }).catch((failure: { stdout: string }) => failure);
  const rules = new Map<number, readonly string[]>();
  for (const [, rule = "", line] of stdout.matchAll(/title=lint\/([^,]+),file=[^,]+,line=(\d+)/g)) {
    const index = Number(line) - 1;
    rules.set(index, [...(rules.get(index) ?? []), rule]);
  }
  return rules;
}

test.each(listNamedPaths())("%s exists", (path) => {
  expect(existsSync(join(root, path))).toBe(true);
});

describe("the imports between the folders", () => {
  let project = "";
  let rules: ReadonlyMap<number, readonly string[]> = new Map();
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "import-rules-"));
    await writeImports(project);
    rules = await listBrokenRules(project);
  }, 30_000);
  afterAll(() => rm(project, { recursive: true }));

  const brokenBy = (broken: Import) => rules.get(all.indexOf(broken)) ?? [];
  const titled = (imports: readonly Import[]) =>
    imports.map((it) => ({ file: it[0], imported: it[1], it }));

  test.each(titled(forbidden))("$file may not import $imported", ({ it }) => {
    expect(brokenBy(it)).toContain("style/noRestrictedImports");
  });

  test.each(titled(nodeForbidden))("$file runs in a browser, without $imported", ({ it }) => {
    expect(brokenBy(it)).toContain("correctness/noNodejsModules");
  });

  test.each(titled(allowed))("$file may import $imported", ({ it }) => {
    expect(brokenBy(it)).toEqual([]);
  });
});
