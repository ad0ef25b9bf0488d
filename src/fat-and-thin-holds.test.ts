import { beforeAll, describe, expect, test } from "vitest";
import {
  createCodeFlowOrg,
  person,
  signInForCode,
  verifier,
} from "./demo-org/test-code-flow-org.ts";
import {
  clientId,
  readFragment,
  redirectUri,
  type TestBrowser,
  type TestOrg,
} from "./demo-org/test-org.ts";
import { decodeJwt } from "./oidc/jwt.ts";
import { judgeIdToken } from "./okta/fat-and-thin.ts";

// What the page makes of an ID token is held against how the demo org came to issue it. The page does not ask for a
// code, but somebody may open it with the token of an app that does.

let org: TestOrg;
beforeAll(async () => {
  org = await createCodeFlowOrg();
});

describe("an ID token says of itself whether it is fat or thin", () => {
  test.each([
    ["fat", "id_token", "", "openid profile email groups"],
    ["fat", "id_token", "/default", "openid profile email"],
    ["thin", "id_token token", "", "openid profile email groups"],
    ["thin", "id_token token", "/default", "openid profile email"],
    ["fat", "code", "", "openid profile email groups"],
    ["thin", "code", "/default", "openid profile email"],
  ] as const)("%s for %s at /oauth2%s", async (kind, response_type, server, scope) => {
    const browser = org.openBrowser();
    const idToken =
      response_type === "code"
        ? await redeem(await signInForCode(browser, { scope }, server), server, browser)
        : readFragment(await browser.signIn(person, { response_type, scope }, server)).id_token;
    const decoded = decodeJwt(idToken ?? "");
    const claims = decoded.kind === "decoded" ? decoded.claims : {};
    expect(claims).toHaveProperty("sub");
    expect(judgeIdToken({ claims, cameWithAccessToken: undefined }).kind).toBe(kind);
  });
});

async function redeem(
  { code = "" }: Record<string, string>,
  server: "" | "/default",
  browser: TestBrowser,
): Promise<string> {
  const answer = await browser.post(`/oauth2${server}/v1/token`, {
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    code,
  });
  const { id_token }: { id_token: string } = await answer.json();
  return id_token;
}
