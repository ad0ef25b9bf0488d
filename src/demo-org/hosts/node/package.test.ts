import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeOrgFile } from "../../http/controls/org-file.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { findFreePort, startCommand, stopCommands } from "./test-command.ts";
import { withFile } from "./test-file.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const run = promisify(execFile);

let project = "";
let command = "";
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
  command = join(project, "node_modules/.bin/okta-demo-org");
}, 60_000);

afterAll(() => rm(project, { recursive: true }));

describe("the package", { timeout: 30_000 }, () => {
  test("contains the command, the module and its types, but no files of the page", () => {
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

  test("declares its types without those of other packages", async () => {
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

describe("the package's command", { timeout: 30_000 }, () => {
  const startOrg = (parameters: readonly string[], environment?: Record<string, string>) =>
    startCommand(command, parameters, environment);

  afterEach(stopCommands);

  test("starts from a file with a token, and responds at /, which Playwright's webServer polls", async () => {
    const [app, ...others] = seedConfiguration.applications;
    if (!app) throw new Error("The seed has an app");
    const applications = [{ ...app, label: "My own app" }, ...others];
    const file = writeOrgFile({ ...seedConfiguration, applications });
    const PORT = String(await findFreePort());
    await withFile(JSON.stringify(file), async (path) => {
      await startOrg(["--seed", path], { PORT, API_TOKEN: "secret" }).started;
      const origin = `http://localhost:${PORT}`;
      expect((await fetch(origin)).status).toBe(200);
      const exported = await fetch(`${origin}/demo/v1/configuration`, {
        headers: { Authorization: "SSWS secret" },
      });
      expect(await exported.json()).toEqual(file);
    });
  });

  test("prints a new API token with API_TOKEN=random, and accepts no other", async () => {
    const start = async () => {
      const PORT = String(await findFreePort());
      const printed = await startOrg([], { PORT, API_TOKEN: "random" }).started;
      const token = /API token {2}(\S+)/.exec(printed)?.[1] ?? "";
      const call = async (apiToken: string) => {
        const headers = { Authorization: `SSWS ${apiToken}` };
        return (await fetch(`http://localhost:${PORT}/api/v1/groups`, { headers })).status;
      };
      return { token, call };
    };
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(other.token).not.toBe(one.token);
    expect(await one.call(one.token)).toBe(200);
    for (const wrong of [other.token, "random", "demo-api-token"])
      expect(await one.call(wrong)).toBe(401);
  });

  test("ends and frees its port when npm's shell ends", async () => {
    const PORT = String(await findFreePort());
    const { started, stop } = startCommand("sh", ["-c", `"${command}" & wait`], {
      PORT,
      npm_lifecycle_event: "org",
    });
    await started;
    stop();
    const isAnswering = () =>
      fetch(`http://localhost:${PORT}`).then(
        () => true,
        () => false,
      );
    await expect.poll(isAnswering, { timeout: 5000 }).toBe(false);
  });

  test("explains what is wrong with a file, and exits with an error", async () => {
    await withFile(JSON.stringify({ format: "okta-groups-explorer/org" }), async (path) => {
      const { code, errors } = await startOrg(["--seed", path]).ended;
      expect(code).toBe(1);
      expect(errors).toContain(`Can't start from ${path}`);
      expect(errors).toContain("version: Is missing");
    });
  });

  test.each([
    [["--sed", "org.json"], "Unknown argument: --sed. For all options: npx okta-demo-org --help"],
    [["--host", "0.0.0.0"], "Other machines could reach the org"],
    [["--tls-key", "/nowhere.pem", "--tls-cert", "/nowhere.pem"], "Can't read /nowhere.pem"],
  ])("explains what is wrong with %j, and exits with an error", async (parameters, sentence) => {
    const { code, errors } = await startOrg(parameters).ended;
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
    expect(errors).not.toContain("at main");
  });

  test("lists its options with --help", async () => {
    const { code, printed } = await startOrg(["--help"]).ended;
    expect(code).toBe(0);
    for (const option of ["--port", "--host", "--seed", "--redirect-uri", "--api-token", "--json"])
      expect(printed).toContain(option);
  });

  test("prints one line of JSON with --json once it is ready, and warns that other machines can reach it", async () => {
    const { firstLine, stop, ended } = startOrg([
      ...["--json", "--port", "0", "--host", "0.0.0.0", "--api-token", "random"],
    ]);
    const { url, issuer, apiToken } = JSON.parse(await firstLine);
    expect(issuer).toBe(url);
    const headers = { Authorization: `SSWS ${apiToken}` };
    expect((await fetch(`${url}/api/v1/groups`, { headers })).status).toBe(200);
    stop();
    const { printed, errors } = await ended;
    expect(printed.trim().split("\n")).toHaveLength(1);
    expect(errors).toMatch(/^Warning: other machines can reach this org at 0\.0\.0\.0/);
  });
});
