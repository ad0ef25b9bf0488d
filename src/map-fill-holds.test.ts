import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildSaveCall } from "./app/org-api/api-call.ts";
import { createOrgApi } from "./app/org-api/org-api.ts";
import { paths } from "./app/org-api/paths.ts";
import { buildMapQuestion } from "./app/result/map/map-question.ts";
import type { Session } from "./app/session.ts";
import { createTabStorage, type TabStorage } from "./app/tab-storage.ts";
import { openTestPage } from "./app/test-page.ts";
import { createTestStorage } from "./app/test-storage.ts";
import type { Configuration } from "./demo-org/model/configuration.ts";
import { seedConfiguration } from "./demo-org/seed/configuration.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  redirectUri,
  startTime,
  type TestBrowser,
  type TestOrg,
} from "./demo-org/test-support/test-org.ts";

// Fills the page's map from a demo org, one page load after another as in a browser. Checks which requests are sent, what
// is kept, and where the fill stops.

type Tab = {
  org: TestOrg;
  browser: TestBrowser;
  storage: TabStorage;
  /** The addresses to which the page has navigated, and by which method. */
  left: { url: string; how: "assign" | "replace" }[];
  isReload: boolean;
};

async function openTab(configuration?: Configuration): Promise<Tab> {
  const org = await createTestOrg({
    sessionCarrier: "store",
    ...(configuration && { configuration }),
  });
  const tab: Tab = {
    org,
    browser: org.openBrowser(),
    storage: createTabStorage(() => createTestStorage()),
    left: [],
    isReload: false,
  };
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) =>
    tab.org.fetch(new Request(url, init)),
  );
  vi.stubGlobal("window", {
    location: {
      assign: (url: string) => void tab.left.push({ url, how: "assign" }),
      replace: (url: string) => void tab.left.push({ url, how: "replace" }),
    },
    stop: () => undefined,
  });
  vi.spyOn(performance, "getEntriesByType").mockImplementation(() => [
    Object.assign(performance.mark("page"), { type: tab.isReload ? "reload" : "navigate" }),
  ]);
  return tab;
}

function openPage({ storage, left }: Tab, address: string): Session {
  return openTestPage(address, {
    storage,
    redirectUri,
    demoOrgUrl: baseUrl,
    onLeave: (url) => void left.push({ url, how: "assign" }),
  });
}

/** Starts a fill of every row of the map of the page. */
async function start(session: Session): Promise<void> {
  const { choice, draft } = session.getState();
  const map = await session.loadMap();
  const question = buildMapQuestion({ choice, draft, signedInUser: undefined }, []);
  if (!question) throw new Error("The demo org has a map.");
  const { predictMap } = await import("./app/result/map/predict-map.ts");
  const { rows } = await predictMap(question);
  await map.start(question, new Set(rows.map(({ id }) => id)));
}

/** Checks every 5 ms instead of every 50, because a fill waits for each of its pages. */
const waitFor = (check: () => void) => vi.waitFor(check, { interval: 5 });

const fillOf = (session: Session) => session.getState().map?.fill;

/** Follows redirects until the page sends no more requests. Returns the last page's session. */
async function follow(tab: Tab, from: Session, before?: (step: number) => void): Promise<Session> {
  let session = from;
  let step = 0;
  for (let next = tab.left.pop(); next; next = tab.left.pop()) {
    before?.(step++);
    const response = await tab.browser.get(next.url.slice(baseUrl.length));
    session = openPage(tab, response.headers.get("Location") ?? "");
    await session.receive();
    await waitFor(() => {
      const isGoingOn = fillOf(session)?.status === "running" && tab.left.length === 0;
      expect(isGoingOn).toBe(false);
    });
  }
  return session;
}

const person = "it.user@example.com";
const signIn = ({ browser }: Tab, name: string) => browser.signIn(name);

/** The cells of a response, as `place: outcome`. */
function listSeen(session: Session): Record<string, string> {
  const digests = session.getState().map?.digests ?? [];
  return Object.fromEntries(
    digests.flatMap(({ server, responseType, cells }) =>
      Object.entries(cells).flatMap(([place, seen]) => {
        const key = `${server.kind === "org" ? "org" : server.id} ${responseType}: ${place}`;
        if (!seen) return [];
        const { cell } = seen;
        const claims = cell.kind === "claims" && cell.claims;
        if (claims) return [[key, claims.map(({ name, count }) => `${name} ${count}`).join()]];
        return [[key, cell.kind === "refused" ? cell.error : cell.kind]];
      }),
    ),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: startTime });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("filling the map", () => {
  test("requests every row silently, and keeps no token and no run", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const sent: Tab["left"] = [...tab.left];
    const last = await follow(tab, session, () => undefined);
    expect(fillOf(last)).toMatchObject({ status: "done", failedRowIds: [] });
    expect(listSeen(last)).toEqual({
      "org id_token: idToken": "groups 2",
      "org token: accessToken": "",
      "org token: userInfo": "groups 2",
      "org id_token token: idToken": "",
      "org id_token token: accessToken": "",
      "org id_token token: userInfo": "groups 2",
      "org code: idToken": "groups 2",
      "org code: accessToken": "",
      "org code: userInfo": "groups 2",
      "default id_token: idToken": "",
      "default token: accessToken": "GroupsClaim 2",
      "default token: userInfo": "",
      "default id_token token: idToken": "",
      "default id_token token: accessToken": "GroupsClaim 2",
      "default id_token token: userInfo": "",
      "default code: idToken": "",
      "default code: accessToken": "GroupsClaim 2",
      "default code: userInfo": "",
    });
    expect(last.getState().runs).toEqual([]);
    expect(sent[0]?.url).toContain("prompt=none");
    const stored = JSON.stringify(["map-digests", "map-fill", "runs"].map(tab.storage.load));
    expect(stored).not.toMatch(/eyJ|Everyone|access_token/);
  });

  test("replaces the history entry of every request but the first", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const ways: string[] = [tab.left[0]?.how ?? ""];
    let page = session;
    while (tab.left.length > 0 && ways.length < 4) {
      const next = tab.left.pop();
      const response = await tab.browser.get(next?.url.slice(baseUrl.length) ?? "");
      page = openPage(tab, response.headers.get("Location") ?? "");
      await page.receive();
      await waitFor(() => expect(tab.left).toHaveLength(1));
      ways.push(tab.left[0]?.how ?? "");
    }
    expect(ways).toEqual(["assign", "replace", "replace", "replace"]);
    const map = await page.loadMap();
    map.stop();
    const last = await follow(tab, page);
    await waitFor(() => expect(fillOf(last)?.position).toBe(4));
    expect(fillOf(last)?.status).toBe("stopped");
    expect(tab.storage.load("map-fill")).toBeNull();
    // The response to the request that was already sent counts.
    expect(listSeen(last)).toHaveProperty("org code: idToken", "groups 2");
  });

  test("keeps the form as it is", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, `${redirectUri}?token=code&scope=openid+profile+groups`);
    const { choice } = session.getState();
    await start(session);
    const last = await follow(tab, session);
    expect(last.getState().choice).toEqual(choice);
  });

  test("asks the user to sign in if there is no session, and continues for that user", async () => {
    const tab = await openTab();
    const session = openPage(tab, redirectUri);
    await start(session);
    expect(tab.left).toEqual([]);
    expect(fillOf(session)).toMatchObject({ status: "paused", pause: { kind: "needs-user" } });

    await (await session.loadMap()).goOn("interactive");
    expect(tab.left[0]?.url).not.toContain("prompt=none");
    await signIn(tab, person);
    const last = await follow(tab, session);
    expect(fillOf(last)).toMatchObject({ status: "done", question: { login: person } });
    const digests = last.getState().map?.digests ?? [];
    expect(new Set(digests.map(({ userName }) => userName))).toEqual(new Set([person]));
    // The predictions were made again, for the user who signed in.
    expect(digests[1]?.predicted?.userInfo.claims).toEqual([{ name: "groups", count: 2 }]);
  });

  test("stops where the session ends half-way, and says why", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const last = await follow(tab, session, (step) => {
      if (step === 3) tab.org.advance(24 * 60 * 60);
    });
    expect(fillOf(last)).toMatchObject({
      status: "paused",
      position: 3,
      pause: { kind: "needs-user", error: "login_required" },
    });
  });

  test("stops where someone else signs in half-way", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    let signingIn: Promise<unknown> = Promise.resolve();
    const other = tab.org.openBrowser();
    const get = tab.browser.get;
    let step = 0;
    tab.browser = {
      ...tab.browser,
      get: async (...call) => {
        if (step++ === 2) {
          signingIn = other.signIn("joe.user@example.com", { prompt: "login" });
          await signingIn;
        }
        return get(...call);
      },
    };
    const last = await follow(tab, session);
    expect(fillOf(last)).toMatchObject({ status: "paused", pause: { kind: "other-user" } });
    const digests = last.getState().map?.digests ?? [];
    expect(digests).toHaveLength(2);
    expect(new Set(digests.map(({ userName }) => userName))).toEqual(new Set([person]));
  });

  test("records a refusal as a result and continues", async () => {
    const tab = await openTab();
    await signIn(tab, "outside.user@example.com");
    const session = openPage(tab, redirectUri);
    await start(session);
    const last = await follow(tab, session);
    expect(fillOf(last)?.status).toBe("done");
    expect(new Set(Object.values(listSeen(last)))).toEqual(new Set(["access_denied"]));
    expect(listSeen(last)).toHaveProperty("org code: userInfo");
    expect(last.getState().runs).toEqual([]);
  });

  test("lists a response that contradicts its prediction as a run", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const applied = await createOrgApi(
      baseUrl,
      fetch,
    )(
      buildSaveCall(paths.groupsClaim(clientId), {
        name: "groups",
        valueType: "GROUPS",
        groupFilterType: "EQUALS",
        value: "nothing",
      }),
    );
    expect(applied.kind).toBe("answered");
    const last = await follow(tab, session);
    expect(fillOf(last)?.status).toBe("done");
    const { runs, map } = last.getState();
    expect(runs.map((run) => run.request?.responseType)).toEqual([
      "id_token",
      "token",
      "id_token token",
      "code",
    ]);
    const seen = map?.digests.find(({ responseType }) => responseType === "id_token");
    expect(seen?.cells.idToken?.runId).toBe(runs[0]?.id);
  });

  test("includes the org's other servers, each with the scopes that it has", async () => {
    const tab = await openTab();
    const settings = { name: "Partners", description: "Partners", audiences: ["api://partners"] };
    const added = await createOrgApi(baseUrl, fetch)(buildSaveCall(paths.servers, settings));
    expect(added.kind).toBe("answered");
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const rows = fillOf(session)?.rows ?? [];
    const partners = rows.filter(({ serverName }) => serverName === "Partners");
    expect(partners).toHaveLength(4);
    expect(partners[0]?.scopes).toEqual(["openid", "profile", "email"]);
    // The server Partners has no access policy.
    expect(partners[0]?.cells.idToken).toMatchObject({ groups: "refused", error: "access_denied" });
    const last = await follow(tab, session);
    expect(fillOf(last)?.status).toBe("done");
    expect(last.getState().runs).toEqual([]);
  });

  test("sends no request that would end on an error page", async () => {
    const servers = seedConfiguration.customServers.map((server) => ({
      ...server,
      status: "INACTIVE" as const,
    }));
    const tab = await openTab({ ...seedConfiguration, customServers: servers });
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    expect(fillOf(session)?.queue).toHaveLength(4);
    const unsent = fillOf(session)?.rows.find(({ id }) => id.startsWith("custom/"))?.unsent;
    expect(unsent).toContain("is deactivated");
    expect(fillOf(await follow(tab, session))?.status).toBe("done");
  });

  test.each([
    ["goes on after a reload", true, "running", 1],
    ["only offers to go on where the page was opened otherwise", false, "paused", 0],
  ])("%s", async (_name, isReload, status, count) => {
    const tab = await openTab();
    await signIn(tab, person);
    await start(openPage(tab, redirectUri));
    tab.left.pop();
    tab.isReload = isReload;
    const session = openPage(tab, redirectUri);
    await session.receive();
    await waitFor(() => expect(tab.left).toHaveLength(count));
    expect(fillOf(session)?.status).toBe(status);
  });

  test("ends if a link opens the page with another request", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    await start(openPage(tab, redirectUri));
    tab.left.pop();
    tab.isReload = true;
    const session = openPage(tab, `${redirectUri}?token=code`);
    await session.receive();
    expect(fillOf(session)).toBeUndefined();
    expect(session.getState().choice.responseType).toBe("code");
    expect(tab.left).toEqual([]);
  });

  test("stops repeating a request that gets no response", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    await start(openPage(tab, redirectUri));
    tab.isReload = true;
    for (const status of ["running", "paused"]) {
      tab.left.length = 0;
      const session = openPage(tab, redirectUri);
      await session.receive();
      if (status === "running") await waitFor(() => expect(tab.left).toHaveLength(1));
      expect(fillOf(session)?.status).toBe(status);
    }
    expect(tab.left).toEqual([]);
  });

  test("leaves out a response that fails a check", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    await start(openPage(tab, redirectUri));
    const url = new URL(tab.left.pop()?.url ?? "");
    url.searchParams.set("nonce", "another");
    const response = await tab.browser.get(url.pathname + url.search);
    const session = openPage(tab, response.headers.get("Location") ?? "");
    await session.receive();
    await waitFor(() => expect(tab.left).toHaveLength(1));
    expect(session.getState().map?.digests).toEqual([]);
    expect(fillOf(session)?.failedRowIds).toEqual(["org id_token"]);
    // The failed response is listed as a run, so that the user can see the failed check.
    expect(session.getState().runs).toHaveLength(1);
  });

  test("leaves nothing once the user clears the results", async () => {
    const tab = await openTab();
    await signIn(tab, person);
    const session = openPage(tab, redirectUri);
    await start(session);
    const last = await follow(tab, session);
    await last.clear();
    expect(last.getState().map).toEqual({ digests: [], fill: undefined });
    expect(tab.storage.keys()).toEqual([]);
  });
});
