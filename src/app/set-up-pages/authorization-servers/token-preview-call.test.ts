import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { applicationSchema } from "../../org-api/okta-objects.ts";
import { findFlow, previewFlows, previewResultSchema } from "./token-preview-call.ts";

function buildApplication(grantTypes: readonly string[], responseTypes: readonly string[]) {
  return v.parse(applicationSchema, {
    id: "0oa1",
    label: "An app",
    status: "ACTIVE",
    credentials: { oauthClient: { client_id: "0oa1" } },
    settings: {
      oauthClient: {
        application_type: "web",
        grant_types: grantTypes,
        response_types: responseTypes,
      },
    },
  });
}

describe(findFlow, () => {
  test.each([
    [["implicit"], ["id_token", "token"], "Implicit: id_token"],
    [["implicit"], ["token"], "Implicit: token"],
    [["authorization_code", "refresh_token"], ["code"], "Authorization Code"],
    [["client_credentials"], ["token"], "Client Credentials"],
    [[], [], "Implicit: id_token"],
  ])(
    "starts an app with grant types %j and response types %j with %s",
    (grantTypes, responseTypes, label) => {
      expect(findFlow(buildApplication(grantTypes, responseTypes))).toMatchObject({ label });
    },
  );

  test("keeps the chosen flow if the app may use it", () => {
    const [, token, both] = previewFlows;
    const application = buildApplication(["implicit"], ["id_token", "token"]);
    expect(findFlow(application, both)).toBe(both);
    expect(findFlow(buildApplication(["implicit"], ["token"]), both)).toBe(token);
    expect(findFlow(undefined, both)).toBe(both);
  });
});

describe("a token preview", () => {
  test("keeps every claim, whatever its name", () => {
    const text =
      '{"payload": {"sub": "00u1", "__proto__": ["a"], "constructor": {"prototype": null}}}';
    const answer = { kind: "tokens", idToken: JSON.parse(text), accessToken: null };
    const result = v.parse(previewResultSchema, answer);
    expect(JSON.stringify(result)).toBe(JSON.stringify(answer));
  });

  test.each([[[]], ["a.b.c"], [null]])("rejects the payload %j", (payload) => {
    const answer = { kind: "tokens", idToken: { payload }, accessToken: null };
    expect(v.is(previewResultSchema, answer)).toBe(false);
  });
});
