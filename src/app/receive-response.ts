import * as v from "valibot";
import { createRandomValue } from "../oidc/authorization-request.ts";
import type { ResponseText } from "../oidc/find-response.ts";
import { parseResponse } from "../oidc/parsed-response.ts";
import { isReasonToRefuse } from "../oidc/trust.ts";
import { checkRun } from "./checks/check-run.ts";
import {
  loadPendingRequests,
  type PendingRequest,
  removePendingRequest,
} from "./pending-requests.ts";
import type { Run, TokenRequestState } from "./run.ts";
import { addRun, findNextNumber, loadRuns, type SaveRunsResult, saveRuns } from "./runs.ts";
import type { TabStorage } from "./tab-storage.ts";

export type Landed = {
  run: Run;
  /** The page's query when the request was sent. For an unrequested response, the query of this tab's newest request. */
  query: string | undefined;
};

type Received = SaveRunsResult & {
  landed: Landed | undefined;
  mapResponse: Run | undefined;
};

/**
 * Receives responses in the order in which they arrived.
 *
 * @param shownRuns The runs on screen, which may include one that the storage has no room for.
 * @returns `undefined` without responses. `landed` is the last response to a request, or else the last response.
 */
export function receiveResponses(
  storage: TabStorage,
  responses: readonly ResponseText[],
  nowSeconds: number,
  shownRuns: readonly Run[],
): Received | undefined {
  let runs = shownRuns;
  let received: Received | undefined;
  for (const response of responses) {
    const next = receiveResponse(storage, response, nowSeconds, runs);
    runs = next.runs;
    const isLessWanted = received?.landed?.run.request && !next.landed?.run.request;
    const landed = isLessWanted ? received?.landed : (next.landed ?? received?.landed);
    const mapResponse = next.mapResponse ?? received?.mapResponse;
    received = { ...next, landed, mapResponse };
  }
  return received;
}

/** Turns a response into a run, with the pending request that has its `state`. @see RFC 6749 §10.12 */
function receiveResponse(
  storage: TabStorage,
  { text, returnedIn }: ResponseText,
  nowSeconds: number,
  shownRuns: readonly Run[],
): Received {
  const stored = loadRuns(storage, nowSeconds);
  // Prefer the shown runs: only they have the state of a running exchange.
  const unshown = stored.filter((run) => !shownRuns.some(({ id }) => id === run.id));
  const earlier = [...shownRuns, ...unshown].toSorted((a, b) => a.number - b.number);
  const pending = loadPendingRequests(storage, nowSeconds);
  const response = parseResponse(text, returnedIn);
  const [state, ...otherStates] = response.states;
  const onlyState = otherStates.length === 0 ? state : undefined;
  const found = pending.find((it) => it.state === onlyState);
  const { codeVerifier, request } = found ? splitVerifier(found) : nothing;
  const isRepeated =
    onlyState !== undefined && earlier.some((it) => it.request?.state === onlyState);
  // Without storage, the page may have lost an earlier request.
  const knowsRequests =
    storage.survivesNavigation || pending.length > 0 || earlier.some((it) => it.request);
  const run = addTokenRequest(codeVerifier, {
    id: createRandomValue(),
    number: findNextNumber(earlier),
    receivedAtSeconds: nowSeconds,
    origin: request
      ? "requested"
      : isRepeated
        ? "repeated"
        : knowsRequests
          ? "unexpected"
          : "unstored",
    request,
    expectedState: request ? undefined : pending[0]?.state,
    response,
    responseText: text,
    tokenRequest: undefined,
    userInfo: undefined,
  });
  if (request) removePendingRequest(storage, request.state, nowSeconds);
  if (request?.fill) {
    return { runs: earlier, status: "saved", landed: undefined, mapResponse: run };
  }
  const saved = addAndSave(storage, earlier, run);
  const lastRequest = request ?? pending[0] ?? earlier.findLast((it) => it.request)?.request;
  return {
    ...saved,
    landed: { run, query: lastRequest?.query },
    mapResponse: undefined,
  };
}

const olderRemovedKey = "older-runs-removed";

/** Saves a run with the earlier ones. The status is `over_limit` only the first time in a tab that older runs are removed. */
function addAndSave(storage: TabStorage, earlier: readonly Run[], run: Run): SaveRunsResult {
  const all = addRun(earlier, run);
  const saved = saveRuns(storage, all);
  if (saved.status !== "saved" || all.length > earlier.length) return saved;
  if (storage.load(olderRemovedKey) === true) return saved;
  storage.save(olderRemovedKey, true);
  return { ...saved, status: "over_limit" };
}

const nothing = { codeVerifier: undefined, request: undefined };

/** Separates the verifier, which is deleted after the exchange, from the request, which is kept with the run. */
function splitVerifier({ codeVerifier, isSent, ...request }: PendingRequest) {
  return { codeVerifier, request };
}

/** Adds the state of the token request. A code is exchanged at once, unless a check failed. */
function addTokenRequest(codeVerifier: string | undefined, run: Run): Run {
  if (run.response.kind !== "success" || run.response.code === undefined) return run;
  const isRefused = checkRun(run, run.receivedAtSeconds).some(isReasonToRefuse);
  const tokenEndpoint = undefined;
  const reason = run.request && isRefused ? "check_failed" : "no_verifier";
  const tokenRequest: TokenRequestState =
    run.request && codeVerifier !== undefined && !isRefused
      ? { status: "sending", tokenEndpoint, codeVerifier }
      : { status: "unsent", reason, tokenEndpoint, codeVerifier: undefined };
  return { ...run, tokenRequest };
}

const unreadSchema = v.array(
  v.object({ text: v.string(), returnedIn: v.picklist(["fragment", "query"]) }),
);

export function parseUnread(stored: unknown): readonly ResponseText[] {
  const unread = v.safeParse(unreadSchema, stored);
  return unread.success ? unread.output : [];
}
