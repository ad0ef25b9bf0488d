import type { JsonObject } from "../oidc/json.ts";
import { findGroupsClaims, type GroupsClaim } from "./groups-claims.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";
import { listFirst } from "./missing-fat-claims.ts";
import type { Prediction, TokenPrediction } from "./prediction.ts";
import { fatOnlyClaims } from "./standard-claims.ts";

export type PredictionComparison = {
  /** `open`: the prediction was open, so no response proves it right or wrong. */
  kind: "as_predicted" | "not_as_predicted" | "open";
  sentence: string;
};

type Received = {
  prediction: Prediction;
  predicted: TokenPrediction | undefined;
  claims: JsonObject;
  /** The origins of the claims, if known. */
  origins?: ClaimOrigins | undefined;
  server: "org" | "custom";
};

/** A difference from the prediction, or an open prediction. */
type Difference = {
  kind: "not_as_predicted" | "open";
  text: string;
  /** Set if the token is thin instead of fat. */
  isThin?: true;
  /** A sentence that may explain the difference. */
  possibleCause?: string;
};

const differs = (text: string, possibleCause?: string): Difference => ({
  kind: "not_as_predicted",
  text,
  ...(possibleCause !== undefined && { possibleCause }),
});
const leavesOpen = (text: string): Difference => ({ kind: "open", text });

/** Compares a prediction with a token's or UserInfo's claims. Never calls a conditional prediction of groups wrong. */
export function comparePrediction(received: Received): PredictionComparison | undefined {
  const { prediction, predicted } = received;
  const { refusal } = prediction;
  if (refusal && refusal.likelihood !== "possible") {
    const cause =
      refusal.likelihood === "likely" && !prediction.origins
        ? "The org has what the prediction said was missing."
        : suggestCause(prediction);
    return combine([differs("no refusal", cause)]);
  }
  if (!predicted) return undefined;
  const claims = compareClaims(received, predicted);
  const groups = compareGroups(received, predicted);
  // If the token is thin instead of fat, that already explains the missing groups.
  const isExplained = claims?.isThin && findPresent(received).length === 0;
  return combine(isExplained ? [claims] : [groups, claims]);
}

/** Compares a prediction with Okta's `error`. @returns `undefined` if the prediction says nothing about the error. */
export function compareRefusal(
  { refusal, origins }: Prediction,
  error: string,
): PredictionComparison | undefined {
  if (!refusal) {
    return origins && predictedErrors.has(error)
      ? combine([differs("a refusal", setUpMayHaveChanged)])
      : undefined;
  }
  if (refusal.likelihood === "possible") return undefined;
  const isOther = refusal.error !== undefined && refusal.error !== error;
  return combine(
    isOther
      ? [differs("the error", `Okta may have found another problem before ${refusal.error}.`)]
      : [],
  );
}

/** The errors that a set-up can explain. Other errors depend on the sign-in or the session. */
export const predictedErrors: ReadonlySet<string> = new Set([
  "access_denied",
  "invalid_scope",
  "server_error",
  "unauthorized_client",
  "unsupported_response_type",
]);

function combine(parts: readonly (Difference | undefined)[]): PredictionComparison {
  const wrong = parts.filter((part) => part?.kind === "not_as_predicted");
  if (wrong.length > 0) {
    const texts = wrong.map((part) => part?.text).join("; ");
    const causes = new Set(wrong.flatMap((part) => part?.possibleCause ?? []));
    const sentence = [`Not as predicted: ${texts}.`, ...causes].join(" ");
    return { kind: "not_as_predicted", sentence };
  }
  const open = parts.find((part) => part?.kind === "open");
  return open
    ? { kind: "open", sentence: `${open.text}.` }
    : { kind: "as_predicted", sentence: "Matches the prediction." };
}

const setUpMayHaveChanged = "The set-up may have changed since.";

/** Suggests why a prediction was wrong. It was based on Okta's pages, or on the set-up at an earlier time. */
function suggestCause({ origins }: Prediction): string {
  return origins ? setUpMayHaveChanged : "This org may not work as Okta’s pages say.";
}

/** Whether a token is the org server's ID token for a code, which is fat, but was thin in older orgs. */
function isExchanged({ tokenEndpoint }: Prediction, predicted: TokenPrediction): boolean {
  return predicted.kind === "fat" && tokenEndpoint?.idToken === predicted;
}

const thin = "a thin ID token";
const olderPage = "as an older Okta page says";

function findPresent({ claims, origins }: Received): readonly GroupsClaim[] {
  return findGroupsClaims(claims, origins).filter(({ state }) => state === "present");
}

function compareGroups(received: Received, predicted: TokenPrediction): Difference | undefined {
  const found = findPresent(received);
  switch (predicted.groups) {
    case "depends":
      return found.length > 0
        ? leavesOpen("The prediction was open. There are groups")
        : leavesOpen("The prediction was open. There are no groups");
    case "yes":
      return compareExpectedGroups(received, predicted, found);
    case "no":
      return compareUnexpectedGroups(received, found);
    default:
      return predicted.groups satisfies never;
  }
}

function compareExpectedGroups(
  { prediction }: Received,
  predicted: TokenPrediction,
  found: readonly GroupsClaim[],
): Difference | undefined {
  const { groupsClaims } = predicted;
  if (found.length === 0) {
    const older = isExchanged(prediction, predicted) ? `, ${olderPage}` : "";
    return prediction.origins && groupsClaims
      ? differs(`no groups${older}`, suggestCause(prediction))
      : leavesOpen(
          "Groups were expected if the app’s claim matches one of the user’s groups. There are none",
        );
  }
  const isOther = groupsClaims?.some(({ name, groups }) => {
    const claim = found.find((it) => it.name === name);
    return !claim || !isSameSet(claim.groups, groups);
  });
  return isOther ? differs("other groups", suggestCause(prediction)) : undefined;
}

/** Unverified: when the org server includes a claim with another name than groups. @see Okta: Federated Claims API */
function compareUnexpectedGroups(
  { prediction, server }: Received,
  [first]: readonly GroupsClaim[],
): Difference | undefined {
  if (!first) return undefined;
  return server === "org" && first.name !== "groups"
    ? leavesOpen(
        "The prediction was about the claim groups. Okta’s pages don’t say when a claim of another name is included",
      )
    : differs("groups", suggestCause(prediction));
}

/** Compares only the claims that distinguish fat from thin. Other claims depend on the user and the org. */
function compareClaims(
  { prediction, claims, server }: Received,
  predicted: TokenPrediction,
): Difference | undefined {
  const { kind, claims: expected } = predicted;
  if (!kind) return undefined;
  if (kind === "thin") {
    const present = fatOnlyClaims.find((name) => Object.hasOwn(claims, name));
    const cause =
      server === "custom"
        ? "An admin may have set that claim to Always."
        : suggestCause(prediction);
    return present === undefined ? undefined : differs(`${thin} with ${present}`, cause);
  }
  const fatClaims = expected.filter((name) => fatOnlyClaims.includes(name));
  if (fatClaims.length === 0 || fatClaims.some((name) => Object.hasOwn(claims, name))) {
    return undefined;
  }
  if (isExchanged(prediction, predicted)) {
    return { ...differs(`${thin}, ${olderPage}`), isThin: true };
  }
  // Without an `at_hash` there is no access token, so Okta doesn't make the ID token thin.
  return Object.hasOwn(claims, "at_hash")
    ? { ...differs(thin, suggestCause(prediction)), isThin: true }
    : differs(`no ${listFirst(fatClaims)}`, suggestCause(prediction));
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one);
  return names.size === new Set(other).size && other.every((name) => names.has(name));
}
