import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { callAsClient } from "../../test-support/client-calls.ts";
import { baseUrl, clientId, createTestOrg, parseFragment } from "../../test-support/test-org.ts";

/** Introspects an access token of a server whose `sub` claim was changed. */
async function inspectWithSubject(change: object) {
  const configuration = structuredClone(seedConfiguration);
  for (const server of configuration.customServers)
    server.claims = server.claims.map((claim) =>
      claim.name === "sub" ? { ...claim, ...change } : claim,
    );
  const org = await createTestOrg({ configuration });
  const request = { response_type: "token", scope: "openid" };
  const signedIn = await org.openBrowser().signIn("it.user@example.com", request, "/default");
  const { access_token: token } = parseFragment(signedIn);
  const form = { client_id: clientId, token };
  return (await callAsClient(org, "/oauth2/default/v1/introspect", form)).body;
}

describe("an access token", () => {
  test("is active if its `sub` claim was deactivated", async () => {
    const inspected = await inspectWithSubject({ status: "INACTIVE" });
    expect(inspected).toMatchObject({ active: true, username: "it.user@example.com" });
    expect(inspected).not.toHaveProperty("sub");
  });

  test("is active if its `sub` claim is not a string", async () => {
    const inspected = await inspectWithSubject({ value: "user.login == 'nobody'" });
    expect(inspected).toMatchObject({ active: true, sub: false });
  });
});

describe("a token", () => {
  const authorization = { Authorization: "SSWS demo-api-token" };

  test.each([
    ["is inactive while its user is suspended", "suspend", false],
    ["is active again after the user was unsuspended", "unsuspend", true],
  ])("%s", async (_case, last, active) => {
    const org = await createTestOrg();
    const request = { response_type: "id_token token", scope: "openid" };
    const tokens = parseFragment(await org.openBrowser().signIn("it.user@example.com", request));
    for (const verb of new Set(["suspend", last])) {
      const path = `${baseUrl}/api/v1/users/it.user@example.com/lifecycle/${verb}`;
      await org.fetch(new Request(path, { method: "POST", headers: authorization }));
    }
    for (const token of [tokens.access_token, tokens.id_token]) {
      const form = { client_id: clientId, token };
      const { body } = await callAsClient(org, "/oauth2/v1/introspect", form);
      expect(body).toMatchObject({ active });
    }
  });
});
