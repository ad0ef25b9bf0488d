import { request as requestOverHttp } from "node:http";
import { request as requestOverTls } from "node:https";
import { afterEach, describe, expect, test } from "vitest";
import { writeOrgFile } from "../../http/controls/org-file.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import type { RunningDemoOrg, StartDemoOrgOptions } from "./demo-org-types.ts";
import { startDemoOrg } from "./start-demo-org.ts";
import { testCertificate } from "./test-certificate.ts";
import { withFile } from "./test-file.ts";

const running = new Set<RunningDemoOrg>();
afterEach(async () => {
  for (const org of running) await org.stop();
  running.clear();
});

async function start(options?: StartDemoOrgOptions): Promise<RunningDemoOrg> {
  const org = await startDemoOrg(options);
  running.add(org);
  return org;
}

const manage = (org: RunningDemoOrg, path: string, init: RequestInit = {}) =>
  fetch(org.url + path, { ...init, headers: { Authorization: `SSWS ${org.apiToken}` } });

async function parseIssuer(response: Response): Promise<unknown> {
  const { issuer } = await response.json();
  return issuer;
}

/** Requests the metadata with this Host header. */
function requestAs(
  port: number,
  host: string,
  tls = false,
): Promise<{ status: number; body: string }> {
  const options = {
    host: "localhost",
    port,
    path: "/.well-known/openid-configuration",
    headers: { Host: host },
    ...(tls && { ca: testCertificate.cert, servername: "localhost" }),
  };
  return new Promise((resolve, reject) => {
    const sent = (tls ? requestOverTls : requestOverHttp)(options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

const parsePort = (url: string) => Number(new URL(url).port);

describe(startDemoOrg, () => {
  test("starts separate orgs on free ports, and says how to use them", async () => {
    const redirectUris = ["http://localhost:3000/callback"];
    const [one, other] = await Promise.all([start({ redirectUris }), start()]);
    expect(one.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(one.url).not.toBe(other.url);
    for (const issuer of [one.issuer, one.customIssuer]) {
      const metadata = await fetch(`${issuer}/.well-known/openid-configuration`);
      expect(await parseIssuer(metadata)).toBe(issuer);
    }
    expect(one.redirectUris).toContain("http://localhost:3000/callback");
    expect(other.redirectUris).not.toContain("http://localhost:3000/callback");
    expect(one.users).toContainEqual({
      username: "it.user@example.com",
      password: "demo-password",
    });
    expect((await manage(one, `/api/v1/apps/${one.clientId}`)).status).toBe(200);
  });

  test("frees its port when it stops, and stops only once", async () => {
    const org = await start();
    const port = parsePort(org.url);
    await org.stop();
    await org.stop();
    const next = await start({ port });
    expect(next.url).toBe(org.url);
  });

  test("returns an org that can be reset to its seed", async () => {
    const org = await start();
    const find = () => manage(org, "/api/v1/users/it.user@example.com").then((it) => it.status);
    const deactivate = "/api/v1/users/it.user@example.com/lifecycle/deactivate";
    await manage(org, deactivate, { method: "POST" });
    await manage(org, "/api/v1/users/it.user@example.com", { method: "DELETE" });
    expect(await find()).toBe(404);
    await org.reset();
    expect(await find()).toBe(200);
  });

  test("starts from an exported org, as a file or as JSON", async () => {
    const [user, ...users] = seedConfiguration.users;
    if (!user) throw new Error("The seed has users");
    const renamed = { ...user, profile: { ...user.profile, login: "only.me@example.com" } };
    const file = writeOrgFile({ ...seedConfiguration, users: [renamed, ...users] });
    const expected = expect.arrayContaining([
      expect.objectContaining({ username: "only.me@example.com" }),
    ]);
    expect((await start({ seed: file })).users).toEqual(expected);
    await withFile(JSON.stringify(file), async (path) => {
      expect((await start({ seed: path })).users).toEqual(expected);
    });
  });

  test("uses the declared issuer as the org's URL, and creates a random API token", async () => {
    const issuer = "http://okta:8080/";
    const org = await start({ issuer, host: "0.0.0.0", apiToken: "random" });
    expect(org.url).toBe("http://okta:8080");
    expect(org.apiToken).toMatch(/^[\w-]{43}$/);
  });

  test("accepts only the declared issuer and its own address as Host", async () => {
    const { port, stop } = await startOnKnownPort({ issuer: "https://okta.test" });
    for (const host of ["okta.test", `localhost:${port}`]) {
      const { status, body } = await requestAs(port, host);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ issuer: "https://okta.test" });
    }
    for (const host of [`okta.test:${port}`, "rebound.example", `127.0.0.1:${port}`])
      expect((await requestAs(port, host)).status).toBe(421);
    await stop();
  });

  test("serves https with a certificate", async () => {
    const org = await start({ tls: testCertificate });
    expect(org.url).toMatch(/^https:\/\/localhost:\d+$/);
    const { body } = await requestAs(parsePort(org.url), new URL(org.url).host, true);
    expect(JSON.parse(body)).toMatchObject({ issuer: org.url });
  });

  test("refuses a port that is in use, and suggests another", async () => {
    const port = parsePort((await start()).url);
    await expect(startDemoOrg({ port })).rejects.toThrow(
      `Port ${port} is already in use. Stop the other program, or choose another port, such as `,
    );
  });

  const invalid: readonly (readonly [StartDemoOrgOptions, string])[] = [
    [{ port: 65_536 }, "not a port"],
    [{ port: 1.5 }, "not a port"],
    [{ host: "http://localhost" }, "without a port"],
    [{ host: "localhost:80" }, "without a port"],
    [{ host: "203.0.113.7", apiToken: "secret" }, "no address 203.0.113.7"],
    ...[
      "localhost/callback",
      "/callback",
      "http://localhost:3000/#a",
      "http://localhost:3000/zurück",
      "javascript:alert(1)",
      "localhost:3000/callback",
      "http://localhost:3000/a,http://localhost:3000/b",
    ].map((uri) => [{ redirectUris: [uri] }, `"${uri}" is not a redirect URI`] as const),
    ...["two words", "schlüssel", "a\u0000b", ""].map(
      (apiToken) => [{ apiToken }, "ASCII characters without spaces"] as const,
    ),
    ...["0.0.0.0", "::", "0", "example.com", "localhost.example"].flatMap((host) => [
      [{ host }, `Other machines could reach the org at ${host}`] as const,
      [{ host, apiToken: "demo-api-token" }, "everyone knows the API token"] as const,
    ]),
    ...[
      "okta:8080",
      "http://okta:8080/oauth2/default",
      "http://okta/?a",
      "http://user@okta",
      "ftp://okta",
      "http://ok ta",
    ].map((issuer) => [{ issuer }, `"${issuer}" is not an issuer`] as const),
    [{ issuer: "http://okta.test", tls: testCertificate }, "is not https"],
    [{ tls: { ...testCertificate, key: "no key" } }, "can't be used"],
    [{ seed: "/nowhere/org.json" }, "Can't read /nowhere/org.json"],
    [{ seed: { format: "okta-groups-explorer/org" } }, "version: Is missing"],
  ];
  test.each(invalid)("refuses %j", async (options, sentence) => {
    await expect(startDemoOrg(options)).rejects.toThrow(sentence);
  });

  test.each(["localhost", "127.0.0.1", "127.1"])(
    "needs no API token of one's own to listen on %s",
    async (host) => {
      const org = await start({ host });
      expect((await fetch(`${org.url}/`)).status).toBe(200);
    },
  );
});

/** An org whose URL doesn't contain the port. */
async function startOnKnownPort(options: StartDemoOrgOptions) {
  const first = await startDemoOrg();
  const port = parsePort(first.url);
  await first.stop();
  const org = await start({ ...options, port });
  return { port, stop: org.stop };
}
