import { describe, expect, test } from "vitest";
import { explainMetadataProblem } from "./explain-metadata-problem.ts";

const expected = "https://dev-1.okta.com";
const long = "a".repeat(1_000_000);

describe(explainMetadataProblem, () => {
  test.each([
    [
      "another issuer",
      { kind: "issuer_mismatch", expected, received: "https://login.example.com" },
      "has the issuer https://login.example.com, but you chose https://dev-1.okta.com. If both belong to your org",
    ],
    [
      "the org's own reason",
      { kind: "other_response", status: 403, body: { errorSummary: "Not for you." } },
      "(status 403: Not for you.)",
    ],
    [
      "an org without API Access Management",
      { kind: "other_response", status: 401, body: { errorCode: "E0000015" } },
      "no API Access Management",
    ],
    [
      "a refusal without a reason",
      { kind: "other_response", status: 500, body: undefined },
      "(status 500)",
    ],
  ] as const)("names %s", (_case, answer, words) => {
    expect(explainMetadataProblem(answer)).toContain(words);
  });

  test.each([
    ["another issuer", { kind: "issuer_mismatch", expected, received: long }],
    ["a reason", { kind: "other_response", status: 403, body: { errorSummary: long } }],
  ] as const)("shortens %s that is too long for a sentence", (_case, answer) => {
    const sentence = explainMetadataProblem(answer);
    expect(sentence).toContain("aaa…");
    expect(sentence.length).toBeLessThan(600);
  });
});
