import type { Check } from "../../../oidc/check.ts";
import type { ErrorResponse, ResponseProblem } from "../../../oidc/parsed-response.ts";
import { listIssuedTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { isTimeCheck } from "../describe-run.ts";

/** What a verdict is about. */
type RunClass =
  | { kind: "moved"; path: string }
  | { kind: "unreadable"; problem: ResponseProblem }
  /** `failed` excludes checks of times. It is empty if the response belongs to no request. */
  | { kind: "failed-checks"; failed: readonly Check[] }
  | { kind: "error"; request: SentRequest; response: ErrorResponse }
  | { kind: "time-problem"; request: SentRequest; check: Check }
  /** The response's code was not exchanged for tokens. */
  | { kind: "code"; request: SentRequest }
  | { kind: "groups"; request: SentRequest };

/** Looks at failed checks first, because the groups of a response that failed a check are doubtful. */
export function classifyRun(run: Run, checks: readonly Check[]): RunClass {
  const { request, response } = run;
  if (response.routerPath !== undefined) return { kind: "moved", path: response.routerPath };
  if (response.kind === "unreadable") return { kind: "unreadable", problem: response.problem };
  const failed = checks.filter(({ status }) => status === "fail");
  const failedForGood = failed.filter(({ id }) => !isTimeCheck(id));
  if (failedForGood.length > 0 || !request) {
    return { kind: "failed-checks", failed: failedForGood };
  }
  if (response.kind === "error") return { kind: "error", request, response };
  const [check] = failed;
  if (check) return { kind: "time-problem", request, check };
  const hasTokens = !run.tokenRequest || listIssuedTokens(run).length > 0;
  return { kind: hasTokens ? "groups" : "code", request };
}
