import * as v from "valibot";
import type { PolicyRule } from "../model/custom-server.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

export const defaultLifetimes = {
  /** Fixed on every server, as at Okta. */
  idTokenSeconds: hour,
  /** Okta's default for idle sessions. */
  sessionSeconds: 2 * hour,
  /** @see Okta: OpenID Connect & OAuth 2.0 API, "Token lifetime" */
  codeSeconds: 5 * minute,
  /** State and session tokens of the Authentication API. Unverified: Okta's examples show a few minutes. */
  signInTokenSeconds: 5 * minute,
  signInPageSeconds: hour,
} as const;

export const retention = {
  /** About the lifetime of tokens that were issued for the code, so that a reuse of the code is detected. */
  usedCodeSeconds: day,
  /** Longer than the page is valid, so that a late submission can still return to the app. */
  signInPageSeconds: day,
  /** Longer than any token lives: at most five years with a policy rule, and ten years with a test's lifetimes. */
  revocationSeconds: 11 * year,
} as const;

export type TokenLifetimes = {
  readonly accessToken: number;
  readonly refreshTokenIdle: number;
  readonly refreshToken: number | undefined;
};

/** At Okta, the org server's lifetimes are fixed. @see Okta: OpenID Connect & OAuth 2.0 API, "Token lifetime" */
export const orgServerLifetimes: TokenLifetimes = {
  accessToken: hour,
  refreshTokenIdle: 90 * day,
  refreshToken: undefined,
};

/** The lifetimes of a new rule in the Admin Console. */
export const defaultRuleLifetimes = {
  accessTokenLifetimeMinutes: 60,
  refreshTokenLifetimeMinutes: 0,
  refreshTokenWindowMinutes: 7 * 24 * 60,
} as const;

export const longestRuleMinutes = (5 * year) / minute;

export function findRuleLifetimes(rule: PolicyRule): TokenLifetimes {
  const token = { ...defaultRuleLifetimes, ...rule.actions.token };
  return {
    accessToken: token.accessTokenLifetimeMinutes * minute,
    refreshTokenIdle: token.refreshTokenWindowMinutes * minute,
    refreshToken: token.refreshTokenLifetimeMinutes * minute || undefined,
  };
}

const secondsSchema = v.exactOptional(
  v.pipe(
    v.number("Must be a number of seconds"),
    v.integer("Must be a whole number of seconds"),
    v.minValue(1, "Must be at least 1 second"),
    v.maxValue(10 * year, "Must be at most 10 years"),
  ),
);

/** Lifetimes that a test can set. They override those of the org, its servers and policies. */
export const chosenLifetimesSchema = v.strictObject({
  idTokenSeconds: secondsSchema,
  accessTokenSeconds: secondsSchema,
  refreshTokenSeconds: secondsSchema,
  sessionSeconds: secondsSchema,
  codeSeconds: secondsSchema,
});

type ChosenLifetimes = v.InferOutput<typeof chosenLifetimesSchema>;

export type Lifetimes = typeof defaultLifetimes & ChosenLifetimes;
