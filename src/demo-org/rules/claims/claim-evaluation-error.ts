export type ClaimProblem =
  | { readonly code: "too_many_groups" }
  | { readonly code: "not_evaluated"; readonly claim: string; readonly isSystem: boolean };

export class ClaimEvaluationError extends Error {
  override readonly name = "ClaimEvaluationError";
  readonly problem: ClaimProblem;

  constructor(problem: ClaimProblem, options?: ErrorOptions) {
    super(`Claims could not be evaluated: ${problem.code}`, options);
    this.problem = problem;
  }
}

/** @see Okta error catalogue: too_many_groups_in_groups_claim, user_claim_evaluation_failure */
export function describeClaimProblem(problem: ClaimProblem): string {
  switch (problem.code) {
    case "too_many_groups":
      return "The groups claim matched too many groups and must be configured to match fewer groups.";
    case "not_evaluated": {
      const kind = problem.isSystem ? "system" : "user";
      return `The '${problem.claim}' ${kind} claim could not be evaluated.`;
    }
    default:
      return problem satisfies never;
  }
}

export function nameClaimProblem(problem: ClaimProblem): string {
  if (problem.code === "too_many_groups") return "too_many_groups_in_groups_claim";
  return problem.isSystem ? "system_claim_evaluation_failure" : "user_claim_evaluation_failure";
}
