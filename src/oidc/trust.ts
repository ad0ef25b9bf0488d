import type { Check, TokenName } from "./check.ts";

export type Checks = { status: "running" | "done"; results: readonly Check[] };

export type Trust =
  | { level: "checking" }
  | { level: "verified" }
  /** No check failed, but something could not be checked. */
  | { level: "unverified"; reason: string }
  | { level: "failed"; failed: readonly Check[] };

/** One failed check makes it `failed`. A verified ID token's `at_hash` covers an access token that can't be verified. */
export function computeTrust({ status, results }: Checks): Trust {
  const failed = results.filter((check) => check.status === "fail");
  if (failed.length > 0) return { level: "failed", failed };
  if (status === "running") return { level: "checking" };
  const reason = findReasonUnverified(results);
  return reason === undefined ? { level: "verified" } : { level: "unverified", reason };
}

/** Checks of the other token don't count. @param source Of a hybrid flow's two tokens, only this endpoint's counts. */
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
  // The signature of an encrypted or opaque access token is not for the client to verify; the at_hash covers it.
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

/** Besides the metadata's. Not the audience of an access token: only its API can check that. */
const neededForVerified: readonly string[] = (
  "request.state id_token.format id_token.iss id_token.aud id_token.azp id_token.nonce id_token.signature " +
  "id_token.at_hash id_token.c_hash access_token.format access_token.iss access_token.signature"
).split(" ");

export type UserInfoDecision =
  | { kind: "allow" }
  | { kind: "warn"; reason: string }
  | { kind: "refuse"; reason: string }
  | { kind: "wait" };

/** A token that fails a check may be someone else's. One that only expired may be sent: the endpoint itself says so. */
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

/** Two tokens have checks with the same words, so a detail alone doesn't say which of them failed. */
const subjects: Readonly<Record<Check["about"], string>> = {
  request: "The response",
  response: "The response",
  metadata: "The server’s metadata",
  id_token: "The ID token",
  access_token: "The access token",
  userinfo: "UserInfo",
};

/** Whether a failed check means that nothing of the response may be used further. Clocks can be wrong. */
export function isReasonToRefuse({ id, about, status }: Check): boolean {
  return status === "fail" && about !== "userinfo" && !/\.(exp|iat|nbf)$/.test(id);
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
