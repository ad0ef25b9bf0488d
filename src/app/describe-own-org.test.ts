import { describe, expect, test } from "vitest";
import { describeOwnOrg } from "./describe-own-org.ts";
import type { MetadataState } from "./request/use-metadata.ts";

type Answer = Extract<MetadataState, { status: "done" }>["answer"];

const loaded: Answer = {
  kind: "loaded",
  metadata: {
    issuer: "https://dev-1.okta.com",
    authorizationEndpoint: "https://dev-1.okta.com/oauth2/v1/authorize",
    jwksUri: "https://dev-1.okta.com/oauth2/v1/keys",
    tokenEndpoint: undefined,
    userinfoEndpoint: undefined,
    scopesSupported: [],
    foreignOrigins: [],
  },
};
const refused = (status: number, body: Record<string, string>): Answer => ({
  kind: "other_response",
  status,
  body,
});

describe(describeOwnOrg, () => {
  test("says that the org responds", () => {
    expect(describeOwnOrg({ status: "done", answer: loaded })).toEqual({
      status: "ready",
      detail: "responds",
    });
  });

  test.each<[string, Answer]>([
    ["can’t be reached", { kind: "unreachable", because: "failed" }],
    ["doesn’t respond", { kind: "unreachable", because: "timed_out" }],
    ["no such server", refused(404, { errorCode: "E0000007" })],
    ["no custom servers", refused(401, { errorCode: "E0000015" })],
    ["no metadata", refused(200, {})],
    ["another issuer", { kind: "issuer_mismatch", expected: "https://a", received: "https://b" }],
  ])("says what is wrong: %s", (detail, answer) => {
    expect(describeOwnOrg({ status: "done", answer })).toEqual({ status: "problem", detail });
  });

  test("says that the org has no such app", () => {
    const state = describeOwnOrg({ status: "done", answer: loaded, isClientUnknown: true });
    expect(state).toEqual({ status: "problem", detail: "unknown client ID" });
  });

  test("says nothing about an org that the page has not contacted", () => {
    expect(describeOwnOrg({ status: "not-requested" })).toBeUndefined();
  });
});
