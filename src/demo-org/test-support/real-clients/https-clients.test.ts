import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningDemoOrg } from "../../hosts/node/demo-org-types.ts";
import { startDemoOrg } from "../../hosts/node/start-demo-org.ts";
import { testCertificate } from "../../hosts/node/test-certificate.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const redirectUri = "https://app.example/callback";
let org: RunningDemoOrg;
let folder = "";

beforeAll(async () => {
  org = await startDemoOrg({ tls: testCertificate, redirectUris: [redirectUri] });
  folder = await mkdtemp(join(tmpdir(), "demo-org-https-"));
  await writeFile(join(folder, "cert.pem"), testCertificate.cert);
});
afterAll(async () => {
  await org.stop();
  await rm(folder, { recursive: true });
});

/** Runs a script in a new process, because Node loads trusted certificates only at its start. @returns The output. */
async function run(script: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: join(folder, "cert.pem"),
        ORG: org.url,
        CLIENT_ID: org.clientId,
        REDIRECT_URI: redirectUri,
      },
    },
  );
  return stdout.trim();
}

/** Part of a script: signs in through the Authentication API, and assigns the tokens to `tokens`. */
const signIn = `
  const issuer = process.env.ORG + "/oauth2/default";
  const credentials = { username: "it.user@example.com", password: "demo-password" };
  const signedIn = await fetch(process.env.ORG + "/api/v1/authn", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(credentials),
  });
  const { sessionToken } = await signedIn.json();
  const request = new URLSearchParams({
    client_id: process.env.CLIENT_ID,
    response_type: "id_token token",
    scope: "openid",
    redirect_uri: process.env.REDIRECT_URI,
    state: "s",
    nonce: "n",
    sessionToken,
  });
  const response = await fetch(issuer + "/v1/authorize?" + request, { redirect: "manual" });
  const tokens = new URLSearchParams(new URL(response.headers.get("Location")).hash.slice(1));
`;

describe("with https and without a workaround", { timeout: 30_000 }, () => {
  test("Okta's verifier, which refuses http, accepts a token", async () => {
    const script = `${signIn}
      import OktaJwtVerifier from "@okta/jwt-verifier";
      const verifier = new OktaJwtVerifier({ issuer });
      const { claims } = await verifier.verifyAccessToken(tokens.get("access_token"), "api://default");
      console.log(claims.sub);
    `;
    expect(await run(script)).toBe("it.user@example.com");
  });

  test("openid-client, which refuses http, discovers the org", async () => {
    const script = `
      import { discovery } from "openid-client";
      const found = await discovery(new URL(process.env.ORG), process.env.CLIENT_ID);
      console.log(found.serverMetadata().authorization_endpoint);
    `;
    expect(await run(script)).toBe(`${org.url}/oauth2/v1/authorize`);
  });

  test("Okta's SDK for Node lists a user's groups", async () => {
    const script = `
      import { Client } from "@okta/okta-sdk-nodejs";
      const client = new Client({ orgUrl: process.env.ORG, token: "demo-api-token" });
      const groups = await client.userApi.listUserGroups({ userId: "it.user@example.com" });
      const names = [];
      await groups.each(({ profile }) => names.push(profile.name));
      console.log(names.join());
    `;
    expect(await run(script)).toBe("Everyone,IT");
  });
});
