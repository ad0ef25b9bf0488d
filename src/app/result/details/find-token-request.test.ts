import { describe, expect, test } from "vitest";
import type { TokenRequestState } from "../../run.ts";
import { buildRun, buildTokenRequest } from "../test-run.ts";
import { findTokenRequest } from "./find-token-request.ts";

const unsent = {
  status: "unsent",
  reason: "interrupted",
  tokenEndpoint: undefined,
  codeVerifier: "verifier-1",
} as const;

const buildCodeRun = (tokenRequest: TokenRequestState) =>
  buildRun({ parameters: { code: "code-1" }, request: { responseType: "code" }, tokenRequest });

describe(findTokenRequest, () => {
  const redirectUri = "http://localhost:5173/";

  test("is the request as it will be sent", () => {
    expect(findTokenRequest(buildCodeRun(unsent), redirectUri)).toEqual({
      tokenEndpoint: "https://dev-123.okta.com/oauth2/v1/token",
      clientId: "0oaoiuhhch8VRtBnC0h7",
      redirectUri,
      code: "code-1",
      codeVerifier: "verifier-1",
    });
  });

  test("has a placeholder for a verifier that was deleted", () => {
    const run = buildCodeRun(buildTokenRequest());
    expect(findTokenRequest(run, redirectUri)?.codeVerifier).toBe("{code_verifier}");
  });

  test("is undefined for a code that this tab did not request", () => {
    const run = buildRun({ request: null, parameters: { code: "c" }, tokenRequest: unsent });
    expect(findTokenRequest(run, redirectUri)).toBeUndefined();
  });
});
