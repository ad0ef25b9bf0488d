import { describeAllowedOrgs } from "../oidc/allowed-orgs.ts";
import type { Check } from "../oidc/check.ts";
import { findMember, type JsonObject } from "../oidc/json.ts";
import type { UserInfoAnswer } from "../oidc/userinfo.ts";
import { explainError } from "../okta/glossary/errors.ts";
import { writeVisible } from "./result/claims/VisibleText.tsx";
import { shorten } from "./shorten.ts";
import type { UserInfoFailure } from "./user-info-call.ts";

type Failure = Exclude<UserInfoAnswer, { kind: "claims" }>;

/** Why UserInfo returned no claims, and what to do. */
export function explainUserInfoFailure(failure: Failure): UserInfoFailure {
  switch (failure.kind) {
    case "refused":
      return explainRefusal(failure);
    case "unreachable":
      if (failure.because === "not_allowed") {
        return {
          hasResponded: false,
          title: "UserInfo was not called",
          sentences: [describeAllowedOrgs()],
        };
      }
      if (failure.because === "too_large") {
        return {
          hasResponded: true,
          title: "UserInfo returned too much",
          sentences: ["It returned more than 1 MB, so the page stopped reading."],
        };
      }
      if (failure.because === "timed_out") {
        return {
          hasResponded: false,
          title: "UserInfo did not respond in time",
          sentences: ["Check your network and the org’s status, then try again."],
        };
      }
      return {
        hasResponded: false,
        title: "UserInfo can’t be reached",
        sentences: [
          "The endpoint did not return a response that this page may read.",
          "Check your network, and that no browser extension blocks the call.",
        ],
      };
    case "not_json":
      return {
        hasResponded: true,
        title: "UserInfo did not return JSON",
        sentences: ["Check that the Okta domain is right, then try again."],
      };
    default:
      return failure satisfies never;
  }
}

function explainRefusal(refusal: Extract<Failure, { kind: "refused" }>): UserInfoFailure {
  const { status, error, description } = refusal;
  const title = `UserInfo refused the call (${error === undefined ? `status ${status}` : quote(error)})`;
  const words = description === undefined ? [] : [`Okta says: “${quote(description)}”`];
  if (status === 401) {
    return {
      hasResponded: true,
      title,
      sentences: [
        ...words,
        "The access token may have expired or been revoked. Send the request again.",
      ],
    };
  }
  const explained = error === undefined ? undefined : explainError(error, description);
  const advice = explained
    ? [explained.meaning, ...explained.steps]
    : ["Try again. If it fails again, look at the org’s System Log."];
  return { hasResponded: true, title, sentences: [...words, ...advice] };
}

/** Why claims were dropped that UserInfo returned. */
export function explainOtherUser(subject: Check, userInfoClaims: JsonObject): UserInfoFailure {
  const namesUser = typeof findMember(userInfoClaims, "sub") === "string";
  return {
    hasResponded: true,
    title: namesUser ? "UserInfo is about another user" : "UserInfo names no user",
    sentences: [subject.detail, "Its claims were dropped. Don’t use them."],
  };
}

/** Text of the server, without characters that could hide or turn around what is said next. */
function quote(text: string): string {
  return writeVisible(shorten(text));
}
