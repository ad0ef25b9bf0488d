import type { UserInfoAnswer } from "../oidc/userinfo.ts";
import { explainError } from "../okta/glossary/errors.ts";
import { shorten } from "./shorten.ts";
import type { UserInfoFailure } from "./user-info-call.ts";

type Failure = Exclude<UserInfoAnswer, { kind: "claims" }>;

/** Why UserInfo returned no claims, and what to do. */
export function explainUserInfoFailure(failure: Failure): UserInfoFailure {
  switch (failure.kind) {
    case "refused":
      return explainRefusal(failure);
    case "unreachable":
      if (failure.because === "too_large") {
        return {
          title: "UserInfo returned too much",
          sentences: ["It returned more than 1 MB, so the page stopped reading."],
        };
      }
      return {
        title: "UserInfo can’t be reached",
        sentences: [
          "The endpoint did not return a response that this page may read.",
          "Check your network, and that no browser extension blocks the call.",
        ],
      };
    case "not_json":
      return {
        title: "UserInfo did not return JSON",
        sentences: ["Check that the Okta domain is right, then try again."],
      };
    default:
      return failure satisfies never;
  }
}

function explainRefusal(refusal: Extract<Failure, { kind: "refused" }>): UserInfoFailure {
  const { status, error, description } = refusal;
  const title = `UserInfo refused the call (${error === undefined ? `status ${status}` : shorten(error)})`;
  const quote = description === undefined ? [] : [`Okta says: “${shorten(description)}”`];
  if (status === 401) {
    return {
      title,
      sentences: [
        ...quote,
        "The access token may have expired or been revoked. Send the request again.",
      ],
    };
  }
  const explained = error === undefined ? undefined : explainError(error, description);
  const advice = explained
    ? [explained.meaning, ...explained.steps]
    : ["Try again. If it fails again, look at the org’s System Log."];
  return { title, sentences: [...quote, ...advice] };
}
