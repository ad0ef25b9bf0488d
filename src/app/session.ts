import { createRandomValue } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import { issuerOf } from "../okta/authorization-server.ts";
import { buildQuery, type Choice, parseChoice } from "./choice.ts";
import { findAnswer } from "./find-answer.ts";
import type * as Memory from "./memory.ts";
import { draftRequest, type RequestDraft } from "./request-draft.ts";
import type { Run } from "./runs.ts";
import type { Comparison } from "./sent-requests.ts";
import type { Kept, TabStorage } from "./tab-storage.ts";

/** What the page shows is worked out from this and nothing else. */
export type SessionState = {
  choice: Choice;
  /** The request as it would be sent now. Its `state` and `nonce` are used once. */
  draft: RequestDraft;
  /** Newest first. */
  runs: readonly Run[];
  currentRun: Run | undefined;
  /** What this opening of the page brought: it wants the focus. */
  landed: Memory.Landed | undefined;
  /** Whether the newest answer survives a reload; before there is one, whether any could. */
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
  /**
   * @param comparison Set where the request is one of the two of a comparison.
   * @param prompt Set where the person is to be asked who they are, whoever is signed in at the org already.
   */
  readonly send: (comparison?: Comparison, prompt?: "login") => Promise<void>;
  /** Keeps the request as drafted, so that its answer is known again though it was sent by hand. */
  readonly rememberDraft: () => Promise<void>;
  readonly show: (runId: string) => void;
  readonly keepUserInfo: (runId: string, claims: JsonObject) => Promise<void>;
  readonly forget: () => Promise<void>;
  /** Takes an answer out of the address bar, if there is one, and takes up what the tab remembers. */
  readonly receive: () => Promise<void>;
  /** The page came back out of the browser's cache: meanwhile others of this tab have sent, received or forgotten. */
  readonly resume: () => Promise<void>;
};

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
  /**
   * What the first view does without: a tab that sends nothing and receives nothing never loads it. Whoever sends has
   * it loaded before the answer comes.
   */
  loadMemory: () => Promise<typeof Memory>;
};

/** The page's memory for this tab, and the only place that touches the address bar. */
export function createSession(surroundings: Surroundings): Session {
  const { window, storage, demoOrgUrl, redirectUri, loadMemory } = surroundings;
  const listeners = new Set<() => void>();
  let fresh = drawFreshValues();

  const choice = parseChoice(window.location.search);
  let state: SessionState = {
    choice,
    draft: draft(choice),
    runs: [],
    currentRun: undefined,
    landed: undefined,
    kept: storage.survivesNavigation ? "kept" : "disabled",
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
    // First the address, which links of the page pass on.
    replaceAddress(changed);
    update({ choice: changed, draft: draft(changed), sending: { status: "idle" } });
  }

  /** Replaces the history entry, so that no entry holds a token and a reload finds the choice again. */
  function replaceAddress(shown: Choice): void {
    window.history.replaceState(null, "", new URL(redirectUri).pathname + buildQuery(shown));
  }

  async function remember(sent: RequestDraft, comparison?: Comparison): Promise<void> {
    const { keepRequest } = await loadMemory();
    keepRequest(storage, sent, { choice: state.choice, comparison });
  }

  async function send(comparison?: Comparison, prompt?: "login"): Promise<void> {
    const sent = draft(comparison ? withTokenType(state.choice, comparison) : state.choice);
    if (Object.keys(sent.problems).length > 0) return update({ sending: { status: "incomplete" } });

    update({ sending: { status: "leaving" } });
    const isSilent = comparison?.step === "thin" && comparison.isSilent;
    const loading = Promise.all([import("../okta/sdk.ts"), remember(sent, comparison)]);
    const loaded = await loading.catch(() => undefined);
    if (!loaded) return update({ sending: { status: "failed", message: notLoaded } });
    try {
      const [{ sendAuthorizationRequest }] = loaded;
      await sendAuthorizationRequest(
        {
          ...sent.request,
          ...(isSilent ? { prompt: "none" } : prompt && { prompt }),
          issuer: issuerOf(sent.orgUrl, sent.server),
        },
        { setLocation: (url) => window.location.assign(url) },
      );
    } catch {
      update({ sending: { status: "failed", message: notSent } });
    }
  }

  async function receive(): Promise<void> {
    const answer = findAnswer(window.location);
    // Out of the address bar at once; kept as it came until it has been read, whatever happens before.
    if (answer !== undefined) {
      storage.write(unreadKey, answer);
      replaceAddress(state.choice);
    }
    if (!storage.holdsAnything()) return;

    const memory = await loadMemory().catch(() => undefined);
    if (!memory) return update({ sending: { status: "failed", message: notRead } });
    const unread = storage.read(unreadKey);
    const { runs, kept, landed } = memory.takeUp(
      storage,
      typeof unread === "string" ? unread : "",
      nowSeconds(),
    );
    storage.remove(unreadKey);
    if (!landed) return update({ runs, currentRun: runs[0] });

    fresh = drawFreshValues();
    const shown = chooseAfter(landed);
    if (buildQuery(shown) !== buildQuery(state.choice)) replaceAddress(shown);
    update({
      choice: shown,
      draft: draft(shown),
      runs,
      kept,
      landed,
      currentRun: landed.run,
      sending: { status: "idle" },
    });
    const next = memory.continuationOf(landed);
    if (next) await send(next);
  }

  /** An org sends the page back without its query. One that is there came with a link, and is meant. */
  function chooseAfter({ run, query }: Memory.Landed): Choice {
    const isPreset = !run.request && window.location.search !== "";
    return query === undefined || isPreset ? state.choice : parseChoice(query);
  }

  async function keepUserInfo(runId: string, userInfo: JsonObject): Promise<void> {
    const { keepRuns } = await loadMemory();
    const runs = state.runs.map((run) => (run.id === runId ? { ...run, userInfo } : run));
    const currentRun = runs.find(({ id }) => id === state.currentRun?.id);
    update({ runs, currentRun, kept: keepRuns(storage, runs) });
  }

  async function forget(): Promise<void> {
    const { forgetEverything } = await loadMemory();
    forgetEverything(storage);
    const kept = storage.survivesNavigation ? "kept" : "disabled";
    update({ runs: [], currentRun: undefined, landed: undefined, kept });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose,
    send,
    rememberDraft: () => remember(state.draft),
    show: (runId) => update({ currentRun: state.runs.find(({ id }) => id === runId) }),
    keepUserInfo,
    forget,
    receive,
    async resume() {
      fresh = drawFreshValues();
      update({ draft: draft(state.choice), sending: { status: "idle" } });
      if (!state.currentRun && !storage.holdsAnything()) return;
      const { takeUp } = await loadMemory();
      const { runs } = takeUp(storage, "", nowSeconds());
      const currentRun = runs.find(({ id }) => id === state.currentRun?.id) ?? runs[0];
      update({ runs, currentRun });
    },
  };
}

const unreadKey = "unread";

const notRead =
  "An answer came, but the part of this page that reads it could not be loaded. It is kept in this tab: check your connection and load the page again.";

const notSent =
  "Okta’s SDK would not send this request. Copy its URL and open it in this tab: the answer will be read all the same.";

const notLoaded =
  "The part of this page that sends the request could not be loaded. Check your connection and press Send request again.";

function withTokenType(choice: Choice, { step }: Comparison): Choice {
  return { ...choice, responseType: step === "fat" ? "id_token" : "id_token token" };
}

/** A `state` and a `nonce` that nobody can guess: RFC 6749 §10.12, OpenID Connect Core 1.0 §15.5.2. */
function drawFreshValues() {
  return { state: createRandomValue(), nonce: createRandomValue() };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
