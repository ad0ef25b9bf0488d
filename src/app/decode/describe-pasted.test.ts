import { expect, test } from "vitest";
import { buildToken, testClaims } from "../result/test-run.ts";
import { describeDamage, summarizePasted } from "./describe-pasted.ts";
import { parsePasted } from "./parse-pasted.ts";

const { fat, orgAccessToken } = testClaims;
const redirect = (user: string) =>
  `https://app.example.com/cb#id_token=${buildToken({ ...fat, sub: user })}&state=s`;
const pair = (user: string) =>
  JSON.stringify({
    id_token: buildToken({ ...fat, sub: user }),
    access_token: buildToken({ ...orgAccessToken, uid: user }),
  });

test.each([
  ["one token", buildToken(fat), "Found: ID token."],
  [
    "two tokens of the same kind",
    `${buildToken(fat)}\n${buildToken({ ...fat, sub: "00u2" })}`,
    "Found: 2 ID tokens.",
  ],
  [
    "two redirects",
    `${redirect("00u1")}\n${redirect("00u2")}`,
    "Found: 2 redirects with an ID token.",
  ],
  ["nothing", "hello there", "This page found no token, response or request in this text."],
])("sums up %s", (_case, text, sentence) => {
  expect(summarizePasted(parsePasted(text))).toContain(sentence);
});

test("counts responses with two tokens each", () => {
  expect(summarizePasted(parsePasted(`[${pair("00u1")},${pair("00u2")}]`))).toMatch(
    /^Found: 2 (?:sets of ID token and access token|token responses with an ID token and an access token)\.$/,
  );
});

test.each([
  [1, "1 character."],
  [1234, "1,234 characters."],
])("says that a token is cut off after character %d", (offset, text) => {
  const damage = { segment: "payload", kind: "cut_off", offset, found: "" } as const;
  expect(describeDamage(damage)).toBe(`Its payload is cut off after ${text}`);
});
