import * as v from "valibot";
import { createSerialQueue } from "../../serial-queue.ts";
import type { Store } from "../../store.ts";

const partySchema = v.object({
  id: v.string(),
  type: v.string(),
  alternateId: v.nullable(v.string()),
  displayName: v.nullable(v.string()),
});

/** Only the values that differ between events, because the API's shape is more than twice as large. */
const logEventSchema = v.object({
  uuid: v.string(),
  publishedAt: v.number(),
  eventType: v.string(),
  /** The event's name in the older Events API. */
  legacyEventType: v.optional(v.string()),
  displayMessage: v.string(),
  actor: partySchema,
  targets: v.pipe(v.array(partySchema), v.readonly()),
  reason: v.optional(v.string()),
  clientId: v.optional(v.string()),
  sessionId: v.optional(v.string()),
  transactionId: v.string(),
  userAgent: v.nullable(
    v.object({ rawUserAgent: v.string(), os: v.string(), browser: v.string() }),
  ),
  /** Never contains a token, password, code, `state` or `nonce`. */
  debugData: v.record(v.string(), v.string()),
});

export type LogEvent = v.InferOutput<typeof logEventSchema>;
export type Party = v.InferOutput<typeof partySchema>;

/** Enough events to debug recent requests. Okta keeps events for 90 days. */
const capacity = 1000;

const counterKey = "system log";
const keyOf = (sequence: number) => `system log ${sequence % capacity}`;

const entrySchema = v.object({ sequence: v.number(), event: logEventSchema });

/** A ring buffer. Each event has its own key in the store, so that a write doesn't store all events again. */
export function createEventLog(store: Store) {
  const enqueue = createSerialQueue();
  let counted: number | undefined;
  let pending: LogEvent[] = [];

  const count = async () => {
    counted ??= parseCount(await store.get(counterKey));
    return counted;
  };
  const listSequences = async () => {
    const last = await count();
    const length = Math.min(last, capacity);
    return Array.from({ length }, (_, index) => last - length + index + 1);
  };
  const writePending = async () => {
    const events = pending;
    pending = [];
    let sequence = await count();
    for (const event of events) {
      sequence += 1;
      counted = sequence;
      await store.set(keyOf(sequence), { sequence, event });
    }
    await store.set(counterKey, sequence);
  };

  return {
    add: (event: LogEvent): void => {
      pending.push(event);
      if (pending.length === 1) enqueue(writePending).catch(() => undefined);
    },
    read: () =>
      enqueue(async () => {
        const sequences = await listSequences();
        const values = await Promise.all(sequences.map((sequence) => store.get(keyOf(sequence))));
        return values.flatMap((value, index) => {
          const entry = v.safeParse(entrySchema, value);
          const isOwn = entry.success && entry.output.sequence === sequences[index];
          return isOwn ? [entry.output] : [];
        });
      }),
    clear: () =>
      enqueue(async () => {
        for (const sequence of await listSequences()) await store.delete(keyOf(sequence));
        await store.delete(counterKey);
        counted = 0;
      }),
  };
}

function parseCount(stored: unknown): number {
  return typeof stored === "number" && Number.isSafeInteger(stored) && stored > 0 ? stored : 0;
}
