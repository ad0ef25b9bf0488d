import * as v from "valibot";
import type { Org } from "../org.ts";
import { createRandomId } from "../random-id.ts";

const transactionSchema = v.object({
  /** The custom server that was asked; null for the org server. */
  serverId: v.nullable(v.string()),
  /** The authorization request, form-urlencoded. */
  parameters: v.string(),
  browserId: v.string(),
  /** Milliseconds since the epoch. */
  expiresAt: v.number(),
  isUsed: v.boolean(),
  /** The user whose password was verified, and whose second factor is still missing. */
  verifiedUserId: v.exactOptional(v.string()),
});

/** A sign-in page that was shown for a request, and is waiting to be filled in. */
export type Transaction = v.InferOutput<typeof transactionSchema>;

/** As long as somebody may look for a password. */
const lifetimeMs = 60 * 60 * 1000;
/** After that it is remembered for a while, so that whoever comes late is sent back rather than left standing. */
const remembranceMs = 24 * 60 * 60 * 1000;

/** @returns The transaction's ID, which the sign-in page's form carries. */
export async function startTransaction(
  org: Org,
  started: Pick<Transaction, "serverId" | "parameters" | "browserId" | "verifiedUserId">,
): Promise<string> {
  const id = createRandomId();
  const expiresAt = org.clock() + lifetimeMs;
  await keep(org, id, { ...started, expiresAt, isUsed: false });
  return id;
}

/** The transaction with this ID; undefined where there is none, or another browser's. */
export async function readTransaction(
  org: Org,
  id: string,
  browserId: string | undefined,
): Promise<Transaction | undefined> {
  const transaction = v.safeParse(transactionSchema, await org.transactions.get(id));
  if (!transaction.success || transaction.output.browserId !== browserId) return undefined;
  return transaction.output;
}

/** Keeps that the user's password was verified. */
export async function markVerified(
  org: Org,
  id: string,
  transaction: Transaction,
  verifiedUserId: string,
): Promise<void> {
  await keep(org, id, { ...transaction, verifiedUserId });
}

/** Nobody signs in with the same page twice. */
export async function markUsed(org: Org, id: string, transaction: Transaction): Promise<void> {
  await keep(org, id, { ...transaction, isUsed: true });
}

async function keep(org: Org, id: string, transaction: Transaction): Promise<void> {
  await org.transactions.set(id, transaction, transaction.expiresAt + remembranceMs);
}
