import * as v from "valibot";
import type { LogEvent } from "../../state/event-log.ts";
import { invalidCursor } from "../api-error.ts";
import { timeSchema } from "../common-schemas.ts";
import { selectMatching } from "../filter/select-matching.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { addLinks } from "../paging.ts";
import { parseFields } from "../parse-body.ts";

/** @see Okta: System Log API */
export const logs: Resource = { routes: [["GET", "/api/v1/logs", listEvents]] };

const time = timeSchema("Must be an ISO 8601 time");

const querySchema = v.object({
  since: v.optional(time),
  until: v.optional(time),
  sortOrder: v.optional(
    v.picklist(["ASCENDING", "DESCENDING"], "Must be ASCENDING or DESCENDING"),
    "ASCENDING",
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, "Must be a whole number from 0 to 1000"),
      v.transform(Number),
      v.maxValue(1000, "Must be a whole number from 0 to 1000"),
    ),
    "100",
  ),
  q: v.optional(v.string()),
});

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Without `until`, each page links to a next page, so that clients can poll. @see Okta: System Log API */
async function listEvents(request: ManagementRequest): Promise<Response> {
  const { c, org } = request;
  const after = parseCursor(c.req.query("after"));
  const { until, sortOrder, limit, q, ...query } = parseFields(c.req.query(), querySchema, "query");
  const isAscending = sortOrder === "ASCENDING";
  const since = query.since ?? (after === undefined ? (until ?? org.clock()) - weekMs : -Infinity);

  const entries = await org.systemLog.read();
  const chosen = entries.filter(({ sequence, event: { publishedAt } }) => {
    const isNew = after === undefined || (isAscending ? sequence > after : sequence < after);
    return isNew && publishedAt >= since && (until === undefined || publishedAt < until);
  });
  const sorted = isAscending ? chosen : chosen.toReversed();
  const matching = await selectMatching(c, sorted, ({ event }) => renderEvent(event));
  const filtered = matching.filter(
    ({ event }) => q === undefined || findsKeywords(q, renderEvent(event)),
  );
  const page = filtered.slice(0, limit);

  const isPolling = isAscending && until === undefined;
  const end = isPolling ? (entries.at(-1)?.sequence ?? 0) : undefined;
  const next = filtered.length > page.length ? (page.at(-1)?.sequence ?? after) : end;
  addLinks(request, next === undefined ? undefined : { after: String(next) });
  return c.json(page.map(({ event }) => renderEvent(event)));
}

function parseCursor(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  if (!/^\d{1,15}$/.test(after)) throw invalidCursor();
  return Number(after);
}

/** A keyword is a string, a word, or a part between hyphens. @see Okta: System Log API, "Keyword filter" */
function findsKeywords(words: string, value: unknown): boolean {
  const known = listTexts(value).flatMap((text) => text.toLowerCase().split(/\s+/));
  const candidates = new Set(known.flatMap((word) => [word, ...word.split("-")]));
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => word === "" || candidates.has(word));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

/** IP address and location are null, because the org doesn't see them. */
function renderEvent(event: LogEvent) {
  const { reason = null, targets } = event;
  return {
    uuid: event.uuid,
    published: new Date(event.publishedAt).toISOString(),
    eventType: event.eventType,
    version: "0",
    // Unverified: the severity of failures, which differs by event at Okta.
    severity: reason === null ? "INFO" : "WARN",
    legacyEventType: event.legacyEventType ?? null,
    displayMessage: event.displayMessage,
    actor: { ...event.actor, detailEntry: null },
    client: {
      userAgent: event.userAgent,
      zone: null,
      device: "Unknown",
      id: event.clientId ?? null,
      ipAddress: null,
      geographicalContext: null,
    },
    authenticationContext: { authenticationStep: 0, externalSessionId: event.sessionId ?? null },
    outcome: { result: reason === null ? "SUCCESS" : "FAILURE", reason },
    target: targets.length > 0 ? targets.map((it) => ({ ...it, detailEntry: null })) : null,
    transaction: { type: "WEB", id: event.transactionId, detail: {} },
    debugContext: { debugData: event.debugData },
    securityContext: {},
    request: { ipChain: [] },
  };
}
