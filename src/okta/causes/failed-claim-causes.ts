import { explainIf } from "../refusal-reason.ts";
import { okta } from "../sources.ts";
import {
  type Cause,
  type Evidence,
  type Explanation,
  type Finding,
  possibleForAdmin,
} from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { describeProblem } from "./describe-problem.ts";
import type { PlacedClaim } from "./exclusion.ts";
import { judgeValue } from "./value-problem.ts";

/** A claim that Okta could not evaluate. With the set-up, says why. */
function failedClaim(id: CauseId, explanation?: Explanation): Cause {
  return {
    id,
    source: okta.groupFunctionLimits,
    find: (evidence) => {
      const explained = explainIf(evidence, /user claim could not be evaluated/);
      const proven = explained && proveFailure(evidence);
      if (proven) return proven.id === id ? { ...explained, ...proven.finding } : undefined;
      if (id === "expression_failed") return explained;
      return explained && explanation && !evidence.run.setUp
        ? { ...explanation, ...possibleForAdmin }
        : undefined;
    },
  };
}

function proveFailure(evidence: Evidence): { id: CauseId; finding: Finding } | undefined {
  const { refusal, setUp } = evidence.run;
  const name = /The '(?<name>[^']*)' user claim/.exec(refusal?.description ?? "")?.groups?.name;
  if (!setUp || name === undefined) return undefined;
  const { app, server } = setUp;
  const claims: readonly PlacedClaim[] = server
    ? server.claims
        .filter(({ isActive }) => isActive)
        .map(({ id, name, value }) => ({ id, name, value, of: "server", server }))
    : app?.groupsClaim
      ? [{ ...app.groupsClaim, of: "app", app }]
      : [];
  for (const claim of claims.filter((it) => it.name === name)) {
    const outcome = judgeValue(claim.value, setUp);
    if (outcome.kind !== "failed") continue;
    return { id: outcome.problem.id, finding: describeProblem(claim, outcome.problem, evidence) };
  }
  return undefined;
}

export const failedClaimCauses: readonly Cause[] = [
  failedClaim("expression_failed"),
  failedClaim("expression_limit", {
    title: "The limit of a group function may be above 100",
    observed: "Outside the authorization code flow, the limit is at most 100.",
    expected: "If it is higher, Okta issues no token.",
    steps: ["Set the limit to 100 or less, or use the authorization code flow."],
  }),
  failedClaim("expression_null", {
    title: "The expression may call Arrays.flatten with null",
    observed: "The Groups functions return null if no group matches.",
    expected: "Arrays.flatten fails on that.",
    steps: ["Put ?: {} after each part that can be null."],
  }),
  failedClaim("app_profile_missing", {
    title: "The expression may read a property that the app lacks",
    observed: "A misspelt app.profile name is null.",
    expected: "A function that doesn’t accept null fails.",
    steps: ["Compare the names after app.profile. with the app’s profile."],
  }),
  failedClaim("invalid_regex", {
    title: "The filter’s regular expression may not be valid",
    observed: "The claim may be a filter of the type Matches regex.",
    expected: "Okta can’t evaluate a regular expression that is not valid.",
    steps: ["Correct the regular expression. Start with .* and narrow it."],
  }),
];
