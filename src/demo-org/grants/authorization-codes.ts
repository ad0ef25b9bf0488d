import * as v from "valibot";
import type { Org } from "../org.ts";
import { grantSchema } from "./grant.ts";

const codeSchema = v.object({
  grant: grantSchema,
  redirectUri: v.string(),
  codeChallenge: v.optional(v.string()),
  isUsed: v.boolean(),
});

/** What a code stands for, and what has to be shown along with it. */
export type AuthorizationCode = v.InferOutput<typeof codeSchema>;

/** @see Okta: OpenID Connect & OAuth 2.0 API, "Token lifetime" */
const lifetimeSeconds = 5 * 60;
/** A used one is remembered for as long as anything that came of it may live, or near enough. */
const remembranceMs = 24 * 60 * 60 * 1000;

/** Keeps what a code stands for, for as long as codes live. */
export async function keepCode(
  { codes, clock, lifetimes }: Org,
  code: string,
  { grant, redirectUri, codeChallenge }: Omit<AuthorizationCode, "isUsed">,
): Promise<void> {
  const record = { grant, redirectUri, codeChallenge, isUsed: false };
  const { codeSeconds = lifetimeSeconds } = lifetimes();
  await codes.set(code, record, clock() + codeSeconds * 1000);
}

/** @returns undefined where the code is unknown, or too old. */
export async function readCode(
  { codes }: Org,
  code: string,
): Promise<AuthorizationCode | undefined> {
  return parseCode(await codes.get(code));
}

/**
 * Uses a code up.
 *
 * @returns Whether it was there to be used: of several who come with it at once, one gets it.
 * @see RFC 6749 §4.1.2 (a code is used once; where it comes again, what it brought is revoked)
 */
export function takeCode({ codes, clock }: Org, code: string): Promise<boolean> {
  return codes.exchange(code, (value) => {
    const record = parseCode(value);
    if (!record || record.isUsed) return { result: false };
    const kept = { value: { ...record, isUsed: true }, expiresAt: clock() + remembranceMs };
    return { kept, result: true };
  });
}

function parseCode(value: unknown): AuthorizationCode | undefined {
  const record = v.safeParse(codeSchema, value);
  return record.success ? record.output : undefined;
}
