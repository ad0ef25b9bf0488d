import { describe, expect, test } from "vitest";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, person, signInForCode } from "../../test-support/code-flow-org.ts";
import { clientId, createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";

const request = { response_type: "id_token token", scope: "openid" };

describe("acr_values", () => {
  test.each([
    ["urn:okta:loa:1fa:any", ["pwd"]],
    ["urn:okta:loa:1fa:pwd", ["pwd"]],
    ["urn:okta:loa:2fa:any:ifpossible", ["pwd", "mfa", "kba"]],
    ["urn:okta:loa:2fa:any", ["pwd", "mfa", "kba"]],
  ])("is in the tokens of a sign-in that meets it: %s", async (acr, amr) => {
    const browser = (await createTestOrg()).openBrowser();
    const withAcr = { ...request, acr_values: acr };
    const tokens = parseFragment(await browser.signIn(person, withAcr, "/default"));
    expect(Object.keys(decode(tokens.id_token)).join()).toContain("jti,amr,acr,idp");
    expect(Object.keys(decode(tokens.access_token)).join()).toContain("iat,exp,acr,cid");
    expect([decode(tokens.id_token).acr, decode(tokens.access_token).acr]).toEqual([acr, acr]);
    expect(decode(tokens.id_token).amr).toEqual(amr);
  });

  test.each(["urn:okta:loa:2fa:any", "urn:okta:loa:2fa:any:ifpossible"])(
    "asks a user who signed in with a password for the second factor: %s",
    async (acr_values) => {
      const browser = (await createTestOrg()).openBrowser();
      await browser.signIn(person);
      const page = await (await browser.authorize({ acr_values })).text();
      expect(page).toContain("Security question answer");
      const silent = await browser.authorize({ acr_values, prompt: "none" });
      expect(parseFragment(silent)).toMatchObject({
        error: "login_required",
        error_description:
          "The client specified not to prompt, but the client app requires re-authentication or MFA.",
      });
    },
  );

  test.each(["phr", "phrh"])("is refused if the org has no such factor: %s", async (acr_values) => {
    const browser = (await createTestOrg()).openBrowser();
    const refusal = {
      state: "myState",
      error: "unmet_authentication_requirements",
      error_description:
        "Unable to meet the authentication requirements imposed by 'acr_values' parameter.",
    };
    expect(parseFragment(await browser.signIn(person, { ...request, acr_values }))).toEqual(
      refusal,
    );
    const silent = { ...request, acr_values, prompt: "none" };
    expect(parseFragment(await browser.authorize(silent))).toEqual(refusal);
  });

  test("is ignored if Okta doesn't know the value", async () => {
    const browser = (await createTestOrg()).openBrowser();
    const withAcr = { ...request, acr_values: "urn:mace:incommon:iap:silver" };
    const tokens = parseFragment(await browser.signIn(person, withAcr));
    expect(decode(tokens.id_token)).not.toHaveProperty("acr");
  });

  test("is in the tokens for a code, and in those of a refresh", async () => {
    const org = await createCodeFlowOrg();
    const acr = "urn:okta:loa:1fa:any";
    const scope = "openid offline_access";
    const { code } = await signInForCode(org.openBrowser(), { scope, acr_values: acr });
    const first = (await exchangeCode(org, code)).body;
    const renewed = await callAsClient(org, "/oauth2/v1/token", {
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: first.refresh_token,
    });
    for (const { id_token, access_token } of [first, renewed.body])
      expect([decode(id_token).acr, decode(access_token).acr]).toEqual([acr, acr]);
  });
});
