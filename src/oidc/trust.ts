import type { Check, TokenName } from "./check.ts";

export type Checks = { status: "running" | "done"; results: readonly Check[] };

export type Trust =
  | { level: "checking" }
  | { level: "verified" }
  /** No check failed, but something could not be checked. */
  | { level: "unverified"; reason: string }
  | { level: "failed"; failed: readonly Check[] };

/** Returns `failed` after one failed check. A verified ID token's `at_hash` covers an access token that can't be verified. */
export function computeTrust({ status, results }: Checks): Trust {
  const failed = results.filter((check) => check.status === "fail");
  if (failed.length > 0) return { level: "failed", failed };
  if (status === "running") return { level: "checking" };
  const reason = findReasonUnverified(results);
  return reason === undefined ? { level: "verified" } : { level: "unverified", reason };
}

/**
 * Judges one token, and ignores the other token's checks.
 *
 * @param source Selects one endpoint's token, because a hybrid flow can return two of the same kind.
 */
export function computeTokenTrust(
  { status, results }: Checks,
  token: TokenName,
  source?: "redirect" | "token_endpoint",
): Trust {
  const own = results.filter(
    (check) =>
      isShared(check) ||
      ((check.about === "response" || check.about === token) &&
        (source === undefined || source === (check.source ?? "redirect"))),
  );
  return computeTrust({ status, results: own });
}

function isShared({ about }: Check): boolean {
  return about === "request" || about === "metadata";
}

function findReasonUnverified(results: readonly Check[]): string | undefined {
  const ofTokenEndpoint = results.filter(({ source }) => source !== undefined);
  const others = results.filter(({ source }) => source === undefined);
  if (ofTokenEndpoint.length === 0) return findReasonOfTokens(others);
  const isWithRedirect = others.some(({ about }) => about.endsWith("_token"));
  return (
    (isWithRedirect ? findReasonOfTokens(others) : undefined) ??
    findReasonOfTokens([...others.filter(isShared), ...ofTokenEndpoint])
  );
}

function findReasonOfTokens(results: readonly Check[]): string | undefined {
  const hasIdToken = results.some(({ about }) => about === "id_token");
  // A client can't verify an encrypted or opaque access token's signature, but the ID token's at_hash covers the token.
  const isCoveredByIdToken = hasIdToken && isAccessTokenUnreadable(results);
  const needed = neededForVerified.filter(
    (id) => !(isCoveredByIdToken && id.startsWith("access_token.")),
  );
  const gap = results.find(
    ({ id, about, status }) =>
      status === "skipped" && (about === "metadata" || needed.includes(id)),
  );
  if (gap) return gap.detail;
  const tokens: TokenName[] = hasIdToken ? ["id_token"] : ["access_token"];
  if (results.some(({ about }) => about === "access_token") && !isCoveredByIdToken) {
    tokens.push("access_token");
  }
  if (!tokens.every((token) => hasPassed(results, `${token}.signature`))) {
    return "The signature was not checked.";
  }
  if (has(results, "id_token.at_hash_present") && !hasPassed(results, "id_token.at_hash")) {
    return "The access token was not compared with the ID token’s at_hash.";
  }
  return has(results, "id_token.c_hash_present") && !hasPassed(results, "id_token.c_hash")
    ? "The code was not compared with the ID token’s c_hash."
    : undefined;
}

/** These checks and the metadata's must not be skipped. Only the API can check an access token's audience. */
const neededForVerified: readonly string[] = (
  "request.state id_token.format id_token.iss id_token.aud id_token.azp id_token.nonce id_token.signature " +
  "id_token.at_hash id_token.c_hash access_token.format access_token.iss access_token.signature"
).split(" ");

export type UserInfoDecision =
  | { kind: "allow" }
  | { kind: "warn"; reason: string }
  | { kind: "refuse"; reason: string }
  | { kind: "wait" };

/** Refuses a token that fails a check, which may be another user's. Allows an expired token: the endpoint refuses it. */
export function decideUserInfoCall({ status, results }: Checks): UserInfoDecision {
  const failed = results.find(isReasonToRefuse);
  if (failed) {
    const reason = `${subjects[failed.about]} failed a check: ${failed.detail}`;
    return { kind: "refuse", reason };
  }
  if (status === "running") return { kind: "wait" };
  const isAlone = !results.some(({ about }) => about === "id_token");
  const reason =
    isAlone && isAccessTokenUnreadable(results)
      ? findGapWithoutSignature(results)
      : findReasonUnverified(results);
  return reason === undefined ? { kind: "allow" } : { kind: "warn", reason };
}

/** Names the token or response, because the details of both tokens' checks have the same wording. */
const subjects: Readonly<Record<Check["about"], string>> = {
  request: "The response",
  response: "The response",
  metadata: "The server’s metadata",
  id_token: "The ID token",
  access_token: "The access token",
  userinfo: "UserInfo",
};

/** Whether a failed check forbids any further use of the response. */
export function isReasonToRefuse(check: Check): boolean {
  return isLastingFailure(check) && check.about !== "userinfo";
}

/** Whether a check failed, other than one of token times: these depend on this computer's clock, which can be wrong. */
export function isLastingFailure({ id, status }: Check): boolean {
  return status === "fail" && !/\.(?:exp|iat|nbf)$/.test(id);
}

function isAccessTokenUnreadable(results: readonly Check[]): boolean {
  return results.some(({ id, status }) => id === "access_token.format" && status === "skipped");
}

function findGapWithoutSignature(results: readonly Check[]): string | undefined {
  const gap = results.find((check) => check.status === "skipped" && isShared(check));
  if (gap) return gap.detail;
  if (!hasPassed(results, "request.state")) return "The response’s state was not checked.";
  return hasPassed(results, "access_token.iss")
    ? undefined
    : "The access token’s issuer can’t be checked.";
}

function has(results: readonly Check[], id: string): boolean {
  return results.some((check) => check.id === id);
}

function hasPassed(results: readonly Check[], id: string): boolean {
  return results.some((check) => check.id === id && check.status === "pass");
}
