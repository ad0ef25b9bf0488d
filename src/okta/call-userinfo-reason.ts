import type { Reason } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The groups may be in UserInfo, and there is an access token to call it with. Does not say that UserInfo was never
 * called: the call may have failed.
 *
 * @param expected What UserInfo returns on this server, as a sentence.
 */
export function describeUserInfoCall(expected: string): Reason {
  return {
    id: "call_userinfo",
    title: "UserInfo may have the groups",
    observed: "You have an access token for UserInfo.",
    expected,
    whoActs: "you",
    steps: ["Call UserInfo."],
    change: { label: "Call UserInfo", kind: "call_userinfo" },
    source: okta.tokensAndScopes,
  };
}
