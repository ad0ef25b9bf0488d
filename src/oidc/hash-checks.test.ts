import { afterEach, describe, expect, test, vi } from "vitest";
import { verifyAccessTokenHash, verifyCodeHash } from "./hash-checks.ts";

// Made with `printf jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y | openssl dgst -sha256 -binary | head -c 16 | basenc --base64url`
const hashed = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
const hash = "77QmUPtjPfzWtF2AnpK9RQ";

afterEach(() => vi.unstubAllGlobals());

describe.each([
  [
    "at_hash",
    (given: unknown) => verifyAccessTokenHash({ atHash: toJson(given), accessToken: hashed }),
  ],
  ["c_hash", (given: unknown) => verifyCodeHash({ codeHash: toJson(given), code: hashed })],
] as const)("%s", (name, verify) => {
  test("passes with the left half of the hash", async () => {
    expect(await verify(hash)).toMatchObject({ id: `id_token.${name}`, status: "pass" });
  });

  test.each([
    ["another hash", "77QmUPtjPfzWtF2AnpK9RA"],
    ["a padded hash", `${hash}==`],
    ["no hash", undefined],
    ["a hash that is not a string", [hash]],
  ])("fails with %s", async (_case, given) => {
    expect(await verify(given)).toMatchObject({ id: `id_token.${name}`, status: "fail" });
  });

  test("is skipped in an insecure context, with the reason", async () => {
    vi.stubGlobal("crypto", { getRandomValues: () => undefined });
    expect(await verify(hash)).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining("https"),
    });
  });
});

function toJson(value: unknown) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
