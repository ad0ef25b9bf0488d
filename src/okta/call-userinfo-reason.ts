import type { Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The groups may be in UserInfo, and there is an access token to call it with, or it was called and the call failed.
 *
 * @param expected What UserInfo returns on this server, as a sentence.
 */
export function describeUserInfoCall(
  { hasUserInfoFailed }: RunToDiagnose,
  expected: string,
): Reason {
  if (hasUserInfoFailed) {
    return {
      id: "call_userinfo",
      title: "UserInfo may have the groups, but the call failed",
      observed: "This page called UserInfo, and got no claims of this user.",
      expected,
      certainty: "possible",
      whoActs: "you",
      steps: ["Look at why the call failed, in the UserInfo slot.", "Call UserInfo again."],
      change: { label: "Call UserInfo again", kind: "call_userinfo" },
      source: okta.tokensAndScopes,
    };
  }
  return {
    id: "call_userinfo",
    title: "UserInfo may have the groups",
    observed: "You have an access token for UserInfo.",
    expected,
    certainty: "possible",
    whoActs: "you",
    steps: ["Call UserInfo."],
    change: { label: "Call UserInfo", kind: "call_userinfo" },
    source: okta.tokensAndScopes,
  };
}
