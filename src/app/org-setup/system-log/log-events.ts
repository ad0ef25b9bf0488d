import * as v from "valibot";

/** @see Okta: System Log API, the LogEvent object */
export const logEventsSchema = v.array(
  v.looseObject({
    uuid: v.string(),
    published: v.string(),
    eventType: v.string(),
    displayMessage: v.optional(v.nullable(v.string()), null),
    severity: v.optional(v.string(), "INFO"),
    actor: v.optional(
      v.nullable(
        v.looseObject({
          displayName: v.optional(v.nullable(v.string()), null),
          alternateId: v.optional(v.nullable(v.string()), null),
        }),
      ),
      null,
    ),
    outcome: v.optional(
      v.nullable(
        v.looseObject({ result: v.string(), reason: v.optional(v.nullable(v.string()), null) }),
      ),
      null,
    ),
  }),
);

export type LogEvent = v.InferOutput<typeof logEventsSchema>[number];

/** Newest first, as in the console. */
export const latestEventsPath = "/api/v1/logs?sortOrder=DESCENDING&limit=1000";
