import type { Reason } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The reason that UserInfo could have the groups, and was not asked.
 *
 * @param expected What UserInfo says at this server, as a sentence.
 */
export function describeUserInfoNotAsked(expected: string): Reason {
  return {
    id: "userinfo_not_asked",
    title: "UserInfo has not been asked yet",
    observed: "An access token came, and UserInfo was not called with it.",
    expected,
    whoActs: "you",
    steps: ["Call UserInfo."],
    change: { label: "Call UserInfo", kind: "call_userinfo" },
    source: okta.tokensAndScopes,
  };
}
