import { expect, test } from "vitest";
import type { JsonValue } from "../../oidc/json.ts";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { CauseId } from "./cause-id.ts";
import { clientId, expression } from "./test-set-up.ts";

export const user = { sub: "00u1", given_name: "Ingrid" };
export const both = "id_token token";

export const org: RunToDiagnose = {
  server: { kind: "org" },
  clientId,
  responseType: "id_token",
  scopes: ["openid", "profile", "groups"],
  idTokenClaims: user,
};
export const custom: RunToDiagnose = {
  ...org,
  server: { kind: "custom", id: "default" },
  scopes: ["openid"],
};
export const customBoth: RunToDiagnose = { ...custom, responseType: both, accessTokenClaims: user };
export const { idTokenClaims: _, ...refused } = org;
export const { idTokenClaims: __, ...customRefused } = custom;

export const nothing = { kind: "nothing" } as const;
export const valued = (value: JsonValue) => ({ kind: "value", value }) as const;
export const failed = { kind: "failed", message: "It failed." } as const;
/** A claim's value that is not groups. */
export const email = expression("appuser.email", valued("it.user@example.com"));
export const refuse = (error: string, description: string, run = refused): RunToDiagnose => ({
  ...run,
  refusal: { error, description },
});
export const denied = refuse(
  "access_denied",
  "Policy evaluation failed for this request, please check the policy configurations.",
  customRefused,
);
export const cannotEvaluate = "The 'groups' user claim could not be evaluated.";
export const notEvaluated = refuse("server_error", cannotEvaluate);
export const customNotEvaluated = refuse("server_error", cannotEvaluate, customRefused);
export const notConfigured = refuse(
  "invalid_scope",
  "One or more scopes are not configured for the authorization server resource.",
  customRefused,
);
export const unknownServer = refuse(
  "invalid_request",
  "The authorization server id is invalid.",
  customRefused,
);
export const wrongGrantType = refuse(
  "unauthorized_client",
  "The client is not authorized to use the provided grant type. Configured grant types: [implicit].",
);
export const wrongResponseType = refuse(
  "unsupported_response_type",
  "The response type is not supported by the authorization server. Configured response types: [code].",
);
export const tooManyGroups = refuse(
  "server_error",
  "The groups claim matched too many groups and must be configured to match fewer groups.",
);
export const customScopes = refuse(
  "invalid_scope",
  "Custom scopes are not allowed for this request.",
);
export const noApiAccess = refuse(
  "E0000015",
  "You do not have permission to access the feature you are requesting",
  customRefused,
);
export const withGroups = (groups: JsonValue, run = org): RunToDiagnose => ({
  ...run,
  idTokenClaims: { ...user, groups },
});

/** Lists the IDs of a run's causes, likeliest first. */
export function listCauses(run: RunToDiagnose): readonly CauseId[] {
  return diagnose(run).causes.map(({ id }) => id);
}

/** Test cases by the kind of the suggested set-up change. `none`: no change is suggested. */
type ProvenByChange = Record<string, [CauseId, string, RunToDiagnose, OrgSetUp][]>;

/** Tests which cause the run and the org's set-up prove. */
export function testProven(provenByChange: ProvenByChange): void {
  const proven = Object.entries(provenByChange).flatMap(([change, rows]) =>
    rows.map((row) => [...row, change === "none" ? undefined : change] as const),
  );
  test.each(proven)("%s: %s", (id, _evidence, run, setUp, change) => {
    const { causes } = diagnose({ ...run, setUp });
    expect(causes[0]?.id).toBe(id);
    expect(causes[0]?.setUpChange?.kind).toBe(change);
    // A set-up that doesn't explain the missing groups must have changed, which is only likely.
    const isCertain = id !== "set_up_changed";
    expect(causes.every(({ certainty }) => (certainty === "certain") === isCertain)).toBe(true);
  });
  testSentences(proven.map(([, , run, setUp]) => ({ ...run, setUp })));
}

/** Tests the first cause, and its certainty, without the set-up. */
export function testSeen(
  seenByCertainty: Record<string, [CauseId, string, RunToDiagnose][]>,
): void {
  const seen = Object.entries(seenByCertainty).flatMap(([certainty, rows]) =>
    rows.map((row) => [...row, certainty] as const),
  );
  test.each(seen)("%s: %s", (id, _evidence, run, certainty) => {
    expect(diagnose(run).causes[0]).toMatchObject({ id, certainty });
    expect(diagnose(run).causes.some(({ setUpChange }) => setUpChange)).toBe(false);
  });
  testSentences(seen.map(([, , run]) => run));
}

/** Tests which causes are listed as possible without the set-up. */
export function testPossible(rows: readonly [CauseId, RunToDiagnose][]): void {
  test.each(rows)("lists as possible: %s", (id, run) => {
    expect(diagnose(run).causes.find((cause) => cause.id === id)?.certainty).toBe("possible");
  });
}

/** Tests the words that name a cause. Other tests name causes by ID. */
export function testTitles(rows: readonly [CauseId, string, RunToDiagnose][]): void {
  test.each(rows)("%s is named “%s”", (id, title, run) => {
    expect(diagnose(run).causes.find((cause) => cause.id === id)?.title).toBe(title);
  });
}

function testSentences(runs: readonly RunToDiagnose[]): void {
  test.each(runs.map((run) => [diagnose(run).causes] as const))(
    "has complete sentences, steps and a source (%#)",
    (causes) => {
      expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
      for (const { title, observed, expected, steps, source, certainty } of causes) {
        expect(title).not.toMatch(/[.]$|undefined/);
        expect(observed).toMatch(/[.”]$/);
        expect(expected).toMatch(/^$|[^*][.”]$/);
        expect(steps).not.toEqual([]);
        expect(source.url).toMatch(/^https:/);
        if (certainty === "possible") expect(title).toMatch(/\bmay\b/);
        else expect(title).not.toMatch(/\bmay not be\b/);
      }
    },
  );
}
