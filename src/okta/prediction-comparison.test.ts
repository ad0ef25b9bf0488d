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

const asPredicted = ["as_predicted", "Matches the prediction."] as const;

describe(comparePrediction, () => {
  test.each<
    [
      string,
      Partial<TokenPrediction>,
      JsonObject,
      kind: string,
      sentence: string,
      Prediction?,
      ("org" | "custom")?,
    ]
  >([
    ["groups", {}, { groups: ["IT"] }, ...asPredicted],
    ["no groups", { groups: "no", kind: "thin" }, {}, ...asPredicted],
    [
      "the same groups",
      { groupsClaims: expected },
      { groups: ["Everyone", "IT"] },
      ...asPredicted,
      known,
    ],
    [
      "other groups",
      { groupsClaims: expected },
      { groups: ["IT"] },
      "not_as_predicted",
      "other groups. The set-up may have changed since.",
      known,
    ],
    [
      "groups in another claim",
      { groupsClaims: expected },
      { teams: ["IT", "Everyone"] },
      "not_as_predicted",
      "other groups",
      known,
      "custom",
    ],
    [
      "none where the set-up promised some",
      { groupsClaims: expected },
      {},
      "not_as_predicted",
      "no groups. The set-up may",
      known,
    ],
    ["none where the prediction said if", {}, {}, "open", "if the app’s claim matches one"],
    ["an empty claim", {}, { groups: [] }, "open", "if the app’s claim matches one"],
    [
      "groups in spite of it",
      { groups: "no" },
      { groups: ["IT"] },
      "not_as_predicted",
      "groups. This org may not work as Okta’s pages say.",
    ],
    [
      "a claim of another name",
      { groups: "no" },
      { myGroups: ["IT"] },
      "open",
      "Okta’s pages don’t say",
    ],
    [
      "groups that were left open",
      { groups: "depends" },
      { groups: ["IT"] },
      "open",
      "The prediction was open. There are groups.",
      plain,
      "custom",
    ],
    [
      "none of those",
      { groups: "depends" },
      {},
      "open",
      "The prediction was open. There are no groups.",
      plain,
      "custom",
    ],
    [
      "a fat claim in a thin token",
      { groups: "no", kind: "thin" },
      { locale: "en" },
      "not_as_predicted",
      "a thin ID token with locale. This org may",
    ],
    [
      "the same of a custom server",
      { groups: "depends", kind: "thin" },
      { locale: "en" },
      "not_as_predicted",
      "An admin may have set that claim to Always.",
      plain,
      "custom",
    ],
    [
      "missing groups that a fat claim in a thin token doesn't explain",
      { kind: "thin", groupsClaims: expected },
      { locale: "en" },
      "not_as_predicted",
      "no groups; a thin ID token with locale.",
      known,
      "custom",
    ],
    [
      "a thin token instead",
      { claims: [...base, "locale"] },
      { groups: ["IT"], at_hash: "x" },
      "not_as_predicted",
      "a thin ID token. This org may",
    ],
    [
      "a token that lacks what nothing explains",
      { claims: [...base, "locale"] },
      { groups: ["IT"] },
      "not_as_predicted",
      "no locale. This org may",
    ],
    [
      "an attribute without a value",
      { claims: [...base, "locale", "zoneinfo"] },
      { groups: ["IT"], locale: "en" },
      ...asPredicted,
    ],
    ["a claim of the org's own", {}, { groups: ["IT"], shoe_size: 43 }, ...asPredicted],
  ])(
    "compares %s",
    (_case, change, received, kind, sentence, prediction = plain, server = "org") => {
      const comparison = comparePrediction({
        prediction,
        predicted: token(change),
        claims: claims(received),
        origins: prediction.origins,
        server,
      });
      expect(comparison?.kind).toBe(kind);
      expect(comparison?.sentence).toContain(sentence);
    },
  );

  test("finds the groups in a claim that was renamed since", () => {
    const comparison = comparePrediction({
      prediction: { ...known, origins: new Map([["teams", "groups"]]) },
      predicted: token({ groupsClaims: [{ name: "teams", groups: ["IT"] }] }),
      claims: claims({ roles: ["IT"] }),
      origins: new Map([["roles", "groups"]]),
      server: "org",
    });
    expect(comparison?.sentence).toBe(
      "Not as predicted: other groups. The set-up may have changed since.",
    );
  });

  test.each<[string, Partial<TokenPrediction>, string]>([
    ["thin", { claims: [...base, "locale"] }, "a thin ID token, as an older Okta page says."],
    [
      "without groups",
      { groupsClaims: expected },
      "no groups, as an older Okta page says. The set-up may have changed since.",
    ],
  ])("names an older Okta page if the token for a code is %s", (_case, change, text) => {
    const predicted = token(change);
    const prediction = { ...known, tokenEndpoint: { idToken: predicted } };
    const received = { prediction, predicted, claims: claims(), server: "org" } as const;
    expect(comparePrediction(received)?.sentence).toBe(`Not as predicted: ${text}`);
  });

  test.each<[string, Prediction, string]>([
    ["without the set-up", plain, "no refusal. The org has what the prediction said was missing."],
    ["with the set-up", known, "no refusal. The set-up may have changed since."],
  ])("explains why Okta did not refuse, although a refusal was likely: %s", (_case, base, text) => {
    const prediction = { ...base, refusal: { likelihood: "likely", reason: "" } } as const;
    const predicted = token({});
    const received = { prediction, predicted, claims: claims(), server: "org" } as const;
    expect(comparePrediction(received)?.sentence).toBe(`Not as predicted: ${text}`);
  });

  test.each([
    ["certain", "not_as_predicted"],
    ["likely", "not_as_predicted"],
    ["possible", "as_predicted"],
  ] as const)("compares a token with a refusal that was %s", (likelihood, kind) => {
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

  test("says that a token is thin, and does not also say that groups are missing", () => {
    const predicted = token({ claims: [...base, "locale"], groupsClaims: expected });
    const thin = claims({ at_hash: "x" });
    const received = { prediction: known, predicted, claims: thin, server: "org" } as const;
    expect(comparePrediction(received)?.sentence).toMatch(
      /^Not as predicted: a thin ID token\. [^;]*\.$/,
    );
  });

  test("says nothing about the claims of a token that is neither fat nor thin", () => {
    const { kind: _, ...predicted } = token({ groups: "no" });
    const received = { prediction: plain, predicted, claims: claims({ locale: "en" }) };
    expect(comparePrediction({ ...received, server: "custom" })?.sentence).toBe(
      "Matches the prediction.",
    );
  });

  test("returns undefined for a token that was not predicted", () => {
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
      "Not as predicted: the error. Okta may have found another problem before invalid_scope.",
    ],
    ["a refusal that was only possible", refusedWith("possible"), undefined],
    ["a refusal that only the set-up explains", plain, undefined],
    [
      "a refusal that the set-up did not predict",
      known,
      "Not as predicted: a refusal. The set-up may have changed since.",
    ],
  ])("compares %s", (_case, prediction, sentence) => {
    expect(compareRefusal(prediction, "access_denied")?.sentence).toBe(sentence);
  });

  test("does not compare errors that no set-up explains", () => {
    expect(compareRefusal(known, "login_required")).toBeUndefined();
  });
});
