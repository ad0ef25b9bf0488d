import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CauseRow } from "../e2e/support/causes/cause-row.ts";
import { causesWithoutRow } from "../e2e/support/causes/causes-without-row.ts";
import { changeOrg, type SendCall } from "../e2e/support/causes/change-org.ts";
import { placementCauses, valueCauses } from "../e2e/support/causes/claim-causes.ts";
import { refusalCauses } from "../e2e/support/causes/refusal-causes.ts";
import { requestCauses } from "../e2e/support/causes/request-causes.ts";
import { nodeOrg } from "../e2e/support/targets.ts";
import { checkRun } from "./app/checks/check-run.ts";
import { verifyRun } from "./app/checks/verify-run.ts";
import { describeVerdict } from "./app/result/verdict/describe-verdict.ts";
import type { Verdict } from "./app/result/verdict/verdict-data.ts";
import type { Run } from "./app/run.ts";
import type { Session } from "./app/session.ts";
import { createTabStorage, type TabStorage } from "./app/tab-storage.ts";
import { openTestPage } from "./app/test-page.ts";
import { createTestStorage } from "./app/test-storage.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  parseTransactionId,
  redirectUri,
  startTime,
  type TestOrg,
} from "./demo-org/test-support/test-org.ts";
import { fetchMetadata } from "./oidc/discovery.ts";
import { type Checks, decideUserInfoCall } from "./oidc/trust.ts";
import { issuerOf } from "./okta/authorization-server.ts";

// What the page says of each cause in an org whose set-up it can't read: the cause must be among those it lists, and
// first where nothing else fits. `causes.spec.ts` has the same rows where it can.

const rows = [...requestCauses, ...placementCauses, ...valueCauses, ...refusalCauses];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: startTime });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each(rows.map((row) => [row.cause, row] as const))("%s", async (_cause, row) => {
  const org = await createTestOrg();
  const send = sendTo(org);
  await changeOrg(send, baseUrl, row.setUp);
  const run = await signIn(org, row);
  if (row.later) await changeOrg(send, baseUrl, row.later);

  const verdict = await describe(run);
  const title = row.elsewhere ?? row.heading;
  expect(row.isFirstElsewhere ? [verdict.heading] : listTitles(verdict)).toContainEqual(
    expect.stringMatching(title),
  );
});

test("each of the 35 numbered causes has a row, or a reason why not", () => {
  const numbers = [...rows, ...causesWithoutRow].flatMap(({ cause }) =>
    /^[\d, ]+(?=:)/.test(cause) ? cause.slice(0, cause.indexOf(":")).split(", ").map(Number) : [],
  );
  const all = Array.from({ length: 35 }, (_, index) => index + 1);
  expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(all);
});

function listTitles({ heading, cause, others }: Verdict): string[] {
  return [heading, ...[cause, ...others].flatMap((reason) => reason?.title ?? [])];
}

function sendTo(org: TestOrg): SendCall {
  return async (method, url, body) => {
    const response = await org.fetch(
      new Request(url, {
        method,
        headers: { Authorization: "SSWS demo-api-token", "Content-Type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, text: await response.text() };
  };
}

/** Sends the row's request from the page, as to an org of the user's own, and signs its user in. */
async function signIn(org: TestOrg, { request, person }: CauseRow): Promise<Run> {
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => org.fetch(new Request(url, init)));
  const storage = createTabStorage(() => createTestStorage());
  const query = new URLSearchParams({ ...request, org: baseUrl, client_id: clientId });
  const sent: string[] = [];
  const page = openPage(`${redirectUri}?${query}`, storage, sent);
  await vi.waitFor(async () => {
    await page.send();
    expect(sent).not.toEqual([]);
  });

  const path = (sent[0] ?? "").slice(baseUrl.length);
  const browser = org.openBrowser();
  const answer = await browser.get(path);
  const response = answer.headers.has("Location")
    ? answer
    : await browser.post("/login/demo", {
        transaction: parseTransactionId(await answer.text()),
        person: person ?? nodeOrg.username,
      });
  const landed = openPage(response.headers.get("Location") ?? "", storage, sent);
  await landed.receive();
  return vi.waitFor(() => {
    const { shownRun } = landed.getState();
    if (!shownRun || shownRun.tokenRequest?.status === "sending") throw new Error("Not yet.");
    return shownRun;
  });
}

/** A page at an address, which leaves for the addresses in `sent`. It has an org of its own, which is not `baseUrl`. */
function openPage(address: string, storage: TabStorage, sent: string[]): Session {
  return openTestPage(address, {
    storage,
    redirectUri,
    demoOrgUrl: `${new URL(redirectUri).origin}/demo-org`,
    onLeave: (url) => void sent.push(url),
  });
}

/** What the page says once it has checked the response and read the server's metadata. */
async function describe(run: Run): Promise<Verdict> {
  const nowSeconds = Date.now() / 1000;
  const { signal } = new AbortController();
  const verified = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
  const checks: Checks = { status: "done", results: [...checkRun(run, nowSeconds), ...verified] };
  return describeVerdict({
    run,
    runs: [run],
    checks,
    userInfo: {
      status: "not-called",
      decision: decideUserInfoCall(checks),
      call: () => undefined,
    },
    nowSeconds,
    pageOrigin: new URL(redirectUri).origin,
    serverScopes: await fetchServerScopes(run),
  });
}

async function fetchServerScopes({ request }: Run): Promise<readonly string[] | undefined> {
  if (request?.server.kind !== "custom") return undefined;
  const answer = await fetchMetadata({ issuer: issuerOf(baseUrl, request.server), fetch });
  return answer.kind === "loaded" ? answer.metadata.scopesSupported : undefined;
}
