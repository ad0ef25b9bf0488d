import { describe, expect, test } from "vitest";
import type { MetadataResult } from "../oidc/discovery.ts";
import { describeOrg } from "./describe-org.ts";
import { buildSessionState } from "./test-session-state.ts";

const state = buildSessionState({ org: "own", domain: "https://dev-123.okta.com" });

describe(describeOrg, () => {
  test.each<[string, MetadataResult]>([
    ["can’t be reached", { kind: "unreachable", because: "failed" }],
    ["metadata problem", { kind: "other_response", status: 404, body: undefined }],
    ["metadata problem", { kind: "issuer_mismatch", expected: "a", received: "b" }],
  ])("says of an own org: %s", (detail, answer) => {
    expect(describeOrg(state, { status: "ready" }, { status: "done", answer })).toEqual({
      name: "dev-123.okta.com",
      state: { status: "problem", detail },
    });
  });
});
