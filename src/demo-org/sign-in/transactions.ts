import type { Store } from "../store.ts";
import { drawRandomId } from "../tokens/random-id.ts";

/** An authorization request that waits for somebody to sign in. */
export type Transaction = {
  /** The issuer of the server that was asked. */
  readonly issuer: string;
  /** The request, form-urlencoded. */
  readonly request: string;
  /** NumericDate seconds. */
  readonly startedAt: number;
};

/** Long enough for a demo that is interrupted by a question. */
const lifetimeSeconds = 60 * 60;

export type Transactions = {
  readonly begin: (transaction: Transaction) => Promise<string>;
  readonly find: (id: string) => Promise<Transaction | undefined>;
  readonly end: (id: string) => Promise<void>;
};

/** The requests that wait for a sign-in, kept in the store: a worker may be stopped while somebody types. */
export function createTransactions(store: Store, nowSeconds: () => number): Transactions {
  const keyOf = (id: string) => `transaction:${id}`;
  return {
    async begin(transaction) {
      const id = drawRandomId();
      await store.set(keyOf(id), transaction);
      return id;
    },
    async find(id) {
      const transaction = parseTransaction(await store.get(keyOf(id)));
      return transaction && transaction.startedAt + lifetimeSeconds > nowSeconds()
        ? transaction
        : undefined;
    },
    end: (id) => store.delete(keyOf(id)),
  };
}

function parseTransaction(value: unknown): Transaction | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("issuer" in value) || typeof value.issuer !== "string") return undefined;
  if (!("request" in value) || typeof value.request !== "string") return undefined;
  if (!("startedAt" in value) || typeof value.startedAt !== "number") return undefined;
  return { issuer: value.issuer, request: value.request, startedAt: value.startedAt };
}
