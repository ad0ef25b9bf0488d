import * as v from "valibot";
import { responseTypes } from "../oidc/authorization-request.ts";
import { buildQuery, type Choice } from "./choice.ts";
import type { RequestDraft } from "./request-draft.ts";
import type { TabStorage } from "./tab-storage.ts";

const authorizationServer = v.variant("kind", [
  v.object({ kind: v.literal("org") }),
  v.object({ kind: v.literal("custom"), id: v.string() }),
]);

const comparisonSchema = v.variant("step", [
  v.object({ step: v.literal("fat") }),
  v.object({ step: v.literal("thin"), fatRunId: v.string(), isSilent: v.boolean() }),
]);

/** Which of a comparison's two requests it is. The second is at first sent so that nobody is asked anything. */
export type Comparison = v.InferOutput<typeof comparisonSchema>;

/** A request as it was sent: what its answer is held against, and where the page goes on from. */
export const sentRequestSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  org: v.picklist(["demo", "own"]),
  orgUrl: v.pipe(v.string(), v.url()),
  server: authorizationServer,
  clientId: v.string(),
  responseType: v.picklist(responseTypes),
  scopes: v.array(v.string()),
  /** The page's query at the time, to set the form as it was. */
  query: v.string(),
  /** Set where the request is one of the two of a fat and thin comparison. */
  comparison: v.exactOptional(comparisonSchema),
});

export type SentRequest = v.InferOutput<typeof sentRequestSchema>;

const key = "requests";
/** Enough for every half-finished attempt of a tab; more would only be litter. */
const mostKept = 12;

/** The requests of this tab that are still without an answer, newest first. */
export function readSentRequests(storage: TabStorage): readonly SentRequest[] {
  const kept = v.safeParse(v.array(sentRequestSchema), storage.read(key));
  return kept.success ? kept.output : [];
}

/** What goes with a request, beside what the form has made of it. */
type Sending = {
  choice: Choice;
  /** Set where it is one of the two of a comparison. */
  comparison: Comparison | undefined;
};

/** Keeps a request as it is sent, so that its answer is known again. */
export function keepRequest(
  storage: TabStorage,
  { request, orgUrl, server }: RequestDraft,
  { choice, comparison }: Sending,
): void {
  const { clientId, responseType, scopes, state, nonce } = request;
  const sent: SentRequest = {
    state,
    nonce,
    org: choice.org,
    orgUrl,
    server,
    clientId,
    responseType,
    scopes: [...scopes],
    query: buildQuery(choice),
    ...(comparison && { comparison }),
  };
  const others = readSentRequests(storage).filter((other) => other.state !== state);
  storage.write(key, [sent, ...others].slice(0, mostKept));
}

/** An answer is accepted once: after this, the same answer is one that nobody asked for. */
export function dropSentRequest(storage: TabStorage, state: string): void {
  storage.write(
    key,
    readSentRequests(storage).filter((request) => request.state !== state),
  );
}

/** Forgets the requests that wait for an answer: whatever comes now, nobody asked for. */
export function forgetSentRequests(storage: TabStorage): void {
  storage.remove(key);
}
