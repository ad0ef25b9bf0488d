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

/** How far a response can be trusted, by all checks of it. */
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
