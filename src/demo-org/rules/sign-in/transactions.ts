import * as v from "valibot";
import { createRandomId } from "../../random-id.ts";
import { defaultLifetimes, retention } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";

const transactionSchema = v.object({
  /** The custom server's ID; null for the org server. */
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

/** The state of a sign-in page that was shown for a request. */
export type Transaction = v.InferOutput<typeof transactionSchema>;

type TransactionPorts = Pick<Ports, "transactions" | "clock">;

const lifetimeMs = defaultLifetimes.signInPageSeconds * 1000;
const retentionMs = retention.signInPageSeconds * 1000;

/** @returns The transaction's ID, which the sign-in page's form contains. */
export async function startTransaction(
  ports: TransactionPorts,
  started: Pick<Transaction, "serverId" | "parameters" | "browserId" | "verifiedUserId">,
): Promise<string> {
  const id = createRandomId();
  const expiresAt = ports.clock() + lifetimeMs;
  await save(ports, id, { ...started, expiresAt, isUsed: false });
  return id;
}

/** The transaction with this ID, if it belongs to this browser. */
export async function loadTransaction(
  ports: TransactionPorts,
  id: string,
  browserId: string | undefined,
): Promise<Transaction | undefined> {
  const transaction = v.safeParse(transactionSchema, await ports.transactions.get(id));
  if (!transaction.success || transaction.output.browserId !== browserId) return undefined;
  return transaction.output;
}

/** Stores that the user's password was verified. */
export async function markVerified(
  ports: TransactionPorts,
  id: string,
  transaction: Transaction,
  verifiedUserId: string,
): Promise<void> {
  await save(ports, id, { ...transaction, verifiedUserId });
}

/** Marks the transaction as used, because a sign-in page works only once. */
export async function markUsed(
  ports: TransactionPorts,
  id: string,
  transaction: Transaction,
): Promise<void> {
  await save(ports, id, { ...transaction, isUsed: true });
}

async function save(ports: TransactionPorts, id: string, transaction: Transaction): Promise<void> {
  await ports.transactions.set(id, transaction, transaction.expiresAt + retentionMs);
}
