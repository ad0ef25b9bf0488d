import { describe, expect, test } from "vitest";
import { createSession } from "./session.ts";
import { createTabStorage, type TabStorage } from "./tab-storage.ts";
import { openSwitchedOffStorage } from "./test-storage.ts";

const redirectUri = "http://localhost:5173/";

/** A window as far as the session touches one: an address, and a history whose newest entry can be replaced. */
function openPage(address: string, storage: TabStorage = createTabStorage(openSwitchedOffStorage)) {
  const page = { address: new URL(address, redirectUri), left: [] as string[] };
  const session = createSession({
    storage,
    demoOrgUrl: "http://localhost:5173/demo-org",
    redirectUri,
    loadMemory: () => import("./memory.ts"),
    window: {
      location: {
        get hash() {
          return page.address.hash;
        },
        get search() {
          return page.address.search;
        },
        assign: (url: string) => page.left.push(url),
      },
      history: {
        replaceState(_state, _title, url) {
          page.address = new URL(url, page.address);
        },
      },
    },
  });
  return { page, session, storage };
}

async function sendAndReturn(answer: (state: string) => string) {
  const { page, session, storage } = openPage("/");
  session.choose({ responseType: "token", server: "custom" });
  await session.send();
  const sent = new URL(page.left[0] ?? "");
  const back = openPage(`/#${answer(sent.searchParams.get("state") ?? "")}`, storage);
  await back.session.receive();
  return { sent, ...back };
}

describe(createSession, () => {
  test("sends what it shows", async () => {
    const { page, session } = openPage("/");
    const { state, nonce } = session.getState().draft.request;
    await session.send();
    const sent = new URL(page.left[0] ?? "");
    expect(sent.searchParams.get("state")).toBe(state);
    expect(sent.searchParams.get("nonce")).toBe(nonce);
    expect(sent.origin + sent.pathname).toBe("http://localhost:5173/demo-org/oauth2/v1/authorize");
  });

  test("has somebody asked who they are, though the org knows somebody already", async () => {
    const { page, session } = openPage("/");
    await session.send(undefined, "login");
    expect(new URL(page.left[0] ?? "").searchParams.get("prompt")).toBe("login");
  });

  test("takes an answer out of the query too, where a request made by hand is answered", async () => {
    const { page, session } = openPage("/?error=access_denied&state=s&server=default");
    await session.receive();
    expect(page.address.search).toBe("?server=default");
    expect(session.getState().currentRun).toMatchObject({
      fragment: "error=access_denied&state=s&server=default",
      cameInQuery: true,
    });
  });

  test("takes an answer out of the address bar and sets the form as it was", async () => {
    const { page, session } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    expect(page.address.hash).toBe("");
    expect(page.address.href).not.toContain("access_token");
    expect(session.getState().choice).toMatchObject({ responseType: "token", server: "custom" });
    expect(session.getState().landed?.run.request?.responseType).toBe("token");
  });

  test.each([
    ["without a state", "error=invalid_request"],
    ["with a state that is not its own", "error=invalid_request&state=other"],
  ])("keeps the form for an answer %s", async (_case, answer) => {
    const { session } = await sendAndReturn(() => answer);
    expect(session.getState().landed?.run).not.toHaveProperty("request");
    expect(session.getState().choice).toMatchObject({ responseType: "token", server: "custom" });
  });

  test("shows the choice of a link that brings an answer along", async () => {
    const { storage } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    const { session } = openPage("/?scope=openid+email#error=invalid_request", storage);
    await session.receive();
    expect(session.getState().choice).toMatchObject({ responseType: "id_token", server: "org" });
    expect(session.getState().choice.scopes).toEqual(["openid", "email"]);
  });

  test("accepts an answer once", async () => {
    const { storage, sent } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    const again = openPage(`/#access_token=t&state=${sent.searchParams.get("state")}`, storage);
    await again.session.receive();
    expect(again.session.getState().landed?.run).toMatchObject({ isRepeat: true });
    expect(again.session.getState().landed?.run).not.toHaveProperty("request");
  });

  test("keeps the answer over a reload, but does not take it for a new landing", async () => {
    const { storage } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    const reloaded = openPage("/", storage).session;
    await reloaded.receive();
    expect(reloaded.getState().currentRun?.fragment).toContain("access_token=t");
    expect(reloaded.getState().landed?.run).toBeUndefined();
  });

  test("forgets every run and every request", async () => {
    const { session, storage } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    await session.forget();
    expect(session.getState()).toMatchObject({ runs: [], currentRun: undefined });
    expect(storage.holdsAnything()).toBe(false);
    const reloaded = openPage("/", storage).session;
    await reloaded.receive();
    expect(reloaded.getState().runs).toEqual([]);
  });

  test("draws another state and nonce when it comes back out of the browser's cache", async () => {
    const { session } = openPage("/");
    const sent = session.getState().draft.request;
    await session.send();
    await session.resume();
    expect(session.getState().sending).toEqual({ status: "idle" });
    expect(session.getState().draft.request.state).not.toBe(sent.state);
    expect(session.getState().draft.request.nonce).not.toBe(sent.nonce);
  });

  test("shows no answer out of the browser's cache that was forgotten meanwhile", async () => {
    const { session, storage } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    const later = openPage("/", storage).session;
    await later.receive();
    await later.forget();
    await session.resume();
    expect(session.getState()).toMatchObject({ runs: [], currentRun: undefined });
  });

  test("has the answers that came while it was in the browser's cache, and keeps them", async () => {
    const { session, storage } = await sendAndReturn((state) => `access_token=t&state=${state}`);
    const shown = session.getState().currentRun?.id ?? "";
    await openPage("/#error=access_denied", storage).session.receive();
    await session.resume();
    await session.keepUserInfo(shown, { sub: "00u" });
    expect(session.getState().currentRun).toMatchObject({ id: shown, userInfo: { sub: "00u" } });

    const reloaded = openPage("/", storage).session;
    await reloaded.receive();
    expect(reloaded.getState().runs.map(({ fragment }) => fragment)).toEqual([
      "error=access_denied",
      expect.stringContaining("access_token=t"),
    ]);
  });

  test("asks for the thin token by itself once the fat one of a comparison is here", async () => {
    const { page, session, storage } = openPage("/");
    await session.send({ step: "fat" });
    const fat = new URL(page.left[0] ?? "");
    expect(fat.searchParams.get("response_type")).toBe("id_token");

    const back = openPage(`/#id_token=a.b.c&state=${fat.searchParams.get("state")}`, storage);
    await back.session.receive();
    expect(back.page.left).toHaveLength(1);
    const thin = new URL(back.page.left[0] ?? "").searchParams;
    expect(thin.get("response_type")).toBe("id_token token");
    expect(thin.get("prompt")).toBe("none");
    expect(thin.get("state")).not.toBe(fat.searchParams.get("state"));
  });

  test("sends nothing on for a comparison whose first answer nobody asked for", async () => {
    const { page, session, storage } = openPage("/");
    await session.send({ step: "fat" });
    expect(page.left).toHaveLength(1);
    const back = openPage("/#id_token=a.b.c&state=other", storage);
    await back.session.receive();
    expect(back.session.getState().sending).toEqual({ status: "idle" });
    expect(back.page.left).toEqual([]);
  });

  test("does not send a request that lacks something", async () => {
    const { page, session } = openPage("/?org=dev-123.okta.com");
    await session.send();
    expect(session.getState().sending).toEqual({ status: "incomplete" });
    expect(page.left).toEqual([]);
  });
});
