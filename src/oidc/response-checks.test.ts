import { describe, expect, test } from "vitest";
import { parseResponse, type SuccessResponse } from "./parsed-response.ts";
import {
  checkExchangedTokens,
  checkResponseIssuer,
  checkResponseTokens,
  checkTokenType,
} from "./response-checks.ts";
import { parseTokenResponse } from "./token-request.ts";

function parse(text: string): SuccessResponse {
  const response = parseResponse(text, "fragment");
  if (response.kind !== "success") throw new Error(`Not a success: ${text}`);
  return response;
}

describe(checkResponseTokens, () => {
  test.each([
    ["id_token", "id_token=a", "pass", "exactly what you requested"],
    ["id_token token", "id_token=a&access_token=b", "pass", "exactly"],
    ["code id_token", "id_token=a&code=c", "pass", "exactly"],
    [
      "id_token token",
      "id_token=a",
      "fail",
      "requested an access token, but the response does not contain it",
    ],
    ["id_token token", "access_token=b", "fail", "requested an ID token"],
    [
      "id_token",
      "id_token=a&access_token=b",
      "fail",
      "contains an access token, which you did not request",
    ],
    ["token", "id_token=a", "fail", "requested an access token"],
    ["id_token", "id_token=a&code=c", "fail", "contains a code"],
    ["code", "code=c", "pass", "exactly"],
    [
      "id_token token",
      "code=c",
      "fail",
      "You requested an ID token and an access token, but the response does not contain them. The response contains a code, which you did not request.",
    ],
    ["token", "id_token=a", "fail", "contains an ID token"],
  ])("requested %s, received %s: %s", (requested, text, status, detail) => {
    expect(checkResponseTokens(requested, parse(text))).toMatchObject({
      status,
      detail: expect.stringContaining(detail),
    });
  });
});

describe(checkTokenType, () => {
  test.each([
    ["access_token=b&token_type=Bearer", "pass"],
    ["access_token=b&token_type=bearer", "pass"],
    ["access_token=b&token_type=DPoP", "fail"],
    ["access_token=b&token_type=Bearer+x", "fail"],
    ["access_token=b&token_type=", "fail"],
    ["access_token=b", "fail"],
  ])("%s: %s", (text, status) => {
    expect(checkTokenType(parse(text))?.status).toBe(status);
  });

  test("returns no check without an access token", () => {
    expect(checkTokenType(parse("id_token=a"))).toBeUndefined();
  });
});

describe(checkResponseIssuer, () => {
  test.each([
    ["https://a", "https://a", "pass"],
    ["https://a/", "https://a", "fail"],
    ["https://b", "https://a", "fail"],
    ["https://a", undefined, "skipped"],
    [undefined, "https://a", undefined],
  ])("%s for a request to %s: %s", (received, expected, status) => {
    expect(checkResponseIssuer(received, expected)?.status).toBe(status);
  });
});

describe(checkExchangedTokens, () => {
  const exchange = (body: object) => {
    const text = JSON.stringify({ access_token: "at", ...body });
    const parsed = parseTokenResponse({ kind: "answered", status: 200, text });
    if (parsed.kind !== "success") throw new Error(`Not a success: ${text}`);
    return parsed;
  };

  test.each([
    [["openid", "groups"], { id_token: "a.b.c" }, "pass", "as expected"],
    [["crm.read"], {}, "pass", "no ID token"],
    [["openid"], {}, "fail", "contains no ID token"],
    [["crm.read"], { id_token: "a.b.c" }, "fail", "was not granted"],
    [["openid", "crm.read"], { scope: "crm.read" }, "pass", "no ID token"],
    [["crm.read"], { scope: "openid", id_token: "a.b.c" }, "pass", "as expected"],
  ] as const)("for %j: %j %s", (scopes, body, status, detail) => {
    expect(checkExchangedTokens(scopes, exchange(body))).toMatchObject({
      status,
      detail: expect.stringContaining(detail),
    });
  });
});
