import { describe, expect, test } from "vitest";
import type { Check, CheckStatus } from "./check.ts";
import { computeTokenTrust, computeTrust, decideUserInfoCall } from "./trust.ts";

const abouts = ["request", "response", "metadata", "id_token", "access_token"] as const;

function check(id: string, status: CheckStatus = "pass"): Check {
  const about = abouts.find((it) => id.startsWith(`${it}.`)) ?? "request";
  return { id, about, name: id, status, detail: `${id}: ${status}` };
}

const passed = [
  "request.state",
  "response.tokens",
  "id_token.iss",
  "id_token.exp",
  "metadata.issuer",
];
const withSignature = (status: CheckStatus) => [
  ...passed.map((id) => check(id)),
  check("id_token.signature", status),
];

/** Everything passes, and then one check fails or is skipped. */
const change = (id: string, status: CheckStatus) => [
  ...withSignature("pass").filter((it) => it.id !== id),
  check(id, status),
];

describe(computeTrust, () => {
  test("is verified once every check and the signature pass", () => {
    expect(computeTrust({ status: "done", results: withSignature("pass") }).level).toBe("verified");
  });

  test("is not verified while checks run", () => {
    expect(computeTrust({ status: "running", results: withSignature("pass") }).level).toBe(
      "checking",
    );
  });

  test.each(["request.state", "response.iss", "response.tokens", "id_token.aud", "id_token.exp"])(
    "fails with %s, before and after the others are done",
    (id) => {
      for (const status of ["running", "done"] as const)
        expect(computeTrust({ status, results: change(id, "fail") })).toMatchObject({
          level: "failed",
          failed: [{ id }],
        });
    },
  );

  test("is not verified without a checked signature, and says why", () => {
    expect(computeTrust({ status: "done", results: withSignature("skipped") })).toEqual({
      level: "unverified",
      reason: "id_token.signature: skipped",
    });
    expect(computeTrust({ status: "done", results: [check("request.state")] }).level).toBe(
      "unverified",
    );
  });
});

describe(computeTokenTrust, () => {
  const results = [...withSignature("pass"), check("access_token.signature", "fail")];

  test("leaves the other token’s checks aside", () => {
    expect(computeTokenTrust({ status: "done", results }, "id_token").level).toBe("verified");
    expect(computeTokenTrust({ status: "done", results }, "access_token").level).toBe("failed");
  });

  test("is never verified where the state fails", () => {
    const failed = change("request.state", "fail");
    expect(computeTokenTrust({ status: "done", results: failed }, "id_token").level).toBe("failed");
  });
});

describe(decideUserInfoCall, () => {
  test("allows it where everything passes", () => {
    expect(decideUserInfoCall({ status: "done", results: withSignature("pass") }).kind).toBe(
      "allow",
    );
  });

  test("allows it for an opaque access token alone, which has no signature to check", () => {
    const results = [
      check("request.state"),
      check("access_token.iss"),
      check("access_token.format", "skipped"),
      check("metadata.issuer"),
    ];
    expect(decideUserInfoCall({ status: "done", results }).kind).toBe("allow");
  });

  test.each([
    "request.state",
    "response.iss",
    "response.tokens",
    "response.token_type",
    "metadata.issuer",
    "id_token.iss",
    "id_token.aud",
    "id_token.nonce",
    "id_token.at_hash",
    "id_token.signature",
    "access_token.iss",
    "access_token.signature",
  ])("refuses it after a failed %s, and gives the reason", (id) => {
    for (const status of ["running", "done"] as const)
      expect(decideUserInfoCall({ status, results: change(id, "fail") })).toEqual({
        kind: "refuse",
        reason: `${id}: fail`,
      });
  });

  test.each(["id_token.exp", "id_token.iat", "access_token.exp", "access_token.nbf"])(
    "does not refuse it for %s alone",
    (id) => {
      const results = change(id, "fail");
      expect(decideUserInfoCall({ status: "done", results }).kind).toBe("allow");
    },
  );

  test.each(["id_token.signature", "metadata.issuer"])("warns where %s was skipped", (id) => {
    expect(decideUserInfoCall({ status: "done", results: change(id, "skipped") })).toEqual({
      kind: "warn",
      reason: `${id}: skipped`,
    });
  });

  test("waits for checks that run", () => {
    expect(decideUserInfoCall({ status: "running", results: withSignature("pass") }).kind).toBe(
      "wait",
    );
  });
});
