import { describe, expect, test, vi } from "vitest";
import { callUserInfo } from "./call-user-info.ts";
import { buildRun, testClaims } from "./result/test-run.ts";

const { thin, orgAccessToken, userInfo } = testClaims;
const run = buildRun({ idToken: thin, accessToken: orgAccessToken });

describe(callUserInfo, () => {
  test("returns the claims of the token's user", async () => {
    const fetch = vi.fn(async () => Response.json(userInfo));
    expect(await callUserInfo(run, fetch)).toMatchObject({ kind: "claims", claims: userInfo });
    expect(fetch).toHaveBeenCalledWith(
      "https://dev-123.okta.com/oauth2/v1/userinfo",
      expect.anything(),
    );
  });

  test.each([{ ...userInfo, sub: "00uOther" }, { groups: ["IT"] }])(
    "returns no claims set for another user, or for none",
    async (claims) => {
      const result = await callUserInfo(run, async () => Response.json(claims));
      expect(result).toEqual({
        kind: "other_user",
        check: expect.objectContaining({ status: "fail" }),
        claims,
      });
    },
  );

  test.each([
    ["a request", { accessToken: orgAccessToken, request: null }],
    ["an access token", { idToken: thin }],
  ])("sends nothing without %s", async (_what, parts) => {
    const fetch = vi.fn();
    expect(await callUserInfo(buildRun(parts), fetch)).toBeUndefined();
    expect(fetch).not.toHaveBeenCalled();
  });
});
