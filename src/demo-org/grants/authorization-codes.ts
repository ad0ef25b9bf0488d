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
  const record = v.safeParse(codeSchema, await codes.get(code));
  return record.success ? record.output : undefined;
}

/** @see RFC 6749 §4.1.2 (a code is used once; where it comes again, what it brought is revoked) */
export async function markCodeUsed(
  { codes, clock }: Org,
  code: string,
  record: AuthorizationCode,
): Promise<void> {
  await codes.set(code, { ...record, isUsed: true }, clock() + remembranceMs);
}
