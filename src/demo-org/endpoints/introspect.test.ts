import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../seed/configuration.ts";
import { callAsClient } from "../test-client-calls.ts";
import { clientId, createTestOrg, readFragment } from "../test-org.ts";

/** What introspection says of an access token whose server has another claim `sub`. */
async function inspectWithSubject(change: object) {
  const configuration = structuredClone(seedConfiguration);
  for (const server of configuration.customServers)
    server.claims = server.claims.map((claim) =>
      claim.name === "sub" ? { ...claim, ...change } : claim,
    );
  const org = await createTestOrg({ configuration });
  const request = { response_type: "token", scope: "openid" };
  const signedIn = await org.openBrowser().signIn("it.user@example.com", request, "/default");
  const { access_token: token } = readFragment(signedIn);
  const form = { client_id: clientId, token };
  return (await callAsClient(org, "/oauth2/default/v1/introspect", form)).body;
}

describe("an access token is still active", () => {
  test("where an admin has switched its sub off", async () => {
    const inspected = await inspectWithSubject({ status: "INACTIVE" });
    expect(inspected).toMatchObject({ active: true, username: "it.user@example.com" });
    expect(inspected).not.toHaveProperty("sub");
  });

  test("where an admin has made its sub something else than a text", async () => {
    const inspected = await inspectWithSubject({ value: "user.login == 'nobody'" });
    expect(inspected).toMatchObject({ active: true, sub: false });
  });
});
