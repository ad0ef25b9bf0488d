import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const run = promisify(execFile);

let project = "";
let packedFiles: readonly string[] = [];

/** Installs the packed package into an empty project, without the network. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "demo-org-package-"));
  await run("npm", ["pack", "--pack-destination", project], { cwd: root });
  const tarball = join(project, (await readdir(project)).find((it) => it.endsWith(".tgz")) ?? "");
  packedFiles = (await run("tar", ["-tf", tarball])).stdout.trim().split("\n");
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
  await run("npm", ["install", "--offline", "--no-save", tarball], {
    cwd: project,
  });
}, 60_000);

afterAll(() => rm(project, { recursive: true }));

describe("the package", { timeout: 30_000 }, () => {
  test("has the command, the import and its types, and none of the page", () => {
    expect(packedFiles).toEqual(
      expect.arrayContaining([
        "package/dist-org/okta-demo-org.js",
        "package/dist-org/index.js",
        "package/dist-org/index.d.ts",
      ]),
    );
    expect(
      packedFiles.filter((it) =>
        /^package\/(e2e|public|dist\/|src\/(?!demo-org\/\w+\.md))/.test(it),
      ),
    ).toEqual([]);
  });

  test("installs the command", async () => {
    const command = join(project, "node_modules/.bin/okta-demo-org");
    const child = spawn(command, ["--port", "0", "--json"]);
    try {
      for await (const line of createInterface(child.stdout)) {
        const { url } = JSON.parse(line);
        expect((await fetch(`${url}/oauth2/v1/keys`)).status).toBe(200);
        break;
      }
    } finally {
      child.kill();
    }
  });

  test("exports startDemoOrg", async () => {
    const script = `
      import { startDemoOrg } from "okta-groups-explorer";
      const org = await startDemoOrg();
      console.log((await fetch(org.url + "/.well-known/openid-configuration")).status);
      await org.stop();
    `;
    await writeFile(join(project, "use.js"), script);
    const { stdout } = await run(process.execPath, ["use.js"], { cwd: project });
    expect(stdout).toBe("200\n");
  });

  test("declares its types without any other package's", async () => {
    const script = `
      import { startDemoOrg, type RunningDemoOrg } from "okta-groups-explorer";
      const org: RunningDemoOrg = await startDemoOrg({ port: 0, redirectUris: ["http://localhost/"] });
      export const issuer: string = org.issuer;
      // @ts-expect-error Not an option.
      await startDemoOrg({ prot: 0 });
    `;
    await writeFile(join(project, "use.ts"), script);
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023"];
    const tsc = join(root, "node_modules/.bin/tsc");
    const { stdout } = await run(tsc, [...options, "--types", "", "use.ts"], { cwd: project });
    expect(stdout).toBe("");
  });
});
