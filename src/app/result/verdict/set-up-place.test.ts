import { describe, expect, test } from "vitest";
import { findSetUpPlace } from "./set-up-place.ts";

const clientId = "0oa1";
const org = { kind: "org" } as const;
const custom = { kind: "custom", id: "aus1" } as const;
const refuse = (error: string, description?: string) => ({ refusal: { error, description } });
const unassigned = "User is not assigned to the client application.";
const noPolicy =
  "Policy evaluation failed for this request, please check the policy configurations.";

describe(findSetUpPlace, () => {
  test.each([
    ["groups that did not come", { server: org }, "Set up the app’s Sign On tab"],
    ["groups that did not come", { server: custom }, "Set up the server’s Claims tab"],
    [
      "a person who is not assigned",
      { server: custom, ...refuse("access_denied", unassigned) },
      "Set up the app’s Assignments tab",
    ],
    [
      "a policy",
      { server: custom, ...refuse("access_denied", noPolicy) },
      "Set up the server’s Access Policies tab",
    ],
    ["a scope", { server: custom, ...refuse("invalid_scope") }, "Set up the server’s Scopes tab"],
    [
      "a token that the app may not ask for",
      { server: org, ...refuse("unsupported_response_type") },
      "Set up the app’s General tab",
    ],
    [
      "an expression that failed",
      { server: org, ...refuse("server_error") },
      "Set up the app’s Sign On tab",
    ],
  ])("leads from %s to the tab", (_case, asked, name) => {
    expect(findSetUpPlace({ clientId, ...asked })?.name).toBe(name);
  });

  test.each([
    [org, "invalid_scope"],
    [org, "access_denied"],
    [custom, "login_required"],
  ])("leads nowhere where %o refuses with %s", (server, error) => {
    expect(findSetUpPlace({ clientId, server, ...refuse(error) })).toBeUndefined();
  });
});
