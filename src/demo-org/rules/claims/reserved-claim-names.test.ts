import { describe, expect, test } from "vitest";
import { findReservedName } from "./reserved-claim-names.ts";

describe(findReservedName, () => {
  test.each([
    ["iss", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["jti", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["ver", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["token_type", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["exp", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["sub", ["RESOURCE", "IDENTITY", "FEDERATED"]],
    ["cid", ["RESOURCE"]],
    ["uid", ["RESOURCE"]],
    ["username", ["RESOURCE"]],
    ["rpt", ["RESOURCE"]],
    ["scp", ["RESOURCE"]],
    ["group", ["IDENTITY", "FEDERATED"]],
    ["role", ["IDENTITY", "FEDERATED"]],
    ["scope", ["IDENTITY", "FEDERATED"]],
    ["nonce", ["IDENTITY", "FEDERATED"]],
    ["device_id", ["IDENTITY", "FEDERATED"]],
    ["email", ["IDENTITY", "FEDERATED"]],
    ["preferred_username", ["IDENTITY", "FEDERATED"]],
    ["groups", ["FEDERATED"]],
    ["Groups", []],
    ["GroupsClaim", []],
    ["https://example.com/groups", []],
    ["__proto__", []],
    ["constructor", []],
  ])("%s is reserved in %j claims", (name, kinds) => {
    for (const kind of ["RESOURCE", "IDENTITY", "FEDERATED"] as const)
      expect(findReservedName(name, kind)).toBe(
        kinds.includes(kind) ? `'${name}' is reserved and cannot be used` : undefined,
      );
  });
});
