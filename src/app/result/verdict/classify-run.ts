import type { Check } from "../../../oidc/check.ts";
import type { ErrorResponse, ResponseProblem } from "../../../oidc/parsed-response.ts";
import { isLastingFailure } from "../../../oidc/trust.ts";
import { listIssuedTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run, TokenRequestState } from "../../run.ts";

/** What a verdict and a run's chip are about. */
type RunClass =
  | { kind: "moved"; path: string }
  | { kind: "unreadable"; problem: ResponseProblem }
  /** `failed` excludes checks of times. It is empty if the response belongs to no request. */
  | { kind: "failed-checks"; failed: readonly Check[] }
  | { kind: "error"; request: SentRequest; response: ErrorResponse }
  | { kind: "time-problem"; request: SentRequest; check: Check }
  /** The response's code was not exchanged for tokens. */
  | { kind: "code"; request: SentRequest; tokenRequest: TokenRequestState }
  | { kind: "groups"; request: SentRequest };

/** Looks at failed checks first, because the groups of a response that failed a check are doubtful. */
export function classifyRun(run: Run, checks: readonly Check[]): RunClass {
  const { request, response } = run;
  if (response.routerPath !== undefined) return { kind: "moved", path: response.routerPath };
  if (response.kind === "unreadable") return { kind: "unreadable", problem: response.problem };
  const failed = checks.filter(({ status }) => status === "fail");
  const failedForGood = failed.filter(isLastingFailure);
  if (failedForGood.length > 0 || !request) {
    return { kind: "failed-checks", failed: failedForGood };
  }
  if (response.kind === "error") return { kind: "error", request, response };
  const [check] = failed;
  if (check) return { kind: "time-problem", request, check };
  const { tokenRequest } = run;
  return tokenRequest && listIssuedTokens(run).length === 0
    ? { kind: "code", request, tokenRequest }
    : { kind: "groups", request };
}
