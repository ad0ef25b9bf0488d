import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { buildChoiceQuery, initialChoice } from "../../request-choice.ts";
import { toChoice } from "../to-choice.ts";
import { classifyRun } from "./classify-run.ts";
import { describeFailedChecks } from "./describe-failed-checks.ts";
import { nameUser } from "./describe-found.ts";
import { describeGroups } from "./describe-groups.ts";
import {
  describeCode,
  describeError,
  describeMoved,
  describeUnreadable,
  withWaitingCode,
} from "./describe-refusal.ts";
import { describeTimeProblem } from "./describe-time-problem.ts";
import { findSetUpPlace } from "./set-up-place.ts";
import type { Description, Verdict, VerdictInput } from "./verdict-data.ts";
import { writeAnswer } from "./write-answer.ts";

/**
 * Describes where a run's groups are, or why there are none, and what the user can do next. If the response failed a check or
 * was refused, describes that instead.
 */
export function describeVerdict(input: VerdictInput): Verdict {
  const { request, response } = input.run;
  const { quote = findQuote(response), ...description } = describe(input);
  const { heading, cause } = description;
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
    answer: cause && writeAnswer({ heading, cause, request }),
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
  const found = classifyRun(run, checks.results);
  switch (found.kind) {
    case "moved":
      return describeMoved(input, found.path);
    case "unreadable":
      return describeUnreadable(run, found.problem);
    case "failed-checks":
      return withNamedUser(describeFailedChecks(input, found.failed), input);
    case "error":
      return describeError(input, found.request, found.response);
    case "time-problem":
      return withNamedUser(describeTimeProblem(input, found.request, found.check), input);
    case "code":
      return describeCode(input, found.request);
    case "groups":
      return withWaitingCode(describeGroups(input, found.request), input);
    default:
      return found satisfies never;
  }
}

/** Adds the user whom the token names, as not signed in: a token that failed a check proves no sign-in. */
function withNamedUser(description: Description, { run, setUp }: VerdictInput): Description {
  const name = nameUser(run, setUp);
  return { ...description, user: name === undefined ? undefined : { name, hasSignedIn: false } };
}
