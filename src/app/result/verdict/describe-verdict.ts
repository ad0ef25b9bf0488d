import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { listIssuedTokens } from "../../issued-tokens.ts";
import { buildChoiceQuery, initialChoice } from "../../request-choice.ts";
import { findNamedUser } from "../claims-sources.ts";
import { isTimeCheck } from "../describe-run.ts";
import { toChoice } from "../to-choice.ts";
import { describeFailedChecks } from "./describe-failed-checks.ts";
import { describeGroups } from "./describe-groups.ts";
import {
  describeCode,
  describeError,
  describeMoved,
  describeUnreadable,
} from "./describe-refusal.ts";
import { describeTimeProblem } from "./describe-time-problem.ts";
import { findSetUpPlace } from "./set-up-place.ts";
import type { Description, Verdict, VerdictInput } from "./verdict-data.ts";

/** Describes a run, its checks first: nothing is said about groups that a failed check makes doubtful. */
export function describeVerdict(input: VerdictInput): Verdict {
  const { request, response } = input.run;
  const { quote = findQuote(response), ...description } = describe(input);
  return {
    quote,
    groups: [],
    secondary: [],
    others: [],
    ownOrgQuery:
      request?.org === "demo"
        ? buildChoiceQuery({ ...initialChoice, ...toChoice(request), org: "own" })
        : undefined,
    setUp: request && findSetUpPlace(request, quote),
    orgSetUp: input.setUp,
    ...description,
  };
}

function findQuote(response: ParsedResponse): Verdict["quote"] {
  if (response.kind !== "error") return undefined;
  const { error, description } = response;
  return { error, description };
}

function describe(input: VerdictInput): Description {
  const { run, checks } = input;
  const { request, response } = run;
  if (response.routerPath !== undefined) return describeMoved(input, response.routerPath);
  if (response.kind === "unreadable") return describeUnreadable(run, response.problem);
  const failed = checks.results.filter(({ status }) => status === "fail");
  const failedForGood = failed.filter(({ id }) => !isTimeCheck(id));
  if (failedForGood.length > 0 || !request) {
    return withNamedUser(describeFailedChecks(input, failedForGood), input);
  }
  if (response.kind === "error") return describeError(input, request, response);
  const [timeCheck] = failed;
  if (timeCheck) return withNamedUser(describeTimeProblem(input, request, timeCheck), input);
  return run.tokenRequest && listIssuedTokens(run).length === 0
    ? describeCode(input, request)
    : describeGroups(input, request);
}

/** After a failed check nobody has signed in, whoever the token names. */
function withNamedUser(description: Description, { run }: VerdictInput): Description {
  const name = findNamedUser(run);
  return { ...description, user: name === undefined ? undefined : { name, hasSignedIn: false } };
}
