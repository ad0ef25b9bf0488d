import { describe, expect, test } from "vitest";
import { checkUserInfoSubject } from "../oidc/userinfo.ts";
import { explainUserInfoFailure } from "./explain-user-info-failure.ts";

const refusal = { kind: "refused", status: 403, error: undefined, description: undefined } as const;

describe(explainUserInfoFailure, () => {
  test.each([
    ["no response", { kind: "unreachable", because: "failed" }, "can’t be reached"],
    ["a slow response", { kind: "unreachable", because: "timed_out" }, "in time"],
    ["a large response", { kind: "unreachable", because: "too_large" }, "too much"],
    ["a token that can’t be sent", { kind: "invalid_token_text" }, "was not called"],
    ["a page", { kind: "not_json" }, "not return JSON"],
    ["a list", { kind: "not_an_object" }, "not return an object"],
    ["an error of the server", { ...refusal, status: 503 }, "UserInfo failed (status 503)"],
    ["nothing", { ...refusal, status: 204 }, "returned no claims (status 204)"],
    ["a refusal", { ...refusal, error: "insufficient_scope" }, "(insufficient_scope)"],
    ["a refusal without a word", refusal, "(status 403)"],
  ] as const)("names %s", (_case, failure, words) => {
    expect(explainUserInfoFailure(failure).title).toContain(words);
  });

  test("shows bidirectional control characters in the server’s text", () => {
    const { title, sentences } = explainUserInfoFailure({
      ...refusal,
      error: "a\u202eb",
      description: "c\u202ed",
    });
    expect(title).toContain("aU+202Eb");
    expect(sentences.join(" ")).toContain("cU+202Ed");
  });

  test.each([
    ["another user", { sub: "00u2" }, "UserInfo is about another user"],
    ["no user", { groups: ["IT"] }, "UserInfo doesn’t say who the user is"],
  ])("says that UserInfo names %s", (_case, claims, title) => {
    const idTokenClaims = { sub: "00u1" };
    const check = checkUserInfoSubject({ userInfoClaims: claims, idTokenClaims });
    expect(explainUserInfoFailure({ kind: "other_user", check, claims })).toMatchObject({
      title,
      sentences: [check.detail, expect.stringContaining("dropped")],
    });
  });
});
