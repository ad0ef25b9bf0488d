import { listResponseParameters } from "../oidc/authorization-response.ts";
import type { Run } from "./runs.ts";
import type { SentRequest } from "./sent-requests.ts";

type Landing = {
  /** What the address held, with its `#`; or with its `?` where it came in the query. */
  fragment: string;
  /** The requests of this tab that wait for an answer, newest first. */
  sentRequests: readonly SentRequest[];
  runs: readonly Run[];
  nowSeconds: number;
  createId: () => string;
};

/**
 * Makes a run of the fragment that the page was opened with, and finds the request that it answers: the one
 * with its `state` (RFC 6749 §10.12). A fragment without a `state`, with two, or with one that nobody here sent
 * still makes a run, so that it can be shown and spoken of, but one without a request.
 *
 * @returns `undefined` where there is no fragment: nobody came back from anywhere.
 */
export function land(landing: Landing): Run | undefined {
  const fragment = landing.fragment.replace(/^[#?]/, "");
  if (fragment === "") return undefined;

  const states = listResponseParameters(fragment).filter(({ name }) => name === "state");
  const state = states.length === 1 ? states[0]?.value : undefined;
  const request = landing.sentRequests.find((sent) => sent.state === state);
  const expectedState = landing.sentRequests[0]?.state;
  return {
    id: landing.createId(),
    receivedAtSeconds: landing.nowSeconds,
    fragment,
    isRepeat: state !== undefined && landing.runs.some((run) => run.request?.state === state),
    ...(landing.fragment.startsWith("?") && { cameInQuery: true }),
    ...(request && { request }),
    ...(!request && expectedState !== undefined && { expectedState }),
  };
}
