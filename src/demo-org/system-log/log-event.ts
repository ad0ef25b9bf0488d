import * as v from "valibot";

/** Who acts, or what is acted upon. */
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
 * What the org cannot know is left empty: it sees requests, not the addresses that they come from.
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
  /** What the same event is called by the Events API, which came before. */
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
    /** null where there is no session. */
    externalSessionId: v.nullable(v.string()),
  }),
  outcome: v.object({
    result: v.picklist(["SUCCESS", "FAILURE"]),
    /** Okta's own code for what went wrong. */
    reason: v.nullable(v.string()),
  }),
  target: v.nullable(v.array(partySchema)),
  /** Events of one request share it. */
  transaction: v.object({ type: v.literal("WEB"), id: v.string(), detail: v.object({}) }),
  debugContext: v.object({ debugData: v.record(v.string(), v.string()) }),
  securityContext: v.object({}),
  request: v.object({ ipChain: v.array(v.never()) }),
});

export type LogEvent = v.InferOutput<typeof logEventSchema>;
export type Party = v.InferOutput<typeof partySchema>;
