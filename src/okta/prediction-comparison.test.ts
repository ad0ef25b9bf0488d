import { describe, expect, test } from "vitest";
import type { JsonObject } from "../oidc/json.ts";
import type { Prediction, TokenPrediction } from "./prediction.ts";
import { comparePrediction, compareRefusal } from "./prediction-comparison.ts";

const plain: Prediction = {
  headline: { title: "", sentence: "" },
  redirect: {},
  notRequested: {},
  warnings: [],
};
const known: Prediction = {
  ...plain,
  origins: new Map([
    ["groups", "groups"],
    ["teams", "groups"],
  ]),
};

const base = ["sub", "iss"];
const token = (change: Partial<TokenPrediction>): TokenPrediction => ({
  kind: "fat",
  claims: base,
  groups: "yes",
  because: "",
  ...change,
});
const claims = (more: JsonObject = {}): JsonObject => ({ sub: "00u1", iss: "https://o", ...more });
const expected = [{ name: "groups", groups: ["IT", "Everyone"] }];

describe(comparePrediction, () => {
  test.each<
    [string, Prediction, Partial<TokenPrediction>, JsonObject, "org" | "custom", string, string]
  >([
    ["groups", plain, {}, { groups: ["IT"] }, "org", "as_predicted", "Matches the prediction."],
    [
      "no groups",
      plain,
      { groups: "no", kind: "thin" },
      {},
      "org",
      "as_predicted",
      "Matches the prediction.",
    ],
    [
      "the same groups",
      known,
      { groupsClaims: expected },
      { groups: ["Everyone", "IT"] },
      "org",
      "as_predicted",
      "Matches the prediction.",
    ],
    [
      "other groups",
      known,
      { groupsClaims: expected },
      { groups: ["IT"] },
      "org",
      "not_as_predicted",
      "other groups, because the org’s set-up has changed since.",
    ],
    [
      "groups in another claim",
      known,
      { groupsClaims: expected },
      { teams: ["IT", "Everyone"] },
      "custom",
      "not_as_predicted",
      "other groups",
    ],
    [
      "none where the set-up promised some",
      known,
      { groupsClaims: expected },
      {},
      "org",
      "not_as_predicted",
      "no groups, because",
    ],
    [
      "none where the prediction said if",
      plain,
      {},
      {},
      "org",
      "open",
      "if the app’s claim matches one",
    ],
    ["an empty claim", plain, {}, { groups: [] }, "org", "open", "if the app’s claim matches one"],
    [
      "groups in spite of it",
      plain,
      { groups: "no" },
      { groups: ["IT"] },
      "org",
      "not_as_predicted",
      "groups, because this org doesn’t work as Okta’s pages say.",
    ],
    [
      "a claim of another name",
      plain,
      { groups: "no" },
      { myGroups: ["IT"] },
      "org",
      "open",
      "Okta’s pages don’t say",
    ],
    [
      "groups that were left open",
      plain,
      { groups: "depends" },
      { groups: ["IT"] },
      "custom",
      "open",
      "Groups were possible, and there are some",
    ],
    [
      "none of those",
      plain,
      { groups: "depends" },
      {},
      "custom",
      "open",
      "Groups were possible, but there are none",
    ],
    [
      "a fat claim in a thin token",
      plain,
      { groups: "no", kind: "thin" },
      { locale: "en" },
      "org",
      "not_as_predicted",
      "a thin ID token with locale, because this org",
    ],
    [
      "the same of a custom server",
      plain,
      { groups: "depends", kind: "thin" },
      { locale: "en" },
      "custom",
      "not_as_predicted",
      "set that claim to Always",
    ],
    [
      "a thin token instead",
      plain,
      { claims: [...base, "locale"] },
      { groups: ["IT"] },
      "org",
      "not_as_predicted",
      "a thin ID token, because this org",
    ],
    [
      "a thin token for a code",
      plain,
      { claims: [...base, "locale"], note: "Older." },
      {},
      "org",
      "not_as_predicted",
      "a thin ID token, as an older Okta page says.",
    ],
    [
      "an attribute without a value",
      plain,
      { claims: [...base, "locale", "zoneinfo"] },
      { groups: ["IT"], locale: "en" },
      "org",
      "as_predicted",
      "Matches the prediction.",
    ],
    [
      "a claim of the org's own",
      plain,
      {},
      { groups: ["IT"], shoe_size: 43 },
      "org",
      "as_predicted",
      "Matches the prediction.",
    ],
  ])("compares %s", (_case, prediction, change, received, server, kind, sentence) => {
    const comparison = comparePrediction({
      prediction,
      predicted: token(change),
      claims: claims(received),
      server,
    });
    expect(comparison?.kind).toBe(kind);
    expect(comparison?.sentence).toContain(sentence);
  });

  test.each([
    ["certain", "not_as_predicted"],
    ["likely", "not_as_predicted"],
    ["possible", "as_predicted"],
  ] as const)("a token came where a refusal was %s", (likelihood, kind) => {
    const prediction = { ...plain, refusal: { likelihood, reason: "" } };
    const predicted = token({});
    const received = {
      prediction,
      predicted,
      claims: claims({ groups: ["IT"] }),
      server: "org",
    } as const;
    expect(comparePrediction(received)?.kind).toBe(kind);
  });

  test("says that a token is thin rather than that its groups are missing", () => {
    const predicted = token({ claims: [...base, "locale"], groupsClaims: expected });
    const received = { prediction: known, predicted, claims: claims(), server: "org" } as const;
    expect(comparePrediction(received)?.sentence).toMatch(
      /^Not as predicted: a thin ID token, because [^;]*\.$/,
    );
  });

  test("says nothing about the claims of a token that is neither fat nor thin", () => {
    const { kind: _, ...predicted } = token({ groups: "no" });
    const received = { prediction: plain, predicted, claims: claims({ locale: "en" }) };
    expect(comparePrediction({ ...received, server: "custom" })?.sentence).toBe(
      "Matches the prediction.",
    );
  });

  test("compares nothing that was not predicted", () => {
    const received = {
      prediction: plain,
      predicted: undefined,
      claims: {},
      server: "org",
    } as const;
    expect(comparePrediction(received)).toBeUndefined();
  });
});

describe(compareRefusal, () => {
  const refusedWith = (likelihood: "certain" | "possible", error?: string): Prediction => ({
    ...plain,
    refusal: { likelihood, reason: "", ...(error !== undefined && { error }) },
  });

  test.each<[string, Prediction, string | undefined]>([
    ["the predicted error", refusedWith("certain", "access_denied"), "Matches the prediction."],
    ["a predicted refusal", refusedWith("certain"), "Matches the prediction."],
    [
      "another error",
      refusedWith("certain", "invalid_scope"),
      "Not as predicted: the error, because another reason came before invalid_scope.",
    ],
    ["what was only possible", refusedWith("possible"), undefined],
    ["what needs the set-up", plain, undefined],
    [
      "what the set-up allows now",
      known,
      "Not as predicted: a refusal, so the org’s set-up may have changed since.",
    ],
  ])("compares %s", (_case, prediction, sentence) => {
    expect(compareRefusal(prediction, "access_denied")?.sentence).toBe(sentence);
  });

  test("expects nothing of errors that no set-up explains", () => {
    expect(compareRefusal(known, "login_required")).toBeUndefined();
  });
});
