import type { Check, TokenName } from "./check.ts";
import { quoteValue, readNumericDate, tellDuration, tellTime } from "./evidence.ts";
import { type JsonObject, readMember } from "./json.ts";

type TokenInTime = {
  about: TokenName;
  claims: JsonObject;
  /** NumericDate seconds. */
  nowSeconds: number;
  clockToleranceSeconds: number;
};

/**
 * Checks when a token expires and was issued, and from when it counts if it says so.
 *
 * @see OpenID Connect Core 1.0 §2 and §3.1.3.7 (9, 10); RFC 7519 §4.1.4 to §4.1.6
 */
export function checkTimes(token: TokenInTime): readonly Check[] {
  const checks = [checkExpiry(token), checkIssuedAt(token)];
  return Object.hasOwn(token.claims, "nbf") ? [...checks, checkNotBefore(token)] : checks;
}

function checkExpiry({ about, claims, nowSeconds, clockToleranceSeconds }: TokenInTime): Check {
  const check = { id: `${about}.exp`, about, name: "Expiry" };
  const expiry = readNumericDate(readMember(claims, "exp"));
  if (expiry === undefined) return { ...check, status: "fail", detail: sayNotATime("exp", claims) };
  const remaining = expiry - nowSeconds;
  if (remaining + clockToleranceSeconds <= 0) {
    const detail = `It expired at ${tellTime(expiry)}, ${tellDuration(remaining)} ago.`;
    return { ...check, status: "fail", detail };
  }
  const detail =
    remaining > 0
      ? `It expires at ${tellTime(expiry)}, in ${tellDuration(remaining)}.`
      : `It expired at ${tellTime(expiry)}, ${tellDuration(remaining)} ago, which is within what clocks may differ by.`;
  return { ...check, status: "pass", detail };
}

function checkIssuedAt({ about, claims, nowSeconds, clockToleranceSeconds }: TokenInTime): Check {
  const check = { id: `${about}.iat`, about, name: "Time of issue" };
  const issuedAt = readNumericDate(readMember(claims, "iat"));
  if (issuedAt === undefined)
    return { ...check, status: "fail", detail: sayNotATime("iat", claims) };
  if (issuedAt - clockToleranceSeconds > nowSeconds) {
    const detail = `It says that it was issued at ${tellTime(issuedAt)}, which is ${tellDuration(issuedAt - nowSeconds)} from now. Is this computer’s clock right?`;
    return { ...check, status: "fail", detail };
  }
  const expiry = readNumericDate(readMember(claims, "exp"));
  if (expiry !== undefined && issuedAt > expiry) {
    const detail = `It says that it was issued at ${tellTime(issuedAt)}, after it had expired.`;
    return { ...check, status: "fail", detail };
  }
  return { ...check, status: "pass", detail: `It was issued at ${tellTime(issuedAt)}.` };
}

function checkNotBefore({ about, claims, nowSeconds, clockToleranceSeconds }: TokenInTime): Check {
  const check = { id: `${about}.nbf`, about, name: "Not before" };
  const notBefore = readNumericDate(readMember(claims, "nbf"));
  if (notBefore === undefined) {
    return { ...check, status: "fail", detail: sayNotATime("nbf", claims) };
  }
  return notBefore - clockToleranceSeconds > nowSeconds
    ? { ...check, status: "fail", detail: `It does not count before ${tellTime(notBefore)}.` }
    : { ...check, status: "pass", detail: `It counts from ${tellTime(notBefore)} on.` };
}

function sayNotATime(name: string, claims: JsonObject): string {
  return Object.hasOwn(claims, name)
    ? `Its ${name} should be a time in seconds, and is ${quoteValue(readMember(claims, name))}.`
    : `It has no ${name}.`;
}
