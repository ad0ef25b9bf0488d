import type { Check, TokenName } from "./check.ts";

export type Checks = { status: "running" | "done"; results: readonly Check[] };

export type Trust =
  | { level: "checking" }
  | { level: "verified" }
  /** No check failed, but a signature could not be checked. */
  | { level: "unverified"; reason: string }
  | { level: "failed"; failed: readonly Check[] };

export type UserInfoDecision =
  | { kind: "allow" }
  | { kind: "warn"; reason: string }
  | { kind: "refuse"; reason: string }
  | { kind: "wait" };

/**
 * How far a response can be trusted, by all checks of it. A failed check counts before the others are done; `verified`
 * takes all of them.
 */
export function computeTrust({ status, results }: Checks): Trust {
  const failed = results.filter((check) => check.status === "fail");
  if (failed.length > 0) return { level: "failed", failed };
  if (status === "running") return { level: "checking" };
  const signatures = results.filter(({ id }) => id.endsWith(".signature"));
  const skipped = signatures.find((check) => check.status === "skipped");
  if (skipped) return { level: "unverified", reason: skipped.detail };
  return signatures.length > 0
    ? { level: "verified" }
    : { level: "unverified", reason: "Nothing in this response is signed for this page." };
}

/** How far one token can be trusted: by its own checks, and those of the request, the response and the metadata. */
export function computeTokenTrust({ status, results }: Checks, token: TokenName): Trust {
  const other = token === "id_token" ? "access_token" : "id_token";
  return computeTrust({ status, results: results.filter(({ about }) => about !== other) });
}

/** A token that is only too old, or whose clock differs, is still this user's own. */
const timeChecks = /\.(?:exp|iat|nbf)$/;

/**
 * Whether the access token may be sent to the UserInfo endpoint. A token from somewhere else must not be: it may be
 * another user's, or belong to another server than the one that would receive it.
 *
 * @see RFC 9207 §1 (mix-up attacks); OpenID Connect Core 1.0 §3.2.2.8, §5.3
 */
export function decideUserInfoCall({ status, results }: Checks): UserInfoDecision {
  const failed = results.find((it) => it.status === "fail" && !timeChecks.test(it.id));
  if (failed) return { kind: "refuse", reason: failed.detail };
  if (status === "running") return { kind: "wait" };
  const unchecked = results.find((it) => it.status === "skipped" && canVerify(it));
  return unchecked ? { kind: "warn", reason: unchecked.detail } : { kind: "allow" };
}

/** The metadata names the issuer and leads to its keys. */
function canVerify({ id }: Check): boolean {
  return id === "metadata.issuer" || id.endsWith(".signature");
}
