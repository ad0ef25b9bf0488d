import * as v from "valibot";
import { retention } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";
import { grantSchema } from "./grant.ts";

const codeSchema = v.object({
  grant: grantSchema,
  redirectUri: v.string(),
  codeChallenge: v.optional(v.string()),
  isUsed: v.boolean(),
});

export type AuthorizationCode = v.InferOutput<typeof codeSchema>;

export async function saveCode(
  { codes, clock, lifetimes }: Pick<Ports, "codes" | "clock" | "lifetimes">,
  code: string,
  { grant, redirectUri, codeChallenge }: Omit<AuthorizationCode, "isUsed">,
): Promise<void> {
  const record = { grant, redirectUri, codeChallenge, isUsed: false };
  await codes.set(code, record, clock() + lifetimes().codeSeconds * 1000);
}

export async function loadCode(
  { codes }: Pick<Ports, "codes">,
  code: string,
): Promise<AuthorizationCode | undefined> {
  return parseCode(await codes.get(code));
}

/** @returns false if the code was used. Of several concurrent requests, only one gets true. @see RFC 6749 §4.1.2 */
export function redeemCode(
  { codes, clock }: Pick<Ports, "codes" | "clock">,
  code: string,
): Promise<boolean> {
  return codes.exchange(code, (value) => {
    const record = parseCode(value);
    if (!record || record.isUsed) return { result: false };
    const expiresAt = clock() + retention.usedCodeSeconds * 1000;
    return { replacement: { value: { ...record, isUsed: true }, expiresAt }, result: true };
  });
}

function parseCode(value: unknown): AuthorizationCode | undefined {
  const record = v.safeParse(codeSchema, value);
  return record.success ? record.output : undefined;
}
