import { describe, expect, test } from "vitest";
import { type Choice, initialChoice } from "./choice.ts";
import { draftRequest } from "./request-draft.ts";

const circumstances = {
  demoOrgUrl: "http://localhost:5173/demo-org",
  redirectUri: "http://localhost:5173/",
  state: "s",
  nonce: "n",
};

const ownOrg: Choice = {
  ...initialChoice,
  org: "own",
  domain: "https://dev-123-admin.okta.com/",
  clientId: " 0oa1b2c3d4e5f6g7h8i9 ",
};

const draft = (choice: Choice) => draftRequest(choice, circumstances);

describe(draftRequest, () => {
  test("asks the demo org with its own client", () => {
    const { request, problems } = draft(initialChoice);
    expect(problems).toEqual({});
    expect(request).toMatchObject({
      authorizationEndpoint: "http://localhost:5173/demo-org/oauth2/v1/authorize",
      clientId: "0oaoiuhhch8VRtBnC0h7",
      redirectUri: "http://localhost:5173/",
    });
  });

  test("makes the right thing of what people paste, and says what it made", () => {
    const { orgUrl, request, notes } = draft(ownOrg);
    expect(orgUrl).toBe("https://dev-123.okta.com");
    expect(request.clientId).toBe("0oa1b2c3d4e5f6g7h8i9");
    expect(notes).toEqual([
      "That is the Admin Console’s address. Sign-in happens at dev-123.okta.com.",
    ]);
  });

  test("asks the custom server that is named", () => {
    const { request } = draft({ ...ownOrg, server: "custom", authorizationServerId: "aus1" });
    expect(request.authorizationEndpoint).toBe("https://dev-123.okta.com/oauth2/aus1/v1/authorize");
  });

  test.each([
    ["domain", { domain: "" }, "{yourOktaDomain}"],
    ["domain", { domain: "javascript:alert(1)" }, "{yourOktaDomain}"],
    ["clientId", { clientId: "" }, "{clientId}"],
    ["clientId", { clientId: "two words" }, "{clientId}"],
    [
      "authorizationServerId",
      { server: "custom", authorizationServerId: "../x" },
      "{authorization",
    ],
  ] as const)(
    "cannot be sent with that %s, and holds its place in the URL",
    (field, change, place) => {
      const { problems, request } = draft({ ...ownOrg, ...change });
      expect(Object.keys(problems)).toEqual([field]);
      expect(`${request.authorizationEndpoint} ${request.clientId}`).toContain(place);
    },
  );
});
