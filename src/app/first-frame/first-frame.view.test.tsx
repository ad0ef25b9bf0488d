import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { usesCode } from "../../oidc/authorization-request.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { App } from "../App.tsx";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { createPart } from "../part.ts";
import { addPendingRequest } from "../pending-requests.ts";
import { createPreferences } from "../preferences.ts";
import { buildRun, buildToken, nowSeconds, testClaims } from "../result/test-run.ts";
import type { Run } from "../run.ts";
import { createTabStorage } from "../tab-storage.ts";
import { openTestPage } from "../test-page.ts";
import { createTestStorage, openDisabledStorage } from "../test-storage.ts";
import { drawFirstFrame } from "./draw-first-frame.tsx";

const redirectUri = "http://localhost:5173/";
const preferences = createPreferences(createTestStorage);
const starting: DemoOrgStatus = { status: "starting" };
const demoOrg = {
  orgUrl: `${redirectUri}demo-org`,
  getStatus: () => starting,
  subscribe: () => () => undefined,
  start: () => undefined,
  retry: () => undefined,
};

let root: HTMLElement;
let rendered: Root | undefined;
beforeEach(() => {
  vi.useFakeTimers({ now: nowSeconds * 1000, toFake: ["Date"] });
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  rendered?.unmount();
  rendered = undefined;
  root.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens a tab, and receives the responses of the runs in order. */
async function land(runs: readonly Run[], query = "", openStorage?: () => Storage) {
  const opened = createTestStorage();
  const storage = createTabStorage(openStorage ?? (() => opened));
  const open = (fragment: string) =>
    openTestPage(`${redirectUri}${query}${fragment}`, {
      storage,
      redirectUri,
      demoOrgUrl: demoOrg.orgUrl,
      onLeave: () => undefined,
    });
  let session = open("");
  for (const { request, responseText } of runs) {
    if (request)
      addPendingRequest(storage, {
        ...request,
        query,
        ...(usesCode(request.responseType) && { codeVerifier: "verifier-1" }),
      });
    session = open(`#${responseText}`);
    await session.receive();
  }
  return session;
}

/** Opens a tab with a code that is being exchanged. `respond` sends the token endpoint's response. */
async function landWithCode() {
  let respond = (_tokens: object) => {};
  const response = new Promise<Response>((resolve) => {
    respond = (tokens) => resolve(Response.json({ token_type: "Bearer", ...tokens }));
  });
  vi.stubGlobal("fetch", async (url: string) =>
    url.endsWith("/token") ? response : new Response("", { status: 404 }),
  );
  const run = buildRun({
    parameters: { code: "code-1" },
    request: { org: "own", responseType: "code" },
  });
  const session = await land([run]);
  return { session, respond };
}

const tokens = (idToken: JsonObject) => ({
  id_token: buildToken(idToken),
  access_token: buildToken(testClaims.orgAccessToken),
});

const findHeading = () => root.querySelector("[data-tone] h2")?.textContent;

const draw = (session: Awaited<ReturnType<typeof land>>) =>
  drawFirstFrame(root, session.getState(), demoOrg.getStatus(), preferences);

/** Renders the app in place of the first frame. */
async function renderApp(session: Awaited<ReturnType<typeof land>>) {
  const results = createPart(() => import("../results.ts"));
  await results.load();
  rendered = createRoot(root);
  rendered.render(
    <StrictMode>
      <App
        {...{ session, demoOrg, preferences, results }}
        lessons={createPart(() => import("../lessons/LessonPart.tsx"))}
      />
    </StrictMode>,
  );
  await expect.poll(() => root.querySelector("[inert]")).toBeNull();
}

const landmarks = [
  "h1",
  "nav a",
  "header:has(h1) button",
  "form > div:first-child p, [data-folded] > div:first-child p",
  "[aria-label=Runs] button",
  "[role=tab]",
  "[role=switch]",
  "[data-tone=groups] h2",
  "[data-tone=groups] li",
  "[data-tone=groups] h2 ~ p",
];

function measure(): string[] {
  return landmarks.flatMap((selector) =>
    [...root.querySelectorAll<HTMLElement>(selector)]
      .filter((it) => it.checkVisibility() && !it.closest("[popover]"))
      .map((it) => {
        const { left, top, width, height } = it.getBoundingClientRect();
        // The verdict's buttons appear later beside the text, so the text's width can change.
        const box = it.matches("h2, p") ? [left, top, height] : [left, top, width, height];
        return `${selector} ${it.textContent}: ${box.map(Math.round).join(" ")}`;
      }),
  );
}

const fat = () => buildRun({ idToken: testClaims.fat });
const custom = () =>
  buildRun({
    accessToken: testClaims.customAccessToken,
    request: { server: { kind: "custom", id: "default" }, scopes: ["openid"], state: "state-2" },
  });
const many = () =>
  buildRun({
    idToken: {
      ...testClaims.fat,
      groups: Array.from({ length: 100 }, (_, index) => `Group ${index} of the organisation`),
    },
  });

describe(drawFirstFrame, () => {
  describe.each([320, 390, 700, 860, 1000, 1280, 1600])("at a width of %i", (width) => {
    test.each([
      ["two groups", [fat], ""],
      ["100 groups", [many], ""],
      ["groups in an access token, after another run", [fat, custom], ""],
      ["a presentation", [fat], "?present"],
    ])("draws everything in its final place for %s", async (_, runs, query) => {
      await page.viewport(width, 720);
      const session = await land(
        runs.map((it) => it()),
        query,
      );
      expect(draw(session)).toBe("groups");
      await expect
        .poll(() => root.querySelectorAll("[data-tone=groups] li").length)
        .toBeGreaterThan(1);
      const drawn = measure();
      await renderApp(session);
      // The chips scroll after their layout.
      await expect.poll(measure).toEqual(drawn);
    });
  });

  test("draws an inert frame, which can't be used or read out", async () => {
    draw(await land([fat()]));
    expect(root.firstElementChild?.matches("[inert]")).toBe(true);
  });

  test("names the user, and doesn't say who signed in", async () => {
    draw(await land([fat()]));
    expect(root.textContent).toContain("The token is about it.user@example.com.");
    expect(root.textContent).not.toContain("signed in");
    expect(root.textContent).not.toContain("Verified");
  });

  test("keeps the text for a page that can't be loaded", async () => {
    const failure = document.createElement("p");
    root.append(failure);
    draw(await land([fat()]));
    expect(root.lastElementChild).toBe(failure);
  });

  test.each<[string, () => Run]>([
    ["no groups", () => buildRun({ idToken: testClaims.thin })],
    [
      "a response that nobody requested",
      () => buildRun({ idToken: testClaims.fat, request: null }),
    ],
    ["another nonce", () => buildRun({ idToken: { ...testClaims.fat, nonce: "other" } })],
    [
      "another issuer",
      () => buildRun({ idToken: { ...testClaims.fat, iss: "https://evil.example" } }),
    ],
    [
      "an expired token",
      () => buildRun({ idToken: { ...testClaims.fat, exp: nowSeconds - 3600 } }),
    ],
    [
      "a token that was not requested",
      () =>
        buildRun({
          idToken: testClaims.fat,
          accessToken: testClaims.orgAccessToken,
          request: { responseType: "id_token" },
        }),
    ],
    ["an error", () => buildRun({ parameters: { error: "access_denied" } })],
    ["an unreadable response", () => buildRun({ idToken: "eyJ.x.y" })],
    [
      "a response that a hash router moved",
      () => ({ ...fat(), responseText: `/${fat().responseText}` }),
    ],
  ])("leaves %s to the page", async (_, run) => {
    expect(draw(await land([run()]))).toBeUndefined();
    expect(root.childElementCount).toBe(0);
  });

  test("leaves a comparison to the page", async () => {
    const tab = createTestStorage();
    const { runs } = (await land([fat()], "", () => tab)).getState();
    const thin = buildRun({
      idToken: testClaims.fat,
      request: {
        state: "state-2",
        comparison: { step: "thin", fatRunId: runs[0]?.id ?? "", isSilent: true },
      },
    });
    expect(draw(await land([thin], "", () => tab))).toBeUndefined();
  });

  test.each([
    ["a lesson", "?lesson=first-groups", undefined],
    ["a browser that stores nothing", "", openDisabledStorage],
  ])("leaves %s to the page", async (_, query, openStorage) => {
    expect(draw(await land([fat()], query, openStorage))).toBeUndefined();
  });
});

describe("a landing with a code", () => {
  const show = async (session: Awaited<ReturnType<typeof land>>) => {
    const { showFirstFrame } = await import("../landing.ts");
    return showFirstFrame(root, session, demoOrg.getStatus(), preferences);
  };

  test("says that the code is being exchanged, then where the groups are", async () => {
    const { session, respond } = await landWithCode();
    const shown = show(session);
    await expect.poll(findHeading).toBe("Exchanging the code for tokens…");
    const chip = root.querySelector("[aria-label=Runs]")?.getBoundingClientRect().top;
    respond(tokens({ ...testClaims.fat, at_hash: testClaims.thin.at_hash }));
    await shown;
    expect(findHeading()).toBe("Groups are in the ID token");
    expect(root.querySelectorAll("h1")).toHaveLength(1);
    expect(root.querySelector("[aria-label=Runs]")?.getBoundingClientRect().top).toBe(chip);
    await renderApp(session);
    expect(findHeading()).toBe("Groups are in the ID token");
  });

  test.each([
    ["no groups", tokens({ ...testClaims.thin })],
    ["another nonce", tokens({ ...testClaims.fat, nonce: "other" })],
    ["an error", { error: "invalid_grant" }],
  ])("leaves %s to the page", async (_, body) => {
    const { session, respond } = await landWithCode();
    const shown = show(session);
    await expect.poll(findHeading).toBe("Exchanging the code for tokens…");
    respond(body);
    await shown;
    expect(root.querySelector("[data-tone=groups]")).toBeNull();
    await renderApp(session);
    await expect.poll(findHeading).not.toBe("Exchanging the code for tokens…");
  });

  test("leaves the exchange to the page if the token endpoint takes long", async () => {
    const { session } = await landWithCode();
    await show(session);
    expect(findHeading()).toBe("Exchanging the code for tokens…");
    await renderApp(session);
    expect(findHeading()).toBe("Exchanging the code for tokens…");
  });
});
