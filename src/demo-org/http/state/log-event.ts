import * as v from "valibot";

const partySchema = v.object({
  id: v.string(),
  type: v.string(),
  alternateId: v.nullable(v.string()),
  displayName: v.nullable(v.string()),
});

/** Only what differs between events. The API's shape is more than twice as large. */
export const logEventSchema = v.object({
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
