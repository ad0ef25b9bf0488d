import * as v from "valibot";
import { createRandomId } from "../../random-id.ts";
import { defaultLifetimes, retention } from "../lifetimes.ts";
import type { Ports } from "../ports.ts";

const transactionSchema = v.object({
  serverId: v.nullable(v.string()),
  parameters: v.string(),
  browserId: v.string(),
  expiresAt: v.number(),
  isUsed: v.boolean(),
  verifiedUserId: v.exactOptional(v.string()),
});

export type Transaction = v.InferOutput<typeof transactionSchema>;

type TransactionPorts = Pick<Ports, "transactions" | "clock">;

const lifetimeMs = defaultLifetimes.signInPageSeconds * 1000;
const retentionMs = retention.signInPageSeconds * 1000;

export async function startTransaction(
  ports: TransactionPorts,
  started: Pick<Transaction, "serverId" | "parameters" | "browserId" | "verifiedUserId">,
): Promise<string> {
  const id = createRandomId();
  const expiresAt = ports.clock() + lifetimeMs;
  await saveTransaction(ports, id, { ...started, expiresAt, isUsed: false });
  return id;
}

export async function loadTransaction(
  ports: TransactionPorts,
  id: string,
  browserId: string | undefined,
): Promise<Transaction | undefined> {
  const transaction = v.safeParse(transactionSchema, await ports.transactions.get(id));
  if (!transaction.success || transaction.output.browserId !== browserId) return undefined;
  return transaction.output;
}

export async function saveTransaction(
  { transactions }: TransactionPorts,
  id: string,
  transaction: Transaction,
): Promise<void> {
  await transactions.set(id, transaction, transaction.expiresAt + retentionMs);
}
