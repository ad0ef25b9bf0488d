import { diagnose } from "../../../okta/diagnosis.ts";
import type { FoundCause, FoundGroups } from "../../../okta/found-cause.ts";
import { assumeSetUpBehind, findSetUpBehind } from "../../../okta/set-up-guide/set-up-behind.ts";
import { issuedTokens } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { describeFound, describeUser } from "./describe-found.ts";
import { listActions, listCalls } from "./label-set-up-change.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import type { Description, VerdictInput } from "./verdict-data.ts";

export function describeGroups(input: VerdictInput, request: SentRequest): Description {
  const { run, checks, userInfo, userGroups, setUp: orgSetUp } = input;
  const { found, causes, incomplete } = diagnose(
    toDiagnosable(run, request, {
      userGroups,
      setUp: orgSetUp,
      hasUserInfoFailed: userInfo.status === "failed",
    }),
  );
  const isAssumed = request.org === "own";
  const changes = isAssumed
    ? assumeSetUpBehind(found, request)
    : orgSetUp
      ? findSetUpBehind(found, request, orgSetUp)
      : [];
  return {
    groups: found,
    ...(found.length > 0
      ? describeWithCauses(input, found, causes)
      : describeMissing(input, causes)),
    behind: changes.length > 0 ? { changes, isAssumed } : undefined,
    user: describeUser(run, checks, orgSetUp),
    incomplete,
  };
}

const noGroups = "No groups in this response";

function describeWithCauses(
  input: VerdictInput,
  found: readonly FoundGroups[],
  causes: readonly FoundCause[],
): Description {
  const { kind, ...description } = describeFound(input, found);
  const change = causes.flatMap(listActions)[0];
  return {
    ...description,
    secondary:
      kind === "fat"
        ? [{ kind: "see-thin", label: "See a thin ID token" }]
        : change
          ? [change]
          : [],
    others: causes,
  };
}

function describeMissing(input: VerdictInput, causes: readonly FoundCause[]): Description {
  const { run, userInfo, isLoadingSetUp } = input;
  if (isLoadingSetUp && causes.every(({ certainty }) => certainty !== "certain")) {
    const sentences = ["Reading the demo org’s set-up to find the cause."];
    return { tone: "none", heading: noGroups, sentences };
  }
  const hasAccessToken = issuedTokens(run).accessToken !== undefined;
  const withoutCalls = causes.filter(({ change }) => change?.kind !== "call_userinfo");
  const [cause, ...others] = withoutCalls.length > 0 ? withoutCalls : causes;
  const changes = cause ? listActions(cause) : [];
  // A UserInfo call is the primary action, because it needs no other sign-in.
  const calls = hasAccessToken ? causes.flatMap(listCalls).slice(0, 1) : [];
  const [primary, ...secondary] = [...calls, ...changes];
  const { status, failure } = userInfo;
  return {
    tone: "none",
    heading: cause?.title ?? noGroups,
    sentences: [
      ...(cause ? [cause.observed, cause.expected] : []),
      ...(status === "failed" && failure ? [`${failure.title}.`] : []),
    ],
    primary,
    secondary,
    cause,
    others,
  };
}
