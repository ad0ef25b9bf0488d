import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Fix } from "../e2e/support/causes/cause-row.ts";
import { causesWithoutRow } from "../e2e/support/causes/causes-without-row.ts";
import { changeOrg, type SendCall } from "../e2e/support/causes/change-org.ts";
import { placementCauses, valueCauses } from "../e2e/support/causes/claim-causes.ts";
import { refusalCauses } from "../e2e/support/causes/refusal-causes.ts";
import { requestCauses } from "../e2e/support/causes/request-causes.ts";
import { nodeOrg } from "../e2e/support/targets.ts";
import { checkRun } from "./app/checks/check-run.ts";
import { verifyRun } from "./app/checks/verify-run.ts";
import { issuedTokens } from "./app/issued-tokens.ts";
import type { SentRequest } from "./app/pending-requests.ts";
import { parseChoice } from "./app/request-choice.ts";
import { findUserId } from "./app/result/claims-sources.ts";
import { toChoice } from "./app/result/to-choice.ts";
import { describeVerdict } from "./app/result/verdict/describe-verdict.ts";
import { listActions } from "./app/result/verdict/label-set-up-change.ts";
import type { Verdict } from "./app/result/verdict/verdict-data.ts";
import type { Run } from "./app/run.ts";
import type { Session } from "./app/session.ts";
import { applySetUpChange } from "./app/set-up/apply-set-up-change.ts";
import { fetchOrgSetUp } from "./app/set-up/fetch-org-set-up.ts";
import { createTabStorage } from "./app/tab-storage.ts";
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
import { fetchUserInfo } from "./oidc/userinfo.ts";
import { issuerOf, userInfoEndpointOf } from "./okta/authorization-server.ts";
import type { OrgSetUp } from "./okta/org-set-up.ts";

// Checks what the page says about each cause, in an org that has the cause. `e2e/causes.spec.ts` shows a few in a browser.

const rows = [...requestCauses, ...placementCauses, ...valueCauses, ...refusalCauses];
const namedRows = rows.map((row) => [row.cause, row] as const);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: startTime });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each(namedRows)("the page names and fixes in the demo org: %s", async (_cause, row) => {
  const { person = nodeOrg.username } = row;
  const tab = await openTab(baseUrl, person);
  const query = new URLSearchParams({ ...row.request, person });
  await changeOrg(tab.callApi, baseUrl, row.setUp);
  const landed = await sendFrom(tab, tab.openPage(`${redirectUri}?${query}`));
  if (row.later) await changeOrg(tab.callApi, baseUrl, row.later);

  const verdict = await describe(landed.run);
  expect(verdict.heading).toMatch(row.heading);
  const { incomplete } = verdict;
  if (row.incomplete)
    expect(`${incomplete?.title}. ${incomplete?.expected}`).toMatch(row.incomplete);

  const { tone, groups } = await describe(await fix(tab, row.fix, landed, verdict));
  expect(tone).toBe("groups");
  const listed = groups.flatMap((found) => found.groups);
  expect(listed).toEqual(expect.arrayContaining([...row.groups]));
});

// Without the set-up, no cause is certain: a cause is listed first only if no other one fits.
test.each(namedRows)("the page lists, if the set-up can’t be read: %s", async (_cause, row) => {
  const tab = await openTab("https://app.example/demo-org", row.person ?? nodeOrg.username);
  const query = new URLSearchParams({ ...row.request, org: baseUrl, client_id: clientId });
  await changeOrg(tab.callApi, baseUrl, row.setUp);
  const { run } = await sendFrom(tab, tab.openPage(`${redirectUri}?${query}`));
  if (row.later) await changeOrg(tab.callApi, baseUrl, row.later);

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
  return [heading, ...[cause, ...others].flatMap((it) => it?.title ?? [])];
}

/** Follows the verdict's button, or sends the request again after an admin's steps. */
async function fix(tab: Tab, fix: Fix, { page, run }: Landed, verdict: Verdict): Promise<Run> {
  if ("steps" in fix) {
    await changeOrg(tab.callApi, baseUrl, fix.steps);
    return (await sendFrom(tab, page)).run;
  }
  const { primary, secondary, incomplete } = verdict;
  const actions = [primary, ...secondary, ...(incomplete ? listActions(incomplete) : [])];
  const action = actions.find((shown) => shown && fix.button.test(shown.label));
  expect(action?.kind === "call-user-info").toBe(fix.staysOnPage === true);
  switch (action?.kind) {
    case "call-user-info":
      return callUserInfo(page, run);
    case "change-set-up":
      expect(await applySetUpChange(baseUrl, action.change)).toEqual({ kind: "done" });
      break;
    case "change":
      page.choose(toChoice(action.request));
      break;
    case "send-again":
      break;
    default:
      throw new Error(`The verdict has no button ${fix.button} with a request: ${action?.kind}.`);
  }
  return (await sendFrom(tab, page)).run;
}

async function callUserInfo(page: Session, run: Run): Promise<Run> {
  expect(decideUserInfoCall(await check(run)).kind).toBe("allow");
  const { accessToken } = issuedTokens(run);
  if (!accessToken || !run.request) throw new Error("The run has no access token.");
  const endpoint = userInfoEndpointOf(baseUrl, run.request.server);
  const answer = await fetchUserInfo({ endpoint, accessToken: accessToken.raw, fetch });
  if (answer.kind !== "claims") throw new Error(`UserInfo returned ${answer.kind}.`);
  await page.changeRun(run.id, { userInfo: answer.set });
  return findShownRun(page);
}

type Tab = {
  callApi: SendCall;
  openPage: (address: string) => Session;
  /** Follows the request that a page has sent, signs in if asked to, and returns the redirect to the page. */
  follow: () => Promise<string>;
};

/** A tab with a new org at `baseUrl`, which is the page's demo org or the user's own. */
async function openTab(demoOrgUrl: string, person: string): Promise<Tab> {
  const org = await createTestOrg();
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => org.fetch(new Request(url, init)));
  const browser = org.openBrowser();
  const storage = createTabStorage(() => createTestStorage());
  const sent: string[] = [];
  return {
    callApi: createCaller(org),
    openPage: (address) =>
      openTestPage(address, {
        storage,
        redirectUri,
        demoOrgUrl,
        onLeave: (url) => void sent.push(url),
      }),
    async follow() {
      const url = sent.pop();
      if (url === undefined) throw new Error("The page has sent no request.");
      const answer = await browser.get(url.slice(baseUrl.length));
      const transaction = parseTransactionId(await answer.text());
      const redirect = answer.headers.has("Location")
        ? answer
        : await browser.post("/login/demo", { transaction, person });
      return redirect.headers.get("Location") ?? "";
    },
  };
}

function createCaller(org: TestOrg): SendCall {
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

type Landed = { page: Session; run: Run };

/** Sends the page's request, and opens the page with the response. */
async function sendFrom(tab: Tab, from: Session): Promise<Landed> {
  await from.send();
  const page = tab.openPage(await tab.follow());
  await page.receive();
  return { page, run: await findShownRun(page) };
}

function findShownRun(page: Session): Promise<Run> {
  const find = () => {
    const { shownRun } = page.getState();
    if (!shownRun || shownRun.tokenRequest?.status === "sending") throw new Error("Not yet.");
    return shownRun;
  };
  return vi.waitFor(find, { interval: 5 });
}

/** Returns the page's verdict on a run, after all checks and with everything that the page can read of the org. */
async function describe(run: Run): Promise<Verdict> {
  const checks = await check(run);
  const setUp = run.request?.org === "demo" ? await fetchSetUp(run.request, run) : undefined;
  return describeVerdict({
    run,
    runs: [run],
    checks,
    userInfo: {
      status: "not-called",
      decision: decideUserInfoCall(checks),
      call: () => undefined,
    },
    nowSeconds: Date.now() / 1000,
    pageOrigin: new URL(redirectUri).origin,
    userGroups: setUp?.user?.groups,
    setUp,
    serverScopes: await fetchServerScopes(run),
  });
}

async function check(run: Run): Promise<Checks> {
  const { signal } = new AbortController();
  const verified = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
  return { status: "done", results: [...checkRun(run, Date.now() / 1000), ...verified] };
}

/** Fetches the org's set-up with the user whom the tokens name. Without tokens, it is the user whom the request names. */
async function fetchSetUp(request: SentRequest, run: Run): Promise<OrgSetUp> {
  const id = findUserId(run);
  const user = id === undefined ? { login: parseChoice(request.query).person } : { id };
  const setUp = await fetchOrgSetUp(baseUrl, { ...request, user });
  if (!setUp) throw new Error("The set-up could not be read.");
  return setUp;
}

async function fetchServerScopes({ request }: Run): Promise<readonly string[] | undefined> {
  if (request?.server.kind !== "custom") return undefined;
  const answer = await fetchMetadata({ issuer: issuerOf(baseUrl, request.server), fetch });
  return answer.kind === "loaded" ? answer.metadata.scopesSupported : undefined;
}
