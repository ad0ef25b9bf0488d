import { describeAllowedOrgs } from "../oidc/allowed-orgs.ts";
import type { Check } from "../oidc/check.ts";
import { findMember, type JsonObject } from "../oidc/json.ts";
import { explainError } from "../okta/glossary/errors.ts";
import type { UserInfoResult } from "./call-user-info.ts";
import { writeShort } from "./result/claims/VisibleText.tsx";
import type { UserInfoFailure } from "./user-info-call.ts";

type Failure = Exclude<UserInfoResult, { kind: "claims" }>;

export function explainUserInfoFailure(failure: Failure): UserInfoFailure {
  switch (failure.kind) {
    case "refused":
      return { hasResponded: true, ...explainRefusal(failure) };
    case "unreachable":
      return failure.because === "not_allowed"
        ? {
            hasResponded: false,
            title: "UserInfo was not called",
            sentences: [describeAllowedOrgs()],
          }
        : unreachable[failure.because];
    case "invalid_token_text":
      return {
        hasResponded: false,
        title: "UserInfo was not called",
        sentences: [
          "The access token has characters that a Bearer token can’t have. It was not sent.",
          "The response may have been changed. Send a new request.",
        ],
      };
    case "not_json":
      return {
        hasResponded: true,
        title: "UserInfo did not return JSON",
        sentences: ["Check that the Okta domain is right, then try again."],
      };
    case "not_an_object":
      return {
        hasResponded: true,
        title: "UserInfo did not return an object of claims",
        sentences: ["It returned JSON of another kind. Check that the Okta domain is right."],
      };
    case "other_user":
      return explainOtherUser(failure.check, failure.claims);
    default:
      return failure satisfies never;
  }
}

const unreachable = {
  too_large: {
    hasResponded: true,
    title: "UserInfo returned too much",
    sentences: ["It returned more than 1 MB, so the page stopped reading."],
  },
  timed_out: {
    hasResponded: false,
    title: "UserInfo did not respond in time",
    sentences: ["Check your network and the org’s status, then try again."],
  },
  failed: {
    hasResponded: false,
    title: "UserInfo can’t be reached",
    sentences: [
      "This page couldn’t read a response from the endpoint.",
      "Check your network, and that no browser extension blocks the call.",
    ],
  },
};

function explainRefusal({ status, error, description }: Extract<Failure, { kind: "refused" }>) {
  const title = `${nameOutcome(status)} (${error === undefined ? `status ${status}` : writeShort(error)})`;
  const words = description === undefined ? [] : [`Okta says: “${writeShort(description)}”`];
  const explained = error === undefined ? undefined : explainError(error, description, status);
  const advice =
    status === 401
      ? ["The access token may have expired or been revoked. Send the request again."]
      : explained && status < 500
        ? [explained.meaning, ...explained.steps]
        : ["Try again. If it fails again, look at the org’s System Log."];
  return { title, sentences: [...words, ...advice] };
}

function nameOutcome(status: number): string {
  if (status >= 500) return "UserInfo failed";
  return status < 300 ? "UserInfo returned no claims" : "UserInfo refused the call";
}

function explainOtherUser(subject: Check, userInfoClaims: JsonObject): UserInfoFailure {
  const namesUser = typeof findMember(userInfoClaims, "sub") === "string";
  return {
    hasResponded: true,
    title: namesUser ? "UserInfo is about another user" : "UserInfo doesn’t say who the user is",
    sentences: [subject.detail, "The page dropped its claims. Don’t use them."],
  };
}
