import { describe, expect, test } from "vitest";
import { parseOwnOrg } from "./own-org.ts";
import { initialChoice, type RequestChoice } from "./request-choice.ts";
import { draftRequest } from "./request-draft.ts";

const context = {
  demoOrgUrl: "http://localhost:5173/demo-org",
  redirectUri: "http://localhost:5173/",
  parseOwnOrg,
  state: "s",
  nonce: "n",
  codeChallenge: "challenge-1",
  signedInUser: undefined,
};

const ownOrg: RequestChoice = {
  ...initialChoice,
  org: "own",
  domain: "https://dev-123-admin.okta.com/",
  clientId: " 0oa1b2c3d4e5f6g7h8i9 ",
};

const draft = (choice: RequestChoice, signedInUser?: string) =>
  draftRequest(choice, { ...context, signedInUser });

describe(draftRequest, () => {
  test("sends to the demo org with its client ID", () => {
    const { request, problems } = draft(initialChoice);
    expect(problems).toEqual({});
    expect(request).toMatchObject({
      authorizationEndpoint: "http://localhost:5173/demo-org/oauth2/v1/authorize",
      clientId: "0oaoiuhhch8VRtBnC0h7",
      redirectUri: "http://localhost:5173/",
    });
  });

  test("has a code challenge only for a code, with a placeholder until the challenge is computed", () => {
    const choice: RequestChoice = { ...initialChoice, responseType: "code id_token" };
    expect(draft(initialChoice).request).not.toHaveProperty("codeChallenge");
    expect(draft(choice).request.codeChallenge).toBe("challenge-1");
    const later = draftRequest(choice, { ...context, codeChallenge: undefined });
    expect(later.request.codeChallenge).toBe("{code_challenge}");
  });

  test("corrects a pasted domain, and says what was changed", () => {
    const { orgUrl, request, ownOrg: parsed } = draft(ownOrg);
    expect(orgUrl).toBe("https://dev-123.okta.com");
    expect(request.clientId).toBe("0oa1b2c3d4e5f6g7h8i9");
    expect(parsed?.notes).toEqual([expect.stringContaining("dev-123.okta.com")]);
  });

  test("sends to the named custom server", () => {
    const { request, issuer } = draft({
      ...ownOrg,
      server: "custom",
      authorizationServerId: "aus1",
    });
    expect(request.authorizationEndpoint).toBe("https://dev-123.okta.com/oauth2/aus1/v1/authorize");
    expect(issuer).toBe("https://dev-123.okta.com/oauth2/aus1");
  });

  test("never signs in as a demo user at another org", () => {
    const { request } = draft({ ...ownOrg, person: "joe.user@example.com" }, "it.user@example.com");
    expect(request).not.toHaveProperty("loginHint");
    expect(request).not.toHaveProperty("prompt");
  });

  test.each([
    ["domain", { domain: "" }, "{yourOktaDomain}"],
    ["domain", { domain: "javascript:alert(1)" }, "{yourOktaDomain}"],
    ["domain", { domain: "https://:pw@host.example.com" }, "{yourOktaDomain}"],
    ["domain", { domain: "https://@host.example.com" }, "{yourOktaDomain}"],
    ["clientId", { clientId: "" }, "{clientId}"],
    ["clientId", { clientId: "two words" }, "{clientId}"],
    [
      "authorizationServerId",
      { server: "custom", authorizationServerId: "../x" },
      "{authorization",
    ],
  ] as const)("can’t be sent with that %s, and names it in the URL", (field, change, place) => {
    const { problems, request } = draft({ ...ownOrg, ...change });
    expect(Object.keys(problems)).toEqual([field]);
    expect(`${request.authorizationEndpoint} ${request.clientId}`).toContain(place);
  });
});
