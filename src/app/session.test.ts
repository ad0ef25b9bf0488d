import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { parseClaimsSet } from "../oidc/claims-set.ts";
import { computeCodeChallenge } from "../oidc/pkce.ts";
import type { DemoOrgStatus } from "./demo-org-status.ts";
import { createKnownOrgs } from "./known-orgs.ts";
import { loadPendingRequests } from "./pending-requests.ts";
import { initialChoice, type RequestChoice } from "./request-choice.ts";
import { createSession } from "./session.ts";
import { createTabStorage, type TabStorage } from "./tab-storage.ts";
import { createTestStorage, openDisabledStorage } from "./test-storage.ts";

// The first import takes longer than a test waits for a request to be sent.
beforeAll(() => import("./session-parts.ts"));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const redirectUri = "http://localhost:5173/";

/** Opens a page at an address, with a history whose newest entry can be replaced. */
function openPage(
  address: string,
  storage: TabStorage = createTabStorage(openDisabledStorage),
  localStorage = createTestStorage(),
) {
  const page = {
    address: new URL(address, redirectUri),
    left: [] as string[],
    isHistoryLimited: false,
    entriesBefore: [] as string[],
    demoOrg: { status: "ready" } as DemoOrgStatus,
    onDemoOrgChange: undefined as (() => void) | undefined,
    /** The parameters of the request that the page was left for. */
    get sent() {
      return new URL(page.left[0] ?? "").searchParams;
    },
  };
  const session = createSession({
    storage,
    openLocalStorage: () => localStorage,
    demoOrg: {
      orgUrl: "http://localhost:5173/demo-org",
      getStatus: () => page.demoOrg,
      subscribe: (listener) => {
        page.onDemoOrgChange = listener;
        return () => {};
      },
      start: () => {},
    },
    redirectUri,
    loadParts: () => import("./session-parts.ts"),
    window: {
      location: {
        get pathname() {
          return page.address.pathname;
        },
        get hash() {
          return page.address.hash;
        },
        get search() {
          return page.address.search;
        },
        assign: (url: string) => void page.left.push(url),
      },
      history: {
        pushState(_state, _title, url) {
          page.entriesBefore.push(page.address.search);
          page.address = new URL(url, page.address);
        },
        replaceState(_state, _title, url) {
          if (page.isHistoryLimited) throw new DOMException("100 per 30 seconds", "SecurityError");
          page.address = new URL(url, page.address);
        },
      },
    },
  });
  const knownOrgs = createKnownOrgs(() => localStorage);
  return { page, session, storage, localStorage, knownOrgs };
}

/** Opens a page at an address, and receives the response in it. */
async function receive(
  address: string,
  ...options: [storage?: TabStorage, localStorage?: Storage]
) {
  const opened = openPage(address, ...options);
  await opened.session.receive();
  return opened;
}

async function sendAndReturn(buildResponse: (state: string) => string) {
  const { page, session, storage } = openPage("/");
  session.choose({ responseType: "token", server: "custom", scopes: ["openid", "crm.read"] });
  await session.send();
  const { sent } = page;
  const back = await receive(`/#${buildResponse(sent.get("state") ?? "")}`, storage);
  return { sent, ...back };
}

const accessTokenResponse = (state: string) =>
  `access_token=t&token_type=Bearer&expires_in=3600&state=${state}`;

test("a history entry is added only on request, and never with a token", () => {
  const { page, session } = openPage("/");
  session.choose({ lesson: "userinfo", step: 1 });
  expect(page.entriesBefore).toEqual([]);
  session.choose({ step: 2, person: "eyJhbGciOiJub25lIn0.e30." }, true);
  expect(page.entriesBefore).toEqual(["?lesson=userinfo&step=1"]);
  expect(page.address.search).toBe("?lesson=userinfo&step=2");
});

describe("sending", () => {
  test("keeps every change of the form while the browser refuses to change the address", () => {
    const { page, session } = openPage("/");
    page.isHistoryLimited = true;
    session.choose({ scopes: ["openid"] });
    expect(session.getState().draft.request.scopes).toEqual(["openid"]);
    page.isHistoryLimited = false;
    session.choose({ server: "custom" });
    expect(page.address.search).toContain("scope");
  });

  test.each<[DemoOrgStatus, sent: number]>([
    [{ status: "ready" }, 1],
    [{ status: "unavailable", reason: "not_loaded" }, 0],
  ])("waits for the demo org to start, until its status is %o", async (status, sent) => {
    const { page, session } = openPage("/");
    page.demoOrg = { status: "starting" };
    const sending = session.send();
    await vi.waitFor(() => expect(page.onDemoOrgChange).toBeDefined());
    expect(page.left).toEqual([]);
    page.demoOrg = status;
    page.onDemoOrgChange?.();
    await sending;
    expect(page.left).toHaveLength(sent);
    expect(session.getState().sending.status).toBe(sent === 1 ? "leaving" : "failed");
  });

  test("doesn’t send a request that can’t be saved because the storage is full", async () => {
    const full = createTestStorage(0);
    const { page, session } = openPage(
      "/",
      createTabStorage(() => full),
    );
    await session.send();
    expect(page.left).toEqual([]);
    expect(session.getState().sending).toMatchObject({
      status: "failed",
      message: expect.stringContaining("storage is full"),
    });
  });

  test("stores a request of the map with its own org, not the form’s", async () => {
    const ownOrg = { org: "own", domain: "dev-123.okta.com", clientId: "0oa1" } as const;
    const { session, storage, knownOrgs } = openPage("/");
    const mapChoice = session.getState().choice;
    session.choose(ownOrg);
    await session.send({
      mapRequest: {
        choice: mapChoice,
        query: "",
        fill: { fillId: "fill", rowId: "row" },
        setLocation: () => undefined,
      },
    });
    const [request] = loadPendingRequests(storage, 0);
    expect(request).toMatchObject({ org: "demo", orgUrl: "http://localhost:5173/demo-org" });
    expect(knownOrgs.has("http://localhost:5173/demo-org")).toBe(false);
  });

  test("works again after a request whose page did not open", async () => {
    const { page, session } = openPage("/");
    await session.send();
    expect(session.getState().sending.status).toBe("leaving");
    await session.send();
    expect(page.left).toHaveLength(2);
  });

  test("uses a new state and nonce for each request, and not from Math.random", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const values: (string | null)[] = [];
    for (const _page of [1, 2]) {
      const { page, session } = openPage("/");
      await session.send();
      values.push(page.sent.get("state"), page.sent.get("nonce"));
    }
    const unguessable = expect.stringMatching(/^[\w-]{43}$/);
    expect(values).toEqual([unguessable, unguessable, unguessable, unguessable]);
    expect(new Set(values).size).toBe(4);
  });

  test("sends the state and nonce that the form shows, to the server’s authorize endpoint", async () => {
    const { page, session } = openPage("/");
    const { state, nonce } = session.getState().draft.request;
    await session.send();
    expect(page.sent.get("state")).toBe(state);
    expect(page.sent.get("nonce")).toBe(nonce);
    const sent = new URL(page.left[0] ?? "");
    expect(sent.origin + sent.pathname).toBe("http://localhost:5173/demo-org/oauth2/v1/authorize");
  });

  test.each(["id_token", "code"] as const)(
    "keeps the URL of a request for %s as it was sent",
    async (responseType) => {
      const { page, session, storage } = openPage("/");
      session.choose({ responseType });
      await session.send({ prompt: "login" });
      const [sent = ""] = page.left;
      const state = new URL(sent).searchParams.get("state") ?? "";
      const back = await receive(`/#error=access_denied&state=${state}`, storage);
      expect(sent).toContain("prompt=login");
      expect(back.session.getState().shownRun?.request?.url).toBe(sent);
    },
  );

  test("includes scopes that the form doesn’t list, and keeps them in the form", async () => {
    const { sent, session } = await sendAndReturn(accessTokenResponse);
    expect(sent.get("scope")).toBe("openid crm.read");
    expect(session.getState().choice.scopes).toEqual(["openid", "crm.read"]);
  });

  test("keeps the scopes when the server changes", () => {
    const { session } = openPage("/");
    session.choose({ scopes: ["openid", "groups", "crm.read"] });
    session.choose({ server: "custom" });
    expect(session.getState().draft.request.scopes).toEqual(["openid", "groups", "crm.read"]);
  });

  test.each([
    ["nobody", undefined, null],
    ["the same user", "joe.user@example.com", null],
    ["another user", "it.user@example.com", "login"],
  ])("signs in as the chosen person while %s is signed in", async (_case, signedIn, prompt) => {
    const { page, session } = openPage("/?person=joe.user@example.com");
    session.setSignedInUser(signedIn);
    await session.send();
    const sent = page.sent;
    expect(sent.get("login_hint")).toBe("joe.user@example.com");
    expect(sent.get("prompt")).toBe(prompt);
  });

  test("signs in as the chosen person before the page knows who else is signed in", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ login: "it.user@example.com" }));
    const { page, session } = openPage("/?person=joe.user@example.com");
    await session.send();
    expect(page.sent.get("login_hint")).toBe("joe.user@example.com");
    expect(page.sent.get("prompt")).toBe("login");
  });

  test("keeps the chosen person for the next request", async () => {
    const { page, session, storage } = openPage("/?person=joe.user@example.com");
    await session.send();
    const state = page.sent.get("state");
    const back = await receive(`/#error=access_denied&state=${state}`, storage);
    expect(back.session.getState().choice.person).toBe("joe.user@example.com");
  });

  test("signs in as another user on request", async () => {
    const { page, session } = openPage("/");
    await session.send({ prompt: "login" });
    expect(page.sent.get("prompt")).toBe("login");
  });

  test("doesn’t send an incomplete request", async () => {
    const { page, session } = openPage("/?org=dev-123.okta.com");
    await session.send();
    expect(session.getState().sending).toEqual({ status: "incomplete" });
    expect(page.left).toEqual([]);
  });
});

describe("an org that a link chose", () => {
  const link = "/?org=evil.example&client_id=0oa1b2c3d4";

  test("has a notice until this browser has sent a request to the org", async () => {
    const { session, localStorage } = openPage(link);
    expect(session.getState().isOrgFromLink).toBe(true);
    await session.send();
    const { session: again } = await receive(link, undefined, localStorage);
    expect(again.getState().isOrgFromLink).toBe(false);
  });

  test("becomes the user’s own org when the user types another domain", async () => {
    const { session } = await receive(link);
    session.choose({ clientId: "0oa9z8y7x6" });
    expect(session.getState().isOrgFromLink).toBe(true);
    session.choose({ domain: "dev-123.okta.com" });
    expect(session.getState().isOrgFromLink).toBe(false);
  });

  test("has no notice with its response, even if the browser stores nothing", async () => {
    const { page, session, storage } = openPage(link);
    await session.send();
    const state = page.sent.get("state");
    const back = await receive(
      `/#error=access_denied&state=${state}`,
      storage,
      createTestStorage(),
    );
    expect(back.session.getState()).toMatchObject({
      choice: { domain: "evil.example" },
      isOrgFromLink: false,
    });
  });

  test("has a notice if the link also has a response", async () => {
    const { session } = await receive(`${link}#id_token=a.b.c&state=s`);
    expect(session.getState().isOrgFromLink).toBe(true);
  });
});

describe("choosing another org", () => {
  const typed = { domain: "dev-123.okta.com", clientId: "0oa1b2c3d4" };
  const demoRunQuery = { ...initialChoice, responseType: "code" } as const;

  test("shows the next request, not a run of the previous org", async () => {
    const { session } = await sendAndReturn(accessTokenResponse);
    expect(session.getState().shownRun).toBeDefined();
    session.choose({ scopes: ["openid"] });
    expect(session.getState().shownRun).toBeDefined();
    session.choose({ org: "own" });
    expect(session.getState().shownRun).toBeUndefined();
  });

  test("keeps the typed domain and client ID, also after a fix of a demo run changes the request", () => {
    const { session } = openPage("/", createTabStorage(createTestStorage));
    session.choose({ org: "own" });
    session.choose(typed);
    session.choose(demoRunQuery);
    expect(session.getState().choice).toMatchObject({ org: "demo", domain: "" });
    session.choose({ org: "own" });
    expect(session.getState().choice).toMatchObject({ ...typed, responseType: "code" });
  });

  test("keeps the typed domain and client ID after a request to the demo org, and after Clear results", async () => {
    const tab = createTabStorage(createTestStorage);
    const { page, session } = openPage("/", tab);
    session.choose({ org: "own", ...typed });
    session.choose({ org: "demo" });
    await session.send();
    const landed = await receive(`/#error=access_denied&state=${page.sent.get("state")}`, tab);
    await landed.session.clear();
    landed.session.choose({ org: "own" });
    expect(landed.session.getState().choice).toMatchObject(typed);
  });

  test("does not keep a link’s domain, or a token that was pasted into a field", async () => {
    const linked = await receive("/?org=dev-9.okta.com&client_id=0oalinked");
    linked.session.choose(demoRunQuery);
    linked.session.choose({ org: "own" });
    expect(linked.session.getState().choice.domain).toBe("");

    const { session, storage } = openPage("/", createTabStorage(createTestStorage));
    session.choose({ org: "own", clientId: "eyJhbGciOiJSUzI1NiJ9.e30.c2ln" });
    session.choose(demoRunQuery);
    expect(JSON.stringify(storage.keys().map(storage.load))).not.toContain("eyJ");
  });
});

describe("receiving", () => {
  test("takes a response from the address bar and restores the form", async () => {
    const { page, session } = await sendAndReturn(accessTokenResponse);
    expect(page.address.hash).toBe("");
    expect(page.address.href).not.toContain("access_token");
    expect(session.getState().choice).toMatchObject({ responseType: "token", server: "custom" });
    expect(session.getState().shownRun).toMatchObject({ number: 1, origin: "requested" });
  });

  test("shows the last run, unless a link asks for the next request", async () => {
    const { storage } = await sendAndReturn(accessTokenResponse);
    const again = await receive("/", storage);
    expect(again.session.getState().shownRun).toMatchObject({ number: 1 });
    const next = await receive("/?next=", storage);
    expect(next.session.getState().runs).toHaveLength(1);
    expect(next.session.getState().shownRun).toBeUndefined();
  });

  test("takes a response from the query", async () => {
    const { page, session } = await receive("/?error=access_denied&state=s&server=default");
    expect(page.address.search).toBe("?server=default");
    expect(session.getState().shownRun?.response).toMatchObject({
      kind: "error",
      returnedIn: "query",
    });
  });

  test.each([
    ["without a state", "error=invalid_request"],
    ["with another state", "error=invalid_request&state=other"],
    ["with its state twice", "error=invalid_request&state=STATE&state=STATE"],
    ["with a state that only starts the same", "error=invalid_request&state=STATE%20"],
  ])("doesn’t match a response %s to a request, and keeps the form", async (_case, response) => {
    const { session, sent } = await sendAndReturn((state) => response.replaceAll("STATE", state));
    const { shownRun, choice } = session.getState();
    expect(shownRun).toMatchObject({
      origin: "unexpected",
      request: undefined,
      expectedState: sent.get("state"),
    });
    expect(choice).toMatchObject({ responseType: "token", server: "custom" });
  });

  test("keeps the presets of a link that has a response", async () => {
    const { storage } = await sendAndReturn(accessTokenResponse);
    const { session } = await receive("/?scope=openid+email#error=invalid_request", storage);
    expect(session.getState().choice).toMatchObject({
      responseType: "id_token",
      server: "org",
      scopes: ["openid", "email"],
    });
  });

  test("accepts a response only once", async () => {
    const { storage, sent } = await sendAndReturn(accessTokenResponse);
    const again = await receive(`/#${accessTokenResponse(sent.get("state") ?? "")}`, storage);
    expect(again.session.getState().shownRun).toMatchObject({
      origin: "repeated",
      request: undefined,
    });
  });

  test("shows the response after a reload, but not as a new landing", async () => {
    const { storage } = await sendAndReturn(accessTokenResponse);
    const { session } = await receive("/", storage);
    expect(session.getState().shownRun?.responseText).toContain("access_token=t");
    expect(session.getState().landed).toBeUndefined();
  });

  test("takes a response while the browser refuses to change the address", async () => {
    const { page, session } = openPage("/");
    page.isHistoryLimited = true;
    page.address = new URL("/#error=access_denied&state=s", redirectUri);
    await session.receive();
    expect(session.getState().shownRun?.response).toMatchObject({ error: "access_denied" });
  });

  test.each([
    ["unstored", "the browser stores nothing", openDisabledStorage],
    ["unexpected", "the browser stores requests", () => createTestStorage()],
  ])("marks a response without a request as %s if %s", async (origin, _case, open) => {
    const { session } = await receive("/#error=access_denied&state=s", createTabStorage(open));
    expect(session.getState().shownRun?.origin).toBe(origin);
  });

  test("keeps a response if the code that parses it could not be loaded", async () => {
    const storage = createTabStorage(openDisabledStorage);
    const { page, session } = openPage("/#error=access_denied&state=s", storage);
    expect(page.address.hash).toBe("");
    const later = await receive("/", storage);
    expect(later.session.getState().shownRun?.response).toMatchObject({ error: "access_denied" });
    expect(session.getState().runs).toEqual([]);
  });

  test("keeps a requested response if another response arrives before the code that parses it is loaded", async () => {
    const { page, session, storage } = openPage("/");
    await session.send();
    const state = page.sent.get("state");
    const back = openPage(`/#error=access_denied&state=${state}`, storage);
    const first = back.session.receive();
    back.page.address = new URL("/#id_token=forged&state=s", redirectUri);
    await Promise.all([first, back.session.receive()]);
    expect(back.page.address.hash).toBe("");
    const { runs, shownRun } = back.session.getState();
    expect(runs.map(({ origin }) => origin)).toEqual(["requested", "unexpected"]);
    expect(shownRun?.origin).toBe("requested");
  });

  test("takes a response that is returned to another page, and keeps that page’s address", async () => {
    const { page, session, storage } = openPage("/?setup=groups");
    page.address = new URL("/?setup=groups#error=access_denied&state=s", redirectUri);
    session.saveResponse();
    expect(page.address.href).toBe("http://localhost:5173/?setup=groups");
    const { session: explorer } = await receive("/", storage);
    expect(explorer.getState().shownRun?.response).toMatchObject({ error: "access_denied" });
  });

  test("keeps a run that is too large for the storage when another response arrives", async () => {
    const small = createTestStorage(2000);
    const storage = createTabStorage(() => small);
    const { page, session } = openPage("/", storage);
    await session.send();
    const state = page.sent.get("state");
    const large = `error=access_denied&error_description=${"x".repeat(3000)}&state=${state}`;
    const back = await receive(`/#${large}`, storage);
    back.page.address = new URL("/#error=forged", redirectUri);
    await back.session.receive();
    const origins = back.session.getState().runs.map(({ origin }) => origin);
    expect(origins).toEqual(["requested", "unexpected"]);
  });

  test("keeps showing the chosen run when the fragment changes, but has no response", async () => {
    const { page, session } = await sendAndReturn(accessTokenResponse);
    page.address = new URL("/#error=access_denied", redirectUri);
    await session.receive();
    const first = session.getState().runs[0];
    session.show(first?.id);
    page.address = new URL("/#section", redirectUri);
    await session.receive();
    expect(session.getState().shownRun).toBe(first);
  });

  test("tells that the code that displays a response is being loaded", async () => {
    const { session } = openPage("/#error=access_denied");
    const receiving = session.receive();
    expect(session.getState().isLoadingRuns).toBe(true);
    await receiving;
    expect(session.getState().isLoadingRuns).toBe(false);
  });

  test("keeps a fragment that is not a response", async () => {
    const { page, session } = await receive("/#section");
    expect(page.address.hash).toBe("#section");
    expect(session.getState().runs).toEqual([]);
  });

  test("clears every run and every request", async () => {
    const { session, storage } = await sendAndReturn(accessTokenResponse);
    await session.clear();
    expect(session.getState()).toMatchObject({ runs: [], shownRun: undefined });
    expect(storage.keys()).toEqual([]);
  });
});

describe("the oldest run of a full tab", () => {
  test("is removed with a single notice", async () => {
    const storage = createTabStorage(createTestStorage);
    const statuses: string[] = [];
    for (let count = 1; count <= 14; count++) {
      const { page, session } = openPage("/", storage);
      await session.send();
      const state = page.sent.get("state");
      const landed = await receive(`/#error=access_denied&state=${state}`, storage);
      statuses.push(landed.session.getState().storage);
    }
    expect(statuses).toEqual([...Array(12).fill("saved"), "over_limit", "saved"]);
  });
});

describe("opening the page from the org’s own page", () => {
  const orgPage = "http://localhost:5173/demo-org/oauth2/default/v1/authorize?client_id=0oa1";
  const values = { server: "custom", scopes: ["openid", "crm.read"], person: "a@b.c" } as const;

  /** Sends a request whose response never arrives, and opens the page again. */
  async function openAgain({
    address = "/",
    referrer = orgPage,
    navigation = "navigate",
    answer = async (_storage: TabStorage, _state: string) => undefined as unknown,
  } = {}) {
    const { page, session, storage } = openPage("/");
    session.choose(values);
    await session.send();
    await answer(storage, page.sent.get("state") ?? "");
    arriveFrom(referrer, navigation);
    return receive(address, storage);
  }

  function arriveFrom(referrer: string, type = "navigate"): void {
    vi.stubGlobal("document", { referrer });
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([
      Object.assign(performance.mark("page"), { type }),
    ]);
  }

  test("shows the request as it was sent, in the form and in the address", async () => {
    const { page, session } = await openAgain();
    expect(session.getState().choice).toMatchObject(values);
    expect(page.address.search).toBe("?server=default&scope=openid+crm.read&person=a%40b.c");
  });

  test("shows the request's prediction, not the run before it", async () => {
    const { page, session, storage } = openPage("/");
    await session.send();
    const state = page.sent.get("state");
    const next = await receive(`/#error=access_denied&state=${state}`, storage);
    await next.session.send();
    arriveFrom(orgPage);
    const again = await receive("/", storage);
    expect(again.session.getState().runs).toHaveLength(1);
    expect(again.session.getState().shownRun).toBeUndefined();
  });

  test("shows the request to an org on another origin, although the referrer is only that origin", async () => {
    const clientId = "0oaoiuhhch8VRtBnC0h7";
    const own = { org: "own", domain: "http://localhost:8080", clientId } as const;
    const { session, storage } = openPage("/");
    session.choose(own);
    await session.send();
    arriveFrom("http://localhost:8080/");
    const again = await receive("/", storage);
    expect(again.session.getState().choice).toMatchObject(own);
  });

  test.each<[string, Parameters<typeof openAgain>[0]]>([
    ["from elsewhere", { referrer: "http://localhost:5173/" }],
    [
      "from an address that only starts like the org",
      { referrer: `${orgPage.slice(0, 30)}.evil/` },
    ],
    ["from nowhere", { referrer: "" }],
    ["as a reload", { navigation: "reload" }],
    ["from the history", { navigation: "back_forward" }],
    ["as a link that presets the form", { address: "/?token=token" }],
    [
      "after the response",
      { answer: (storage, state) => receive(`/#error=access_denied&state=${state}`, storage) },
    ],
  ])("changes nothing if it is opened %s", async (_case, options) => {
    const { page, session } = await openAgain(options);
    const address = options?.address ?? "/";
    expect(session.getState().choice).toEqual(openPage(address).session.getState().choice);
    expect(page.address.href).toBe(new URL(address, redirectUri).href);
  });
});

describe("returning from an own org without a response", () => {
  const own = { org: "own", domain: "dev-123.okta.com", clientId: "0oa1b2c3d4" } as const;
  const sent = { orgUrl: "https://dev-123.okta.com", clientId: own.clientId };
  const query = `/?org=${own.domain}&client_id=${own.clientId}`;

  async function send(choice: Partial<RequestChoice> = own) {
    const opened = openPage("/", createTabStorage(createTestStorage));
    opened.session.choose(choice);
    await opened.session.send();
    return opened;
  }

  test("is noticed after a reload, and the prediction is shown instead of an earlier run", async () => {
    const { page, storage } = await send();
    const state = page.sent.get("state");
    const landed = await receive(`/#error=access_denied&state=${state}`, storage);
    expect(landed.session.getState().unanswered).toBeUndefined();
    await landed.session.send();
    expect((await receive(query, storage)).session.getState()).toMatchObject({
      unanswered: sent,
      shownRun: undefined,
      runs: [{ number: 1 }],
    });
  });

  test("is noticed when the page returns from the back/forward cache", async () => {
    const { session } = await send();
    expect(session.getState().unanswered).toBeUndefined();
    await session.resume();
    expect(session.getState().unanswered).toMatchObject(sent);
  });

  test("is forgotten when a response arrives, or when the results are cleared", async () => {
    const { storage } = await send();
    const again = await receive(query, storage);
    expect(again.session.getState().unanswered).toMatchObject(sent);
    await again.session.clear();
    expect(again.session.getState().unanswered).toBeUndefined();

    const other = await send();
    await receive(`/#error=access_denied&state=${other.page.sent.get("state")}`, other.storage);
    expect((await receive(query, other.storage)).session.getState().unanswered).toBeUndefined();
  });

  test("is not reported for a request that is older than the newest run", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const { storage } = await send();
    vi.setSystemTime(1_100_000);
    const later = openPage(query, storage);
    await later.session.send();
    vi.setSystemTime(1_110_000);
    await receive(`/#error=access_denied&state=${later.page.sent.get("state")}`, storage);
    expect((await receive(query, storage)).session.getState().unanswered).toBeUndefined();
  });

  test("is not reported for a copied URL", async () => {
    const { session, storage } = openPage("/", createTabStorage(createTestStorage));
    session.choose(own);
    await session.saveDraft();
    expect((await receive(query, storage)).session.getState().unanswered).toBeUndefined();
  });

  test("is not reported for the demo org", async () => {
    const { storage } = await send({});
    expect((await receive("/", storage)).session.getState().unanswered).toBeUndefined();
  });
});

describe("a code", () => {
  const idTokenless = { access_token: "t", token_type: "Bearer" };

  /** Stubs the demo org's token endpoint, and returns the bodies that it receives. */
  function stubOrg(respond: () => Promise<Response>) {
    const bodies: URLSearchParams[] = [];
    vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
      if (init?.method !== "POST") return new Response("", { status: 404 });
      expect(url).toBe("http://localhost:5173/demo-org/oauth2/v1/token");
      bodies.push(new URLSearchParams(String(init.body)));
      return respond();
    });
    return bodies;
  }

  async function sendForCode() {
    const { page, session, storage } = openPage("/?token=code&scope=okta.users.read");
    await session.send();
    const sent = page.sent;
    return { sent, session, storage, state: sent.get("state") };
  }

  const isSettled = ({ session }: ReturnType<typeof openPage>) =>
    vi.waitFor(() => {
      const { tokenRequest } = session.getState().shownRun ?? {};
      expect(tokenRequest?.status).not.toBe("sending");
      return tokenRequest;
    });

  test("is requested in the fragment, with the challenge of a verifier that stays in this tab", async () => {
    const { sent, storage } = await sendForCode();
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: "code",
      response_mode: "fragment",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    const stored = JSON.stringify(storage.load("pending-requests"));
    const [, verifier = ""] = /"codeVerifier":"([^"]+)"/.exec(stored) ?? [];
    expect(await computeCodeChallenge(verifier)).toBe(sent.get("code_challenge"));
    expect(sent.toString()).not.toContain(verifier);
  });

  test("has a new challenge in each request", async () => {
    const { session } = openPage("/?token=code");
    const hasChallenge = () =>
      vi.waitFor(() => {
        const { codeChallenge } = session.getState().draft.request;
        expect(codeChallenge).toMatch(/^[\w-]{43}$/);
        return codeChallenge;
      });
    const first = await hasChallenge();
    await session.resume();
    expect(await hasChallenge()).not.toBe(first);
    session.choose({ responseType: "id_token" });
    expect(session.getState().draft.request).not.toHaveProperty("codeChallenge");
  });

  test.each([
    ["its server", "http://localhost:5173/demo-org", "http://localhost:5173/token"],
    ["another server", "https://other.example", undefined],
  ])("is saved with the token endpoint of its server: %s, %s, %s", async (_, issuer, expected) => {
    const { session, storage } = openPage("/?token=code");
    const metadata = {
      issuer,
      authorizationEndpoint: `${issuer}/authorize`,
      jwksUri: `${issuer}/keys`,
      tokenEndpoint: "http://localhost:5173/token",
      userinfoEndpoint: undefined,
      scopesSupported: [],
      foreignOrigins: [],
    };
    await session.send({ metadata: { status: "done", answer: { kind: "loaded", metadata } } });
    const [request] = loadPendingRequests(storage, 0);
    expect(request?.codeVerifier).toBeDefined();
    expect(request?.tokenEndpoint).toBe(expected);
  });

  test("can’t be requested without the browser’s cryptography", async () => {
    const { getRandomValues } = crypto;
    vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) });
    const { page, session } = openPage("/?token=code");
    await session.send();
    expect(session.getState().sending).toMatchObject({ status: "failed" });
    expect(page.left).toEqual([]);
  });

  test.each(["#", "?"])("is exchanged at once if it is returned after %s", async (mark) => {
    const bodies = stubOrg(async () => Response.json(idTokenless));
    const { sent, state, storage } = await sendForCode();
    const back = await receive(`/${mark}code=c&state=${state}`, storage);
    expect(await isSettled(back)).toMatchObject({
      status: "sent",
      exchange: { kind: "success", accessToken: { raw: "t" } },
    });
    expect(back.page.address.href).toBe("http://localhost:5173/?token=code&scope=okta.users.read");
    expect(bodies).toHaveLength(1);
    const verifier = bodies[0]?.get("code_verifier") ?? "";
    expect(await computeCodeChallenge(verifier)).toBe(sent.get("code_challenge"));

    const keys = ["runs", "pending-requests"];
    const stored = JSON.stringify(keys.map((key) => storage.load(key)));
    expect(stored).not.toContain(verifier);
    const reloaded = await receive("/", storage);
    expect(await isSettled(reloaded)).toMatchObject({ status: "sent" });
    expect(bodies).toHaveLength(1);
  });

  test.each([
    ["with another state", "code=c&state=other", "no_verifier"],
    ["with another issuer", "code=c&state=STATE&iss=https%3A%2F%2Fother.example", "check_failed"],
    ["next to a token that was not requested", "code=c&access_token=t&state=STATE", "check_failed"],
  ])("is not exchanged %s", async (_case, response, reason) => {
    const bodies = stubOrg(async () => Response.json(idTokenless));
    const { state, storage } = await sendForCode();
    const back = await receive(`/#${response.replace("STATE", state ?? "")}`, storage);
    expect(await isSettled(back)).toMatchObject({ status: "unsent", reason });
    expect(JSON.stringify(storage.load("runs"))).not.toContain("codeVerifier");
    expect(bodies).toEqual([]);
  });

  test("is exchanged once if it is received twice", async () => {
    const bodies = stubOrg(async () => Response.json(idTokenless));
    const { state, storage } = await sendForCode();
    const response = `/#code=c&state=${state}`;
    const back = await receive(response, storage);
    back.page.address = new URL(response, redirectUri);
    await back.session.receive();
    await vi.waitFor(() =>
      expect(back.session.getState().runs[0]?.tokenRequest?.status).toBe("sent"),
    );
    expect(back.session.getState().runs.map(({ tokenRequest }) => tokenRequest)).toMatchObject([
      { status: "sent" },
      { status: "unsent", reason: "no_verifier" },
    ]);
    expect(bodies).toHaveLength(1);
  });

  test("waits for the user after a reload during the exchange", async () => {
    const never = new Promise<Response>(() => undefined);
    stubOrg(() => never);
    const { state, storage } = await sendForCode();
    const back = await receive(`/#code=c&state=${state}`, storage);
    await vi.waitFor(() =>
      expect(back.session.getState().shownRun?.tokenRequest).toMatchObject({
        tokenEndpoint: expect.any(String),
      }),
    );

    const bodies = stubOrg(async () => Response.json({ error: "invalid_grant" }, { status: 400 }));
    const reloaded = await receive("/", storage);
    expect(await isSettled(reloaded)).toMatchObject({ status: "unsent", reason: "interrupted" });
    expect(bodies).toEqual([]);
    await reloaded.session.exchangeCode(reloaded.session.getState().shownRun?.id ?? "");
    expect(await isSettled(reloaded)).toMatchObject({
      status: "sent",
      exchange: { kind: "error" },
    });
    expect(bodies).toHaveLength(1);
  });
});

describe("returning from the back/forward cache", () => {
  test("creates a new state and nonce", async () => {
    const { session } = openPage("/");
    const sent = session.getState().draft.request;
    await session.send();
    await session.resume();
    expect(session.getState().sending).toEqual({ status: "idle" });
    expect(session.getState().draft.request.state).not.toBe(sent.state);
    expect(session.getState().draft.request.nonce).not.toBe(sent.nonce);
  });

  test("doesn’t show a run that was cleared meanwhile", async () => {
    const { session, storage } = await sendAndReturn(accessTokenResponse);
    await openPage("/", storage).session.clear();
    await session.resume();
    expect(session.getState()).toMatchObject({ runs: [], shownRun: undefined });
  });

  test("shows and keeps the runs that arrived meanwhile", async () => {
    const { session, storage } = await sendAndReturn(accessTokenResponse);
    const shown = session.getState().shownRun?.id ?? "";
    await receive("/#error=access_denied", storage);
    await session.resume();
    const userInfo = parseClaimsSet('{"sub":"00u"}');
    if (!userInfo) throw new Error("Not a claims set");
    await session.changeRun(shown, { userInfo });
    expect(session.getState().shownRun).toMatchObject({ id: shown, userInfo });

    const { session: reloaded } = await receive("/", storage);
    expect(reloaded.getState().runs.map(({ responseText }) => responseText)).toEqual([
      expect.stringContaining("access_token=t"),
      "error=access_denied",
    ]);
  });
});

test("the origins of a run's claims are stored with the run", async () => {
  const { session, storage } = await sendAndReturn(accessTokenResponse);
  const claimOrigins = new Map([["roles", "groups"]] as const);
  await session.changeRun(session.getState().shownRun?.id ?? "", { claimOrigins });
  expect(session.getState().shownRun).toMatchObject({ claimOrigins });
  const { session: reloaded } = await receive("/", storage);
  expect(reloaded.getState().runs[0]?.claimOrigins).toEqual(claimOrigins);
});

describe("comparing fat and thin", () => {
  async function sendFat(buildResponse: (state: string | null) => string) {
    const { page, session, storage } = openPage("/");
    await session.send({ comparison: { step: "fat" } });
    const fat = page.sent;
    const back = await receive(`/#${buildResponse(fat.get("state"))}`, storage);
    return { fat, ...back };
  }

  test("does not send the second request after an error", async () => {
    const { fat, page } = await sendFat((state) => `error=access_denied&state=${state}`);
    expect(fat.get("response_type")).toBe("id_token");
    expect(page.left).toEqual([]);
  });

  test("does not send the second request after a response that was not requested", async () => {
    const { page, session } = await sendFat(() => "id_token=a.b.c&state=other");
    expect(session.getState().sending).toEqual({ status: "idle" });
    expect(page.left).toEqual([]);
  });

  test("does not send the second request if a token fails a check", async () => {
    const { page } = await sendFat((state) => `id_token=a.b.c&state=${state}`);
    expect(page.left).toEqual([]);
  });
});
