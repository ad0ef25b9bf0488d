import { createRandomValue } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import { issuerOf } from "../okta/authorization-server.ts";
import { buildQuery, type Choice, parseChoice } from "./choice.ts";
import { land } from "./landing.ts";
import { forgetReadings, readRun } from "./reading.ts";
import { draftRequest, type RequestDraft } from "./request-draft.ts";
import { addRun, forgetRuns, type Run, readRuns, writeRuns } from "./runs.ts";
import {
  dropSentRequest,
  forgetSentRequests,
  keepSentRequest,
  readSentRequests,
  type SentRequest,
} from "./sent-requests.ts";
import type { Kept, TabStorage } from "./tab-storage.ts";

/** What the page shows is worked out from this and nothing else. */
export type SessionState = {
  choice: Choice;
  /** The request as it would be sent now. Its `state` and `nonce` are used once. */
  draft: RequestDraft;
  /** Newest first. */
  runs: readonly Run[];
  currentRun: Run | undefined;
  /** The run that this opening of the page brought: its result wants the focus. */
  landedRun: Run | undefined;
  /** Whether the newest outcome survives a reload. */
  kept: Kept;
  sending:
    | { status: "idle" }
    /** The person pressed Send and something is missing: the fields may complain now. */
    | { status: "incomplete" }
    | { status: "leaving" }
    | { status: "failed"; message: string };
};

export type Session = {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly choose: (change: Partial<Choice>) => void;
  readonly send: (purpose?: Purpose) => Promise<void>;
  /** Keeps the request as drafted, so that its answer is known again though it was sent by hand. */
  readonly rememberDraft: () => void;
  readonly show: (runId: string) => void;
  readonly keepUserInfo: (runId: string, claims: JsonObject) => void;
  readonly forget: () => void;
  /** Takes an answer out of the address bar, if there is one. */
  readonly receive: () => void;
  /** The page came back out of the browser's cache: what was drafted may have been sent since. */
  readonly resume: () => void;
};

/** Why a request is sent, where it is not just to see its answer. */
export type Purpose = { comparison: NonNullable<SentRequest["comparison"]> };

type Surroundings = {
  /** The address bar, and no more of the window than that. */
  window: {
    readonly location: {
      readonly hash: string;
      readonly search: string;
      assign: (url: string) => void;
    };
    readonly history: { replaceState: (state: null, unused: string, url: string) => void };
  };
  storage: TabStorage;
  /** Where the built-in org is, without a slash at its end. */
  demoOrgUrl: string;
  /** The page's own address, as it is registered. */
  redirectUri: string;
};

/** The page's memory for this tab, and the only place that touches the address bar. */
export function createSession(surroundings: Surroundings): Session {
  const { window, storage, demoOrgUrl, redirectUri } = surroundings;
  const listeners = new Set<() => void>();
  let fresh = drawFreshValues();

  const choice = parseChoice(window.location.search);
  const runs = readRuns(storage);
  let state: SessionState = {
    choice,
    draft: draft(choice),
    runs,
    currentRun: runs[0],
    landedRun: undefined,
    kept: "kept",
    sending: { status: "idle" },
  };

  function draft(from: Choice): RequestDraft {
    return draftRequest(from, { demoOrgUrl, redirectUri, ...fresh });
  }

  function update(change: Partial<SessionState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function choose(change: Partial<Choice>): void {
    const changed = { ...state.choice, ...change };
    update({ choice: changed, draft: draft(changed), sending: { status: "idle" } });
    replaceAddress(changed);
  }

  /** Replaces the history entry, so that no entry holds a token and a reload finds the choice again. */
  function replaceAddress(shown: Choice): void {
    window.history.replaceState(null, "", new URL(redirectUri).pathname + buildQuery(shown));
  }

  function describe(sent: RequestDraft, purpose?: Purpose): SentRequest {
    const { clientId, responseType, scopes, state, nonce } = sent.request;
    return {
      clientId,
      responseType,
      scopes: [...scopes],
      state,
      nonce,
      redirectUri,
      org: choiceNow().org,
      orgUrl: sent.orgUrl,
      server: sent.server,
      sentAtSeconds: nowSeconds(),
      query: buildQuery(choiceNow()),
      ...purpose,
    };
  }

  const choiceNow = () => state.choice;

  async function send(purpose?: Purpose): Promise<void> {
    const sent = draft(purpose ? withTokenType(state.choice, purpose) : state.choice);
    if (Object.keys(sent.problems).length > 0) return update({ sending: { status: "incomplete" } });

    update({ sending: { status: "leaving" } });
    keepSentRequest(storage, describe(sent, purpose));
    const isSilent = purpose?.comparison.step === "thin" && purpose.comparison.isSilent;
    try {
      const { sendAuthorizationRequest } = await import("../okta/sdk.ts");
      await sendAuthorizationRequest(
        {
          ...sent.request,
          ...(isSilent && { prompt: "none" }),
          issuer: issuerOf(sent.orgUrl, sent.server),
        },
        { setLocation: (url) => window.location.assign(url) },
      );
    } catch {
      const message =
        "The part of this page that sends the request could not be loaded. Check your connection and press Send request again.";
      update({ sending: { status: "failed", message } });
    }
  }

  function receive(): void {
    const { hash } = window.location;
    const sentRequests = readSentRequests(storage);
    const run = land({
      fragment: hash,
      sentRequests,
      runs: state.runs,
      nowSeconds: nowSeconds(),
      createId: createRandomValue,
    });
    const shown = run?.request ? parseChoice(run.request.query) : state.choice;
    if (hash !== "" || run) replaceAddress(shown);
    if (!run) return;

    if (run.request) dropSentRequest(storage, run.request.state);
    fresh = drawFreshValues();
    const withRun = addRun(state.runs, run);
    update({
      choice: shown,
      draft: draft(shown),
      runs: withRun,
      currentRun: run,
      landedRun: run,
      kept: writeRuns(storage, withRun),
      sending: { status: "idle" },
    });
    if (run.request?.comparison?.step === "fat" && readRun(run).kind === "answered") {
      void send({ comparison: { step: "thin", fatRunId: run.id, isSilent: true } });
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose,
    send,
    rememberDraft: () => keepSentRequest(storage, describe(state.draft)),
    show: (runId) => update({ currentRun: state.runs.find(({ id }) => id === runId) }),
    keepUserInfo(runId, userInfo) {
      const runs = state.runs.map((run) => (run.id === runId ? { ...run, userInfo } : run));
      const currentRun = runs.find(({ id }) => id === state.currentRun?.id);
      update({ runs, currentRun, kept: writeRuns(storage, runs) });
    },
    forget() {
      forgetRuns(storage);
      forgetSentRequests(storage);
      forgetReadings();
      update({ runs: [], currentRun: undefined, landedRun: undefined, kept: "kept" });
    },
    receive,
    resume() {
      fresh = drawFreshValues();
      update({ draft: draft(state.choice), sending: { status: "idle" } });
    },
  };
}

function withTokenType(choice: Choice, { comparison }: Purpose): Choice {
  return { ...choice, responseType: comparison.step === "fat" ? "id_token" : "id_token token" };
}

/** A `state` and a `nonce` that nobody can guess: RFC 6749 §10.12, OpenID Connect Core 1.0 §15.5.2. */
function drawFreshValues() {
  return { state: createRandomValue(), nonce: createRandomValue() };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
