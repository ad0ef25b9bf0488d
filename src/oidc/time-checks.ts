import { type Check, defineCheck, type TokenName } from "./check.ts";
import { findMember, type JsonObject } from "./json.ts";
import {
  formatDuration,
  formatMoment,
  formatTime,
  isInMilliseconds,
  parseNumericDate,
} from "./numeric-date.ts";
import { quoteValue } from "./quote-value.ts";

type TokenAtTime = { about: TokenName; claims: JsonObject; nowSeconds: number };

/** The accepted difference between this computer's clock and the server's. Laptops are often a minute or two off. */
const clockToleranceSeconds = 120;

/** Checks `exp` and `iat`, and `nbf` if present. @see OpenID Connect Core 1.0 §2, §3.1.3.7 (9, 10); RFC 7519 §4.1.4 to §4.1.6 */
export function checkTimes(token: TokenAtTime): readonly Check[] {
  const checks = [checkExpiry(token), checkIssuedAt(token)];
  return Object.hasOwn(token.claims, "nbf") ? [...checks, checkNotBefore(token)] : checks;
}

function checkExpiry({ about, claims, nowSeconds }: TokenAtTime): Check {
  const check = defineCheck(`${about}.exp`, about, "Expiry");
  const expiry = parseTime("exp", claims);
  if (typeof expiry === "string") return check.fail(expiry);
  const remaining = expiry - nowSeconds;
  const moment = formatMoment(expiry, nowSeconds);
  const duration = formatDuration(remaining);
  if (remaining > 0) return check.pass(`The token expires ${moment}, in ${duration}.`);
  const expired = `The token expired ${moment}, ${duration} ago.`;
  return remaining > -clockToleranceSeconds
    ? check.pass(
        `${expired} Clocks may differ by ${formatDuration(clockToleranceSeconds)}, so it is still accepted.`,
      )
    : { ...check.fail(expired), isExpired: true };
}

function checkIssuedAt({ about, claims, nowSeconds }: TokenAtTime): Check {
  const check = defineCheck(`${about}.iat`, about, "Time of issue");
  const issuedAt = parseTime("iat", claims);
  if (typeof issuedAt === "string") return check.fail(issuedAt);
  const time = formatTime(issuedAt, nowSeconds);
  const moment = formatMoment(issuedAt, nowSeconds);
  const ahead = issuedAt - nowSeconds;
  if (ahead > clockToleranceSeconds) {
    return check.fail(
      isClockLikelyWrong(ahead)
        ? `Check this computer’s clock: it is ${formatDuration(ahead)} behind the token’s time of issue, ${time}.`
        : `The token’s time of issue, ${time}, is ${formatDuration(ahead)} in the future.`,
    );
  }
  const expiry = parseNumericDate(findMember(claims, "exp"));
  if (expiry !== undefined && issuedAt > expiry) {
    return check.fail(
      `The token was issued ${moment}, after its expiry ${formatMoment(expiry, nowSeconds)}.`,
    );
  }
  return check.pass(`The token was issued ${moment}.`);
}

function checkNotBefore({ about, claims, nowSeconds }: TokenAtTime): Check {
  const check = defineCheck(`${about}.nbf`, about, "Not before");
  const notBefore = parseTime("nbf", claims);
  if (typeof notBefore === "string") return check.fail(notBefore);
  const time = formatTime(notBefore, nowSeconds);
  const ahead = notBefore - nowSeconds;
  if (ahead <= clockToleranceSeconds) return check.pass(`The token is valid from ${time}.`);
  return check.fail(
    isClockLikelyWrong(ahead)
      ? `Check this computer’s clock: it is ${formatDuration(ahead)} behind the time from which the token is valid, ${time}.`
      : `The token is not valid before ${time}, in ${formatDuration(ahead)}.`,
  );
}

/** Servers' clocks are rarely wrong. A wrong time zone makes this computer's clock less than a day slow. */
function isClockLikelyWrong(aheadSeconds: number): boolean {
  return aheadSeconds < 86_400;
}

/** @returns NumericDate seconds, or a sentence that says why the claim is not a time. */
function parseTime(name: string, claims: JsonObject): number | string {
  if (!Object.hasOwn(claims, name)) return `The token has no ${name}.`;
  const value = findMember(claims, name);
  if (isInMilliseconds(value)) {
    return `${name} is ${quoteValue(value)}, which looks like milliseconds. Token times are in seconds.`;
  }
  return (
    parseNumericDate(value) ?? `${name} should be a time in seconds, but is ${quoteValue(value)}.`
  );
}
