import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

/** Lints one line of code as if it stood in that file of this project, and names the rules it breaks. */
async function brokenRules(project: string, file: string, imported: string): Promise<string> {
  const path = join(project, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `export { a } from "${imported}";\n`);
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const lint = ["lint", "--vcs-enabled=false", "--reporter=github", file];
  const answer = await run(process.execPath, [biome, ...lint], { cwd: project }).catch(
    (failure: { stdout: string }) => failure,
  );
  return answer.stdout;
}

describe("the walls between the folders", () => {
  let project = "";
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "walls-"));
    await copyFile(join(root, "biome.json"), join(project, "biome.json"));
  });
  afterAll(() => rm(project, { recursive: true }));

  test.each([
    ["src/oidc/a.ts", "../okta/b.ts"],
    ["src/oidc/a.ts", "react"],
    ["src/okta/a.ts", "../app/get/b.ts"],
    ["src/okta/a.ts", "../demo-org/b.ts"],
    ["src/ui/a.tsx", "../okta/b.ts"],
    ["src/app/ask/a.tsx", "../../demo-org/b.ts"],
    ["src/app/get/a.tsx", "jose"],
    ["src/demo-org/a.ts", "../oidc/b.ts"],
    ["src/demo-org/endpoints/a.ts", "../../okta/b.ts"],
    ["src/demo-org/hosts/a.ts", "../../app/b.ts"],
    ["e2e/a.spec.ts", "../src/oidc/b.ts"],
  ])("%s may not import %s", async (file, imported) => {
    expect(await brokenRules(project, file, imported)).toContain("noRestrictedImports");
  });

  test.each([
    ["src/app/ask/a.tsx", "../../okta/b.ts"],
    ["src/okta/a.ts", "../oidc/b.ts"],
    ["src/okta/sdk.ts", "@okta/okta-auth-js"],
    ["src/demo-org/a.ts", "hono"],
  ])("%s may import %s", async (file, imported) => {
    expect(await brokenRules(project, file, imported)).not.toContain("noRestrictedImports");
  });
});
