import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { writeOrgFile } from "../../http/controls/org-file.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { withFile } from "./test-file.ts";

const host = fileURLToPath(new URL("../node.ts", import.meta.url));
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill();
  running.clear();
});

type Ended = { readonly code: number | null; readonly printed: string; readonly errors: string };

type Started = {
  readonly started: Promise<string>;
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly stop: () => void;
};

function startOrg(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, ["--import", "tsx", host, ...parameters], {
    env: { ...process.env, ...environment },
  });
  running.add(child);
  let printed = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const printedWith = (end: string) =>
    new Promise<string>((resolve) => {
      child.stdout.on("data", () => {
        if (printed.includes(end)) resolve(printed);
      });
    });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return {
    started: printedWith("Ctrl+C"),
    firstLine: printedWith("\n"),
    ended: new Promise((resolve) => {
      child.on("close", (code) => resolve({ code, printed, errors }));
    }),
    stop: () => void child.kill(),
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}

describe("the command", { timeout: 30_000 }, () => {
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
    const node = `"${process.execPath}" --import tsx "${host}"`;
    const shell = spawn("sh", ["-c", `${node} & wait`], {
      env: { ...process.env, PORT, npm_lifecycle_event: "org" },
    });
    running.add(shell);
    await new Promise<void>((resolve) => {
      shell.stdout.setEncoding("utf8").on("data", (text: string) => {
        if (text.includes("running at")) resolve();
      });
    });
    shell.kill("SIGTERM");
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

  test("prints one line of JSON with --json once it is ready, and warns of other machines", async () => {
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
