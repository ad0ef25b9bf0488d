import {
  type AuthorizationRequest,
  buildAuthorizationUrl,
  usesCode,
} from "../oidc/authorization-request.ts";
import type { DemoOrgHandle } from "./demo-org-status.ts";
import { isDemoOrgReady } from "./is-demo-org-ready.ts";
import {
  addPendingRequest,
  type ComparisonStep,
  type FillMark,
  type PendingRequest,
} from "./pending-requests.ts";
import type { MetadataState } from "./request/use-metadata.ts";
import type { RequestDraft } from "./request-draft.ts";
import { dropStoredRun } from "./runs.ts";
import type { SendOptions } from "./session-state.ts";
import type { SaveResult, TabStorage } from "./tab-storage.ts";

type RequestToSave = {
  isSent?: true;
  draft: RequestDraft;
  org: PendingRequest["org"];
  query: string;
  codeVerifier: string;
  comparison?: ComparisonStep | undefined;
  metadata?: MetadataState | undefined;
  fill?: FillMark;
  nowSeconds: number;
};

type RequestToSend = RequestToSave & {
  /** `undefined` if the browser can't compute it. */
  codeChallenge: string | undefined;
  prompt: SendOptions["prompt"];
  demoOrg: Pick<DemoOrgHandle, "getStatus" | "subscribe" | "start">;
  setLocation: (url: string) => void;
};

/**
 * Saves the draft as pending, and opens the org's page. For the demo org, waits until the org has started.
 *
 * @returns A message that says why the request could not be sent, or `undefined` if it was sent.
 * @throws The SDK could not be loaded.
 */
export async function sendDraft(
  storage: TabStorage,
  toSend: RequestToSend,
): Promise<string | undefined> {
  const { draft, comparison, prompt, codeChallenge, setLocation } = toSend;
  const isSilent = comparison?.step === "thin" && comparison.isSilent;
  const drafted = {
    ...draft.request,
    ...(isSilent ? { prompt: "none" as const } : prompt && { prompt }),
  };
  if (usesCode(drafted.responseType) && codeChallenge === undefined) return notHashed;
  const sdk = await import("../okta/sdk.ts");
  if (toSend.org === "demo" && !(await isDemoOrgReady(toSend.demoOrg))) return notStarted;
  const isSomeoneElse = toSend.org === "demo" && (await hasSessionOfAnother(drafted, draft.orgUrl));
  const request = { ...drafted, ...(isSomeoneElse && { prompt: "login" as const }) };
  const sent = { ...toSend, isSent: true as const, draft: { ...draft, request } };
  if (saveDraft(storage, sent) === "full") return notStored;
  try {
    await sdk.sendAuthorizationRequest({ ...request, issuer: draft.issuer }, { setLocation });
    return undefined;
  } catch {
    return notSent;
  }
}

/** Asks the org, because the draft may not know the signed-in user yet, or another tab may have changed the user. */
async function hasSessionOfAnother(
  { loginHint, prompt }: AuthorizationRequest,
  orgUrl: string,
): Promise<boolean> {
  if (loginHint === undefined || prompt !== undefined) return false;
  const api = await import("./demo-org-api.ts").catch(() => undefined);
  const user = await api?.fetchSignedInUser(orgUrl);
  return user !== undefined && user !== loginHint;
}

/** Saves the draft as a pending request, so that its response is recognized. For a code, also saves the verifier. */
export function saveDraft(storage: TabStorage, toSave: RequestToSave): SaveResult {
  const { isSent, draft, org, query, codeVerifier, comparison, metadata, fill, nowSeconds } =
    toSave;
  const { request, orgUrl, server } = draft;
  const { state, nonce, clientId, responseType, scopes } = request;
  return saveRequest(storage, {
    state,
    nonce,
    org,
    orgUrl,
    server,
    clientId,
    responseType,
    scopes: [...scopes],
    url: buildAuthorizationUrl(request),
    query,
    sentAtSeconds: nowSeconds,
    ...(isSent && { isSent }),
    ...(comparison && { comparison }),
    ...(fill && { fill }),
    ...(usesCode(responseType) && { codeVerifier, ...findTokenEndpoint(metadata, draft.issuer) }),
  });
}

function findTokenEndpoint(known: MetadataState | undefined, issuer: string) {
  if (known?.status !== "done" || known.answer.kind !== "loaded") return undefined;
  const { metadata } = known.answer;
  const { tokenEndpoint } = metadata;
  return metadata.issuer === issuer && tokenEndpoint !== undefined ? { tokenEndpoint } : undefined;
}

/**
 * Saves a request before it is sent. If the storage is full, drops runs: first runs that this tab did not request, then
 * the oldest runs.
 */
export function saveRequest(storage: TabStorage, request: PendingRequest): SaveResult {
  let result = addPendingRequest(storage, request);
  while (result === "full" && dropStoredRun(storage, request.sentAtSeconds)) {
    result = addPendingRequest(storage, request);
  }
  return result;
}

const notHashed =
  "PKCE needs a hash that browsers provide only on https or localhost. Open this page there, or choose the implicit flow.";

const notStarted =
  "The demo org didn’t start, so nothing was sent. Reload the page, or choose My Okta org.";

const notSent =
  "Okta’s SDK refused to send this request. Copy the request URL and open it in this tab instead: the page recognizes the response.";

const notStored =
  "This tab’s storage is full, so a response could not be matched to this request. Open the page in a new tab and send from there.";
