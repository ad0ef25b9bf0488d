import type { Context } from "hono";
import type { Org } from "../org.ts";
import { createRandomId } from "../random-id.ts";
import { rememberFor } from "../remember.ts";
import type { LogEvent, Party } from "./log-event.ts";
import { readUserAgent } from "./user-agent.ts";

/** What has happened, less what the request tells by itself. */
type Occurrence = {
  readonly eventType: string;
  readonly legacyEventType?: string | undefined;
  readonly displayMessage: string;
  readonly actor: Party;
  readonly targets: readonly Party[];
  /** Why it failed, in Okta's code; undefined where it succeeded. */
  readonly reason: string | undefined;
  /** The client that has sent the request on behalf of itself. */
  readonly clientId?: string | undefined;
  /** By which the log knows the session, which is not the ID that opens it. */
  readonly sessionId?: string | undefined;
  /** More to go by; what is undefined is left out. Never a token, a password, a code, `state` or `nonce`. */
  readonly debugData?: Readonly<Record<string, string | undefined>>;
};

/** What all events of one request have in common. */
const readTransaction = rememberFor((c: Context) => ({
  id: createRandomId(),
  userAgent: readUserAgent(c.req.header("User-Agent")),
}));

const longestValue = 1024;

/** Writes an event into the System Log. The request's answer neither waits for that nor depends on it. */
export function record(c: Context, org: Org, occurrence: Occurrence): void {
  const { eventType, displayMessage, actor, targets, reason, clientId, sessionId } = occurrence;
  const { id, userAgent } = readTransaction(c);
  const event: LogEvent = {
    uuid: crypto.randomUUID(),
    published: new Date(org.clock()).toISOString(),
    eventType,
    version: "0",
    // Which severity Okta gives to a failure differs by event, and is unverified.
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
