import * as v from "valibot";

/** An actor or a target. */
const partySchema = v.object({
  id: v.string(),
  type: v.string(),
  alternateId: v.nullable(v.string()),
  displayName: v.nullable(v.string()),
  detailEntry: v.null(),
});

/**
 * One event, in the shape of Okta's System Log API.
 *
 * IP address and location are empty, because the org doesn't see them.
 *
 * @see Okta: System Log API, the LogEvent object
 */
export const logEventSchema = v.object({
  uuid: v.string(),
  /** ISO 8601. */
  published: v.string(),
  eventType: v.string(),
  version: v.literal("0"),
  severity: v.picklist(["INFO", "WARN"]),
  /** The event's name in the older Events API. */
  legacyEventType: v.nullable(v.string()),
  displayMessage: v.string(),
  actor: partySchema,
  client: v.object({
    userAgent: v.nullable(
      v.object({ rawUserAgent: v.string(), os: v.string(), browser: v.string() }),
    ),
    zone: v.null(),
    device: v.string(),
    id: v.nullable(v.string()),
    ipAddress: v.null(),
    geographicalContext: v.null(),
  }),
  authenticationContext: v.object({
    authenticationStep: v.literal(0),
    /** null without a session. */
    externalSessionId: v.nullable(v.string()),
  }),
  outcome: v.object({
    result: v.picklist(["SUCCESS", "FAILURE"]),
    /** Okta's reason. */
    reason: v.nullable(v.string()),
  }),
  target: v.nullable(v.array(partySchema)),
  /** The same for all events of one request. */
  transaction: v.object({ type: v.literal("WEB"), id: v.string(), detail: v.object({}) }),
  debugContext: v.object({ debugData: v.record(v.string(), v.string()) }),
  securityContext: v.object({}),
  request: v.object({ ipChain: v.array(v.never()) }),
});

export type LogEvent = v.InferOutput<typeof logEventSchema>;
export type Party = v.InferOutput<typeof partySchema>;
