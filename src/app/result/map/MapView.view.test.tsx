import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { RequestChoice } from "../../request-choice.ts";
import type { SessionState } from "../../session-state.ts";
import { buildSessionState } from "../../test-session-state.ts";
import { buildRun, testClaims } from "../test-run.ts";
import type { Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import { MapView } from "./MapView.tsx";
import { buildMapQuestion } from "./map-question.ts";
import { predictMapByRules } from "./predict-map.ts";
import { buildSeen, buildTestDigest, clientId, orgUrl, userId } from "./test-map.ts";

const scopes = ["openid", "groups"];
const own: Partial<RequestChoice> = { org: "own", domain: orgUrl, clientId, scopes };

type Parts = {
  choice?: Partial<RequestChoice>;
  state?: Partial<SessionState>;
  digests?: readonly Digest[];
  fill?: Fill;
};

/** Returns metadata of the reader's own org. Only the org server has metadata. */
function stubMetadata() {
  const issuer = orgUrl;
  vi.stubGlobal("fetch", async (url: string) =>
    url === `${orgUrl}/.well-known/openid-configuration`
      ? Response.json({
          issuer,
          authorization_endpoint: `${issuer}/oauth2/v1/authorize`,
          jwks_uri: `${issuer}/oauth2/v1/keys`,
          scopes_supported: ["openid", "groups"],
        })
      : Response.json({ errorCode: "E0000007" }, { status: 404 }),
  );
}

async function renderMap({ choice = own, state = {}, digests = [], fill }: Parts = {}) {
  const actions = {
    record: vi.fn(),
    recordRuns: vi.fn(async () => undefined),
    start: vi.fn(async () => undefined),
    goOn: vi.fn(async () => undefined),
    stop: vi.fn(),
    resume: vi.fn(async () => undefined),
    reload: vi.fn(),
  };
  const handlers = { onShowRun: vi.fn(), onSend: vi.fn() };
  await render(
    <MapView
      state={buildSessionState(choice, state)}
      map={{ digests, fill }}
      loadMap={async () => actions}
      demoOrgStatus="ready"
      {...handlers}
    />,
  );
  return { ...actions, ...handlers };
}

const table = page.getByRole("table", { name: "Where groups go", exact: true });

function findCell(server: string, request: string, index: 0 | 1 | 2) {
  const row = table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: server, exact: true }) })
    .filter({ has: page.getByRole("rowheader", { name: request, exact: true }) });
  return row.getByRole("cell").nth(index);
}

function buildFill(change: Partial<Fill>): Fill {
  const { choice, draft } = buildSessionState(own);
  const question = buildMapQuestion({ choice, draft, signedInUser: undefined }, []);
  if (!question) throw new Error("no question");
  const rows = [...predictMapByRules(question).rows];
  return {
    id: "fill-1",
    question,
    query: "",
    startedAtSeconds: 1,
    rows,
    queue: rows.map(({ id }) => id),
    position: 3,
    attempts: 1,
    status: "running",
    failedRowIds: [],
    ...change,
  };
}

const needsUser = (error: string) => ({ kind: "needs-user", error }) as const;

beforeEach(stubMetadata);
afterEach(() => vi.unstubAllGlobals());

describe(MapView, () => {
  test("predicts every row, and sends no requests that would end on an error page", async () => {
    const { start } = await renderMap();
    await expect
      .element(findCell("Org", "ID token", 0))
      .toHaveAttribute("data-evidence", "predicted");
    await expect.element(findCell("Org", "ID token", 0)).toHaveTextContent("groups expected · fat");
    await expect.element(findCell("Org", "Both", 0)).toHaveTextContent("no groups · thin");
    await expect.element(findCell("Org", "Both", 1)).toHaveTextContent("never");
    await expect.element(findCell("Org", "ID token", 1)).toHaveTextContent("not requested");
    await expect.element(findCell("default", "Both", 1)).toHaveAttribute("data-groups", "refused");
    await expect.element(page.getByText(/not sent\. The org has no active/)).toBeVisible();
    await page.getByRole("button", { name: "Fill the map: 4 requests left" }).click();
    const [, rowIds] = start.mock.calls[0] as unknown as [unknown, ReadonlySet<string>];
    expect([...rowIds].every((id) => id.startsWith("org "))).toBe(true);
  });

  test("shows what was seen, and links to the run", async () => {
    const run = buildRun({ id: "run-1", number: 7, idToken: testClaims.fat });
    const { onShowRun } = await renderMap({ digests: [buildTestDigest()], state: { runs: [run] } });
    const cell = findCell("Org", "ID token", 0);
    await expect.element(cell).toHaveAttribute("data-evidence", "seen");
    await expect.element(cell).toHaveAttribute("data-groups", "yes");
    await expect.element(cell).toHaveTextContent("Seen: 2 groups · fat · run 7");
    await page.getByRole("button", { name: "run 7" }).click();
    expect(onShowRun).toHaveBeenCalledWith("run-1");
    await expect
      .element(page.getByRole("button", { name: "Fill the map: 3 requests left" }))
      .toBeVisible();
    await expect.element(page.getByText("User: it.user@example.com")).toBeVisible();
  });

  test("shows both the result and the prediction if they contradict each other", async () => {
    const both = buildTestDigest({
      responseType: "id_token token",
      cells: {
        idToken: buildSeen({
          kind: "claims",
          claims: [{ name: "groups", count: 2 }],
          weight: "thin",
        }),
      },
    });
    await renderMap({ digests: [both] });
    const cell = findCell("Org", "Both", 0);
    await expect.element(cell).toHaveAttribute("data-contradiction");
    await expect.element(cell).toHaveTextContent(/2 groups · thin ?Not as predicted: no groups/);
  });

  test("shows a refusal in every requested place", async () => {
    const cell = buildSeen({ kind: "refused", error: "access_denied" });
    const refused = buildTestDigest({
      responseType: "token",
      cells: { accessToken: cell, userInfo: cell },
    });
    await renderMap({ digests: [refused] });
    for (const index of [1, 2] as const) {
      const found = findCell("Org", "Access token", index);
      await expect.element(found).toHaveAttribute("data-groups", "refused");
      await expect.element(found).toHaveTextContent("Seen: refused: access_denied");
    }
    await expect
      .element(findCell("Org", "Access token", 0))
      .toHaveAttribute("data-groups", "not-requested");
  });

  test.each<[string, Partial<Digest>]>([
    ["user", { userId: "00uother", receivedAtSeconds: 1 }],
    ["scopes", { scopes: ["openid"] }],
    ["client ID", { clientId: "0oaother" }],
  ])("ignores a digest with another %s", async (_name, other) => {
    const newest = buildTestDigest({ responseType: "code", userId });
    await renderMap({ digests: [buildTestDigest(other), newest] });
    await expect
      .element(findCell("Org", "ID token", 0))
      .toHaveAttribute("data-evidence", "predicted");
  });

  test("shows a fill's progress, and stops the fill on a press of the button or of Escape", async () => {
    const { stop } = await renderMap({ fill: buildFill({}) });
    await expect.element(page.getByRole("progressbar", { name: "Filling the map" })).toBeVisible();
    await expect.element(page.getByText("3 of 8: Org, Code + PKCE")).toBeVisible();
    const button = page.getByRole("button", { name: "Stop", exact: true });
    await expect.element(button).toHaveFocus();
    button.element().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await vi.waitFor(() => expect(stop).toHaveBeenCalledTimes(1));
  });

  test.each<[string, Fill["pause"], RegExp, string | undefined]>([
    ["nobody is signed in", needsUser("login_required"), /Sign in once/, "Sign in and continue"],
    ["consent is missing", needsUser("consent_required"), /consent/, "Give consent and continue"],
    [
      "the org wants a page",
      needsUser("interaction_required"),
      /show a page/,
      "Sign in and continue",
    ],
    ["someone else signed in", { kind: "other-user" }, /is for one user/, undefined],
    ["the page was left", { kind: "interrupted" }, /error page/, "Continue"],
    [
      "the request can't be sent",
      { kind: "not-sent", message: "It is full." },
      /It is full/,
      "Try again",
    ],
  ])("says that %s, and how to continue", async (_name, pause, sentence, label) => {
    const { goOn } = await renderMap({
      fill: buildFill({ status: "paused", ...(pause && { pause }) }),
    });
    await expect.element(page.getByRole("alert")).toHaveTextContent(sentence);
    await expect.element(page.getByRole("alert")).toHaveTextContent("3 of 8 requests done");
    if (label === undefined) return;
    await page.getByRole("button", { name: label }).click();
    expect(goOn).toHaveBeenCalledWith(pause?.kind === "needs-user" ? "interactive" : "silent");
  });

  test("names the run of a response that can't be used", async () => {
    const fill = buildFill({ status: "done", failedRowIds: ["org id_token"] });
    const mark = { fillId: fill.id, rowId: "org id_token" };
    const failed = buildRun({ number: 3, request: { fill: mark } });
    const other = buildRun({
      number: 4,
      request: { fill: { ...mark, fillId: "fill-0" } } as never,
    });
    await renderMap({ fill, state: { runs: [failed, other] } });
    const words = /1 response can’t be used\. Open run 3 to see why\./;
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test("doesn't contact an org that a link chose", async () => {
    const contacted = vi.fn();
    vi.stubGlobal("fetch", contacted);
    await renderMap({ state: { isOrgFromLink: true } });
    await expect.element(page.getByRole("button", { name: /^Fill the map/ })).toBeDisabled();
    await expect.element(page.getByText(/A link chose this org/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Send: Org, ID token" })).toBeDisabled();
    expect(contacted).not.toHaveBeenCalled();
  });

  test("sends a single request on demand", async () => {
    const { onSend } = await renderMap();
    await page.getByRole("button", { name: "Send: Org, Code + PKCE" }).click();
    expect(onSend).toHaveBeenCalledWith({ server: "org", responseType: "code", scopes });
  });
});
