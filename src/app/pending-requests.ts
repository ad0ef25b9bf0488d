import * as v from "valibot";
import { responseTypes } from "../oidc/authorization-request.ts";
import type { SaveResult, TabStorage } from "./tab-storage.ts";

export const authorizationServerSchema = v.variant("kind", [
  v.object({ kind: v.literal("org") }),
  v.object({ kind: v.literal("custom"), id: v.string() }),
]);

const comparisonSchema = v.variant("step", [
  v.object({ step: v.literal("fat") }),
  v.object({ step: v.literal("thin"), fatRunId: v.string(), isSilent: v.boolean() }),
]);

/** Tells the two requests of a fat and thin comparison apart. The second is first sent with `prompt=none`. */
export type ComparisonStep = v.InferOutput<typeof comparisonSchema>;

const fillMarkSchema = v.object({ fillId: v.string(), rowId: v.string() });

export type FillMark = v.InferOutput<typeof fillMarkSchema>;

export const sentRequestSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  org: v.picklist(["demo", "own"]),
  orgUrl: v.pipe(v.string(), v.url()),
  server: authorizationServerSchema,
  clientId: v.string(),
  responseType: v.picklist(responseTypes),
  scopes: v.array(v.string()),
  /** Absent if an older release of the page stored the request. */
  url: v.exactOptional(v.string()),
  /** For a request for a code: the endpoint in the server's metadata. Absent if the page did not know the endpoint. */
  tokenEndpoint: v.exactOptional(v.pipe(v.string(), v.url())),
  query: v.string(),
  sentAtSeconds: v.number(),
  comparison: v.exactOptional(comparisonSchema),
  /** Set if the map sent the request. The response to such a request becomes no run. */
  fill: v.exactOptional(fillMarkSchema),
});

export type SentRequest = v.InferOutput<typeof sentRequestSchema>;

const pendingRequestSchema = v.object({
  ...sentRequestSchema.entries,
  /** Set for a request for a code. @see RFC 7636 §4.5 */
  codeVerifier: v.exactOptional(v.string()),
  /** Absent if the user only copied the request's URL. */
  isSent: v.exactOptional(v.literal(true)),
});

export type PendingRequest = v.InferOutput<typeof pendingRequestSchema>;

const key = "pending-requests";
const version = 3;
const storedSchema = v.object({
  version: v.literal(version),
  requests: v.array(pendingRequestSchema),
});

const lifetimeSeconds = 15 * 60;
const maxCount = 12;

/** Loads this tab's requests of the last 15 minutes that have no response yet, newest first. */
export function loadPendingRequests(
  storage: TabStorage,
  nowSeconds: number,
): readonly PendingRequest[] {
  const stored = v.safeParse(storedSchema, storage.load(key));
  if (!stored.success) return [];
  return stored.output.requests.filter(
    ({ sentAtSeconds }) => nowSeconds - sentAtSeconds <= lifetimeSeconds,
  );
}

/** Saves a request before it is sent, so that its response is recognized. */
export function addPendingRequest(storage: TabStorage, request: PendingRequest): SaveResult {
  const others = loadPendingRequests(storage, request.sentAtSeconds).filter(
    ({ state }) => state !== request.state,
  );
  return storage.save(key, { version, requests: [request, ...others].slice(0, maxCount) });
}

/** Removes a request whose response has arrived, so that a response is accepted only once. */
export function removePendingRequest(storage: TabStorage, state: string, nowSeconds: number): void {
  const others = loadPendingRequests(storage, nowSeconds).filter((it) => it.state !== state);
  if (others.length === 0) storage.remove(key);
  else storage.save(key, { version, requests: others });
}
