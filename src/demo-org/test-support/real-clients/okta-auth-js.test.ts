// biome-ignore lint/style/noRestrictedImports: this file tests the org with Okta's own client.
import { OktaAuth } from "@okta/okta-auth-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserClientId, redirectUri } from "./registered-clients.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
beforeAll(async () => {
  org = await serveOrg();
});
afterAll(() => org.close());

const credentials = { username: "it.user@example.com", password: "demo-password" };

test("Okta's SDK signs in with a password, and then with the security question", async () => {
  const client = new OktaAuth({ issuer: org.customIssuer, clientId: browserClientId, redirectUri });
  const signedIn = await client.signInWithCredentials(credentials);
  expect(signedIn.status).toBe("SUCCESS");
  expect(signedIn.sessionToken).toMatch(/^[\w-]{43}$/);

  await fetch(`${org.url}/demo/v1/apps/${browserClientId}/authentication-policy`, {
    method: "PUT",
    headers: { Authorization: "SSWS demo-api-token" },
    body: JSON.stringify({ authenticationPolicy: "any_two_factors" }),
  });
  const started = await client.signInWithCredentials(credentials);
  expect(started.status).toBe("MFA_REQUIRED");
  const [factor] = started.factors ?? [];
  if (!factor?.verify) throw new Error("The user has a factor");
  await expect(factor.verify({ answer: "wrong" })).rejects.toMatchObject({ errorCode: "E0000068" });
  const verified = await factor.verify({ answer: "demo-answer" });
  expect(verified).toMatchObject({ status: "SUCCESS", sessionToken: expect.any(String) });
});
