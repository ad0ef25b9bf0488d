import { parseOwnOrg } from "./own-org.ts";
import { initialChoice, type RequestChoice } from "./request-choice.ts";
import { draftRequest } from "./request-draft.ts";
import type { SessionState } from "./session-state.ts";

/** For tests: the state of a page without responses, whose form has these values. */
export function buildSessionState(
  choice: Partial<RequestChoice> = {},
  change: Partial<SessionState> = {},
): SessionState {
  const chosen = { ...initialChoice, ...choice };
  const draft = draftRequest(chosen, {
    demoOrgUrl: "http://localhost/demo-org",
    redirectUri: "http://localhost/",
    parseOwnOrg,
    state: "state-1",
    nonce: "nonce-1",
    codeChallenge: "challenge-1",
    signedInUser: change.signedInUser,
  });
  return {
    choice: chosen,
    draft,
    runs: [],
    shownRun: undefined,
    landed: undefined,
    unanswered: undefined,
    view: undefined,
    storage: "saved",
    signedInUser: undefined,
    isOrgFromLink: false,
    sending: { status: "idle" },
    isLoadingRuns: false,
    map: undefined,
    ...change,
  };
}
