import type { Reason } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The reason that UserInfo can have the groups and was not called.
 *
 * @param expected What UserInfo returns at this server, as a sentence.
 */
export function describeUserInfoNotAsked(expected: string): Reason {
  return {
    id: "userinfo_not_asked",
    title: "You haven’t called UserInfo yet",
    observed: "You have an access token for it.",
    expected,
    whoActs: "you",
    steps: ["Call UserInfo."],
    change: { label: "Call UserInfo", kind: "call_userinfo" },
    source: okta.tokensAndScopes,
  };
}
