import { beforeAll, describe, expect, test } from "vitest";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  person,
  signInForCode,
  verifier,
} from "./demo-org/test-support/code-flow-org.ts";
import {
  clientId,
  parseFragment,
  redirectUri,
  type TestBrowser,
  type TestOrg,
} from "./demo-org/test-support/test-org.ts";
import { decodeJwt } from "./oidc/jwt.ts";
import { judgeIdToken } from "./okta/fat-and-thin.ts";

// Compares the page's verdict on an ID token, fat or thin, with how the demo org issued the token. The token may be from
// another app, which uses the authorization code flow.

let org: TestOrg;
beforeAll(async () => {
  org = await createCodeFlowOrg();
});

describe("an ID token of an unknown request is judged by its claims", () => {
  test.each([
    ["fat", "id_token", "", "openid profile email groups"],
    ["fat", "id_token", "/default", "openid profile email"],
    ["thin", "id_token token", "", "openid profile email groups"],
    ["thin", "id_token token", "/default", "openid profile email"],
    ["fat", "code", "", "openid profile email groups"],
    ["fat", "code", "", "openid groups"],
    ["unknown", "code", "", "openid"],
    ["thin", "code", "/default", "openid profile email"],
  ] as const)("%s for %s at /oauth2%s", async (kind, response_type, server, scope) => {
    const browser = org.openBrowser();
    const idToken =
      response_type === "code"
        ? await redeem(await signInForCode(browser, { scope }, server), server, browser)
        : parseFragment(await browser.signIn(person, { response_type, scope }, server)).id_token;
    const decoded = decodeJwt(idToken ?? "");
    const claims = decoded.kind === "decoded" ? decoded.claims : {};
    expect(claims).toHaveProperty("sub");
    expect(judgeIdToken({ claims, returned: undefined }).kind).toBe(kind);
  });
});

describe("an ID token for a code is judged as the org issued it", () => {
  test.each([
    ["fat", "fat", ""],
    ["thin", "thin", ""],
    ["fat", "thin", "/default"],
    ["thin", "thin", "/default"],
  ] as const)("org with a %s one: %s at /oauth2%s", async (codeFlowIdToken, kind, server) => {
    const configured = await createCodeFlowOrg({ ...configureCodeFlow(), codeFlowIdToken });
    const browser = configured.openBrowser();
    const idToken = await redeem(
      await signInForCode(browser, { scope: "openid profile" }, server),
      server,
      browser,
    );
    const decoded = decodeJwt(idToken);
    const claims = decoded.kind === "decoded" ? decoded.claims : {};
    expect(judgeIdToken({ claims, returned: "for_code" }).kind).toBe(kind);
  });
});

async function redeem(
  { code = "" }: Record<string, string>,
  server: "" | "/default",
  browser: TestBrowser,
): Promise<string> {
  const response = await browser.post(`/oauth2${server}/v1/token`, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
  });
  const { id_token }: { id_token: string } = await response.json();
  return id_token;
}
