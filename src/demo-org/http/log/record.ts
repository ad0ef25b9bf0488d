import type { Context } from "hono";
import { memoizeByObject } from "../../memoize.ts";
import { createRandomId } from "../../random-id.ts";
import type { LogEvent, Party } from "../state/log-event.ts";
import type { Org } from "../state/org.ts";
import { parseUserAgent } from "./user-agent.ts";

/** An event without the data that is derived from the request. */
type Occurrence = {
  readonly eventType: string;
  readonly legacyEventType?: string | undefined;
  readonly displayMessage: string;
  readonly actor: Party;
  readonly targets: readonly Party[];
  /** Okta's reason for a failure; undefined for a success. */
  readonly reason: string | undefined;
  /** The client that sent the request directly. */
  readonly clientId?: string | undefined;
  /** The public session ID, not the secret one. */
  readonly sessionId?: string | undefined;
  /** Debug data; undefined values are left out. Must never contain a token, password, code, `state` or `nonce`. */
  readonly debugData?: Readonly<Record<string, string | undefined>>;
};

/** Data shared by all events of one request. */
const describeTransaction = memoizeByObject((c: Context) => ({
  id: createRandomId(),
  userAgent: parseUserAgent(c.req.header("User-Agent")),
}));

const longestValue = 1024;

/** Logs an event. The response neither waits for it nor depends on it. */
export function record(c: Context, org: Org, occurrence: Occurrence): void {
  const { eventType, displayMessage, actor, targets, reason, clientId, sessionId } = occurrence;
  const { id, userAgent } = describeTransaction(c);
  const event: LogEvent = {
    uuid: crypto.randomUUID(),
    published: new Date(org.clock()).toISOString(),
    eventType,
    version: "0",
    // Unverified: the severity of failures, which differs by event at Okta.
    severity: reason === undefined ? "INFO" : "WARN",
    legacyEventType: occurrence.legacyEventType ?? null,
    displayMessage,
    actor,
    client: {
      userAgent,
      zone: null,
      device: "Unknown",
      id: clientId ?? null,
      ipAddress: null,
      geographicalContext: null,
    },
    authenticationContext: { authenticationStep: 0, externalSessionId: sessionId ?? null },
    outcome: { result: reason === undefined ? "SUCCESS" : "FAILURE", reason: reason ?? null },
    target: targets.length > 0 ? [...targets] : null,
    transaction: { type: "WEB", id, detail: {} },
    debugContext: {
      debugData: dropUndefined({
        requestUri: c.req.path.slice(org.basePath.length),
        ...occurrence.debugData,
      }),
    },
    securityContext: {},
    request: { ipChain: [] },
  };
  org.systemLog.add(event);
}

function dropUndefined(data: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(data))
    if (value !== undefined) known[name] = value.slice(0, longestValue);
  return known;
}
