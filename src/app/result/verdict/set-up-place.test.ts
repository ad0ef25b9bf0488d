import { describe, expect, test } from "vitest";
import { findSetUpPlace } from "./set-up-place.ts";

const clientId = "0oa1";
const org = { kind: "org" } as const;
const custom = { kind: "custom", id: "aus1" } as const;
const refuse = (error: string, description?: string) => ({ error, description });
const unassigned = "User is not assigned to the client application.";
const noPolicy =
  "Policy evaluation failed for this request, please check the policy configurations.";

describe(findSetUpPlace, () => {
  test.each([
    ["missing groups", org, undefined, "Set up the app’s Sign On tab"],
    ["missing groups", custom, undefined, "Set up the server’s Claims tab"],
    [
      "a user who is not assigned",
      custom,
      refuse("access_denied", unassigned),
      "Set up the app’s Assignments tab",
    ],
    [
      "a policy",
      custom,
      refuse("access_denied", noPolicy),
      "Set up the server’s Access Policies tab",
    ],
    ["a scope", custom, refuse("invalid_scope"), "Set up the server’s Scopes tab"],
    [
      "a token that the app may not request",
      org,
      refuse("unsupported_response_type"),
      "Set up the app’s General tab",
    ],
    ["an expression that failed", org, refuse("server_error"), "Set up the app’s Sign On tab"],
  ])("returns the tab that fixes %s", (_case, server, refusal, name) => {
    expect(findSetUpPlace({ org: "demo", clientId, server }, refusal)?.name).toBe(name);
    expect(findSetUpPlace({ org: "own", clientId, server }, refusal)).toBeUndefined();
  });

  test.each([
    [org, "invalid_scope"],
    [org, "access_denied"],
    [custom, "login_required"],
  ])("returns undefined if %o refuses with %s", (server, error) => {
    expect(findSetUpPlace({ org: "demo", clientId, server }, refuse(error))).toBeUndefined();
  });
});
