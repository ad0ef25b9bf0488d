import type { Check } from "../../oidc/check.ts";
import type { TokenSource } from "../issued-tokens.ts";

/** Marks a check as one of the token endpoint's response. */
export function addSource(check: Check, source: TokenSource): Check {
  return source === "token_endpoint" ? { ...check, source } : check;
}
