import { createRandomValue, usesCode } from "../oidc/authorization-request.ts";
import type { ResponseText } from "../oidc/find-response.ts";
import type { DemoOrgHandle } from "./demo-org-status.ts";
import type { KnownOrgs } from "./known-orgs.ts";
import { buildChoiceQuery, parseChoice, type RequestChoice } from "./request-choice.ts";
import { draftRequest, type RequestDraft } from "./request-draft.ts";
import type { RunActions } from "./run-actions.ts";
import type * as SessionParts from "./session-parts.ts";
import type { ExchangeOptions, SendOptions, SessionState } from "./session-state.ts";
import { ownOrgKey, type TabStorage, unreadKey } from "./tab-storage.ts";
import { type AddressBar, changeAddress, takeResponse } from "./take-response.ts";

export type Session = ReturnType<typeof createSession>;

type SessionOptions = {
  window: AddressBar & { readonly location: { assign: (url: string) => void } };
  storage: TabStorage;
  /** Returns `localStorage`. Throws if the storage is disabled. */
  openLocalStorage: () => Storage;
  demoOrg: Pick<DemoOrgHandle, "orgUrl" | "getStatus" | "subscribe" | "start">;
  /** The page's own address, as registered in the app. */
  redirectUri: string;
  /** Loads code that is only needed to send, to receive, or for the user's own org. */
  loadParts: () => Promise<typeof SessionParts>;
};

/** Holds the state of the page in this tab. Only the session changes the address bar. */
export function createSession(options: SessionOptions) {
  const { window, storage, openLocalStorage, demoOrg, redirectUri, loadParts } = options;
  const listeners = new Set<() => void>();
  let oneTimeValues = createOneTimeValues();
  let runActions: RunActions | undefined;
  let parseOwnOrg: typeof SessionParts.parseOwnOrg | undefined;
  let knownOrgs: KnownOrgs | undefined;

  // Removes a response from the query first, because the query is then parsed for presets.
  saveUnread(takeResponse(window));

  const initialChoice = parseChoice(window.location.search);
  let state: SessionState = {
    choice: initialChoice,
    draft: draft(initialChoice, undefined),
    runs: [],
    shownRun: undefined,
    landed: undefined,
    unanswered: undefined,
    view: undefined,
    storage: storage.survivesNavigation ? "saved" : "unsaved",
    signedInUser: undefined,
    // Only assumed, until the domain is parsed and compared with known orgs.
    isOrgFromLink: initialChoice.org === "own",
    sending: { status: "idle" },
    isLoadingRuns: false,
    map: undefined,
  };
  void addCodeChallenge();

  function draft(choice: RequestChoice, signedInUser: string | undefined): RequestDraft {
    const { orgUrl: demoOrgUrl } = demoOrg;
    const context = { demoOrgUrl, redirectUri, parseOwnOrg, signedInUser, ...oneTimeValues };
    return draftRequest(choice, context);
  }

  /** Replaces the draft's placeholder for the code challenge, because browsers hash asynchronously. */
  async function addCodeChallenge({ responseType } = state.choice): Promise<void> {
    const values = oneTimeValues;
    if (!usesCode(responseType) || values.codeChallenge !== undefined) return;
    const codeChallenge = await loadSessionParts()
      .then((parts) => parts.computeCodeChallenge(values.codeVerifier))
      .catch(() => undefined);
    if (codeChallenge === undefined || values !== oneTimeValues) return;
    oneTimeValues = { ...values, codeChallenge };
    update({ draft: draft(state.choice, state.signedInUser) });
  }

  async function loadOwnOrgParser(): Promise<void> {
    if (state.choice.org !== "own" || parseOwnOrg) return;
    await loadSessionParts().catch(() => undefined);
  }

  async function loadSessionParts(): Promise<typeof SessionParts> {
    const parts = await loadParts();
    if (parseOwnOrg) return parts;
    parseOwnOrg = parts.parseOwnOrg;
    knownOrgs = parts.createKnownOrgs(openLocalStorage);
    if (state.choice.org === "own") {
      update({
        draft: draft(state.choice, state.signedInUser),
        isOrgFromLink: state.isOrgFromLink && isUnknownOrg(state.choice),
      });
    }
    return parts;
  }

  function isUnknownOrg(choice: RequestChoice): boolean {
    if (choice.org !== "own") return false;
    const { ownOrg } = draft(choice, undefined);
    return ownOrg !== undefined && !knownOrgs?.has(ownOrg.orgUrl);
  }

  function update(change: Partial<SessionState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** @param isNewEntry Adds a history entry: Back returns to the address before. The caller must handle `popstate`. */
  function choose(change: Partial<RequestChoice>, isNewEntry?: boolean): void {
    const before = state.choice;
    // Values of a link are not saved as the user's own: the page would contact that org without a notice.
    if (before.org === "own" && !state.isOrgFromLink)
      storage.save(ownOrgKey, buildChoiceQuery(before));
    const { domain, clientId } =
      before.domain || before.clientId ? before : parseChoice(String(storage.load(ownOrgKey)));
    const choice = { ...before, ...(change.org === "own" && { domain, clientId }), ...change };
    changeQuery(choice, isNewEntry);
    const next = draft(choice, state.signedInUser);
    update({
      choice,
      draft: next,
      ...(next.orgUrl !== state.draft.orgUrl && { shownRun: undefined }),
      isOrgFromLink: state.isOrgFromLink && choice.domain === state.choice.domain,
      sending: { status: "idle" },
    });
    void addCodeChallenge();
    void loadOwnOrgParser();
  }

  function changeQuery(choice: RequestChoice, isNewEntry?: boolean): void {
    changeAddress(
      window.history,
      new URL(redirectUri).pathname + buildChoiceQuery(choice),
      isNewEntry ? "pushState" : "replaceState",
    );
  }

  async function send({
    comparison,
    prompt,
    metadata,
    mapRequest,
  }: SendOptions = {}): Promise<void> {
    await loadOwnOrgParser();
    const choice: RequestChoice = {
      ...(mapRequest?.choice ?? state.choice),
      ...(comparison && {
        responseType: comparison.step === "fat" ? "id_token" : "id_token token",
      }),
    };
    const { problems, orgUrl } = draft(choice, state.signedInUser);
    if (Object.keys(problems).length > 0) return update({ sending: { status: "incomplete" } });

    update({ sending: { status: "leaving" }, isOrgFromLink: false });
    if (choice.org === "own") knownOrgs?.add(orgUrl);
    await addCodeChallenge(choice);
    const message = await loadSessionParts()
      .then((parts) =>
        parts.sendDraft(storage, {
          ...describeSending(choice, draft(choice, state.signedInUser)),
          comparison,
          prompt,
          metadata,
          demoOrg,
          setLocation: (url) => window.location.assign(url),
          ...mapRequest,
        }),
      )
      .catch(() => notLoaded);
    if (message !== undefined) update({ sending: { status: "failed", message } });
  }

  function describeSending({ org }: RequestChoice, draft: RequestDraft) {
    const query = buildChoiceQuery(state.choice);
    return { ...oneTimeValues, draft, org, query, nowSeconds: nowSeconds() };
  }

  /** Saves a response before the code that parses it is loaded: the download may fail. */
  function saveUnread(response: ResponseText | undefined): void {
    if (!response) return;
    const earlier = storage.load(unreadKey);
    // Keeps earlier responses, because a page that opened this page may set the fragment again before they are parsed.
    storage.save(unreadKey, [...(Array.isArray(earlier) ? earlier : []), response]);
  }

  async function loadRunActions(): Promise<RunActions> {
    const parts = await loadSessionParts();
    runActions ??= parts.createRunActions({
      getState: () => state,
      update,
      takeChoice,
      isUnknownOrg,
      send,
      getQuery: () => window.location.search,
      storage,
      exchange: { fetch: (...call) => fetch(...call), redirectUri, demoOrg },
      nowSeconds,
    });
    return runActions;
  }

  /** Puts the choice into the form, with new one-time values. */
  function takeChoice(choice: RequestChoice): void {
    oneTimeValues = createOneTimeValues();
    if (buildChoiceQuery(choice) !== buildChoiceQuery(state.choice)) changeQuery(choice);
    update({ choice, draft: draft(choice, state.signedInUser) });
    void addCodeChallenge();
    void loadOwnOrgParser();
  }

  async function receive(): Promise<void> {
    const response = takeResponse(window);
    saveUnread(response);
    // Nothing is stored, or the fragment changed to text that is not a response.
    if (storage.keys().length === 0 || (!response && runActions)) return loadOwnOrgParser();

    update({ isLoadingRuns: true });
    const actions = await loadRunActions().catch(() => undefined);
    if (actions) return actions.receiveUnread();
    update({ isLoadingRuns: false, sending: { status: "failed", message: notParsed } });
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose,
    setSignedInUser(signedInUser: string | undefined) {
      if (signedInUser === state.signedInUser) return;
      update({ signedInUser, draft: draft(state.choice, signedInUser) });
    },
    send,
    /** Saves the draft as pending, so that its response is recognized if the user sends the copied URL. */
    async saveDraft() {
      const parts = await loadSessionParts();
      parts.saveDraft(storage, describeSending(state.choice, state.draft));
    },
    show: (runId: string | undefined) =>
      update({ shownRun: state.runs.find(({ id }) => id === runId) }),
    changeRun: async (...change: Parameters<RunActions["changeRun"]>) =>
      (await loadRunActions()).changeRun(...change),
    /** Exchanges a code that waits for the user. Other codes are exchanged when they are received. */
    exchangeCode: async (runId: string, options?: ExchangeOptions) =>
      (await loadRunActions()).exchangeCode(runId, options),
    saveView: async (shown: Parameters<RunActions["saveView"]>[0]) =>
      (await loadRunActions()).saveView(shown),
    clear: async () => (await loadRunActions()).clear(),
    async dropExpired() {
      if (state.runs.length > 0) (await loadRunActions()).dropExpired();
    },
    loadMap: async () => (await loadRunActions()).loadMap(),
    /** On other pages: saves a response from the address bar until the explorer is opened. */
    saveResponse: () => saveUnread(takeResponse(window)),
    receive,
    /** When the page returns from the back/forward cache: reloads the runs, because the storage may have changed. */
    async resume() {
      takeChoice(state.choice);
      update({ sending: { status: "idle" } });
      if (state.runs.length > 0 || storage.keys().length > 0) (await loadRunActions()).reload();
    },
  };
}

const notParsed =
  "A response arrived, but the code that shows it could not be loaded. It is saved in this tab. Check your connection and reload the page.";

const notLoaded =
  "The code that sends the request could not be loaded. Check your connection, then send again.";

/** @see RFC 6749 §10.12; OpenID Connect Core 1.0 §15.5.2; RFC 7636 §4.1 */
function createOneTimeValues() {
  return {
    state: createRandomValue(),
    nonce: createRandomValue(),
    /** A secret of this tab, 256 random bits. */
    codeVerifier: createRandomValue(),
    codeChallenge: undefined as string | undefined,
  };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
