import { expect, test } from "vitest";
import { lessons } from "./app/lessons/catalogue/lessons.ts";
import { checkStep } from "./app/lessons/check/check-step.ts";
import type { Lesson, LessonStep } from "./app/lessons/lesson.ts";
import { createLessonOrg } from "./app/lessons/set-up/lesson-org.ts";
import { createSnapshotStore } from "./app/lessons/set-up/snapshot-store.ts";
import type { Run, TokenRequestState } from "./app/run.ts";
import { fetchOrgSetUp } from "./app/set-up/fetch-org-set-up.ts";
import { createTestStorage } from "./app/test-storage.ts";
import { exchangeCode } from "./demo-org/test-support/client-calls.ts";
import { verifier } from "./demo-org/test-support/code-flow-org.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  startTime,
  type TestBrowser,
  type TestOrg,
} from "./demo-org/test-support/test-org.ts";
import { usesCode } from "./oidc/authorization-request.ts";
import { parseClaimsSet } from "./oidc/claims-set.ts";
import { parseResponse } from "./oidc/parsed-response.ts";
import { computeCodeChallenge } from "./oidc/pkce.ts";
import { parseTokenResponse } from "./oidc/token-request.ts";
import type { AuthorizationServer } from "./okta/authorization-server.ts";

// Runs each lesson in the demo org: the org accepts the lesson's set-up, each step passes its check, and the org is
// restored afterwards. The user's own org with the same set-up passes the same checks.

test.each(lessons.map((lesson) => [lesson.title, lesson] as const))(
  "each step of the lesson passes its check: %s",
  async (_title, lesson) => {
    const org = await createTestOrg();
    const fetchFromOrg: typeof fetch = (url, init) => org.fetch(new Request(url, init));
    const lessonOrg = createLessonOrg(
      baseUrl,
      createSnapshotStore(createTestStorage, createMemory()),
      fetchFromOrg,
    );
    const before = await exportOrg(org);
    let run: Run | undefined;
    for (const [index, step] of lesson.steps.entries()) {
      const prepared = await lessonOrg.prepare(lesson, index + 1, { hasConsent: true });
      expect([step.title, prepared.kind]).toEqual([step.title, "ready"]);
      if (step.about !== "response" || !run) run = await sendStep(org, step);
      run = await callUserInfoIfNeeded(org, step, run);
      const check = checkStep(step, {
        run,
        isDemoOrg: true,
        setUp: await fetchSetUp(step, fetchFromOrg),
        isSetUp: true,
      });
      expect([step.title, check]).toMatchObject([step.title, { status: "done" }]);
      const elsewhere = checkStep(step, { run, isDemoOrg: false });
      expect([step.title, elsewhere]).toMatchObject([step.title, { status: "done" }]);
    }
    await lessonOrg.restore();
    expect(await exportOrg(org)).toEqual(before);
  },
);

test.each(lessons.map((lesson) => [lesson.title, lesson] as const))(
  "each step says what to watch in at most two sentences: %s",
  (_title, { steps }: Lesson) => {
    for (const { watch } of steps) {
      expect([watch, watch.split(/(?<=[.!?])\s+(?=[A-Z“])/).length <= 2]).toEqual([watch, true]);
    }
  },
);

function serverOf({ request }: LessonStep): AuthorizationServer {
  return request.server === "org" ? { kind: "org" } : { kind: "custom", id: "default" };
}

async function sendStep(org: TestOrg, step: LessonStep): Promise<Run> {
  const { responseType, scopes } = step.request;
  const path = step.request.server === "org" ? "" : "/default";
  const browser: TestBrowser = org.openBrowser();
  // Sign in separately, because the org refuses some requests before it shows the sign-in page.
  await browser.signIn(step.person, { scope: "openid" });
  const redirect = await browser.authorize(
    {
      response_type: responseType,
      scope: scopes.join(" "),
      ...(usesCode(responseType) && {
        code_challenge: await computeCodeChallenge(verifier),
        code_challenge_method: "S256",
      }),
    },
    path,
  );
  const url = new URL(redirect.headers.get("Location") ?? "");
  const responseText = (url.hash || url.search).slice(1);
  const response = parseResponse(responseText, url.hash ? "fragment" : "query");
  const code = response.kind === "success" ? response.code : undefined;
  return {
    id: step.title,
    number: 1,
    receivedAtSeconds: startTime / 1000,
    origin: "requested",
    request: {
      state: "myState",
      nonce: "myNonce",
      org: "demo",
      orgUrl: baseUrl,
      server: serverOf(step),
      clientId,
      responseType,
      scopes: [...scopes],
      query: "",
      sentAtSeconds: startTime / 1000,
    },
    expectedState: undefined,
    response,
    responseText,
    tokenRequest: code === undefined ? undefined : await exchange(org, code, path),
    userInfo: undefined,
  };
}

async function exchange(
  org: TestOrg,
  code: string,
  path: "" | "/default",
): Promise<TokenRequestState> {
  const { status, body } = await exchangeCode(org, code, {}, path);
  const responseText = { kind: "answered", status, text: JSON.stringify(body) } as const;
  return {
    status: "sent",
    tokenEndpoint: `${baseUrl}/oauth2${path}/v1/token`,
    sentAtSeconds: startTime / 1000,
    exchange: parseTokenResponse(responseText),
    responseText,
  };
}

async function callUserInfoIfNeeded(org: TestOrg, step: LessonStep, run: Run): Promise<Run> {
  const { expected } = step;
  if (!("place" in expected) || expected.place !== "UserInfo") return run;
  const accessToken = run.response.kind === "success" ? run.response.accessToken?.raw : undefined;
  const path = step.request.server === "org" ? "" : "/default";
  const answer = await org
    .openBrowser()
    .get(`/oauth2${path}/v1/userinfo`, { Authorization: `Bearer ${accessToken}` });
  const userInfo = parseClaimsSet(await answer.text());
  return userInfo ? { ...run, userInfo } : run;
}

function fetchSetUp(step: LessonStep, fetchFromOrg: typeof fetch) {
  const { responseType, scopes } = step.request;
  const user = { login: step.person };
  const question = { server: serverOf(step), clientId, user, scopes, responseType };
  return fetchOrgSetUp(baseUrl, question, fetchFromOrg);
}

async function exportOrg(org: TestOrg): Promise<unknown> {
  const headers = { Authorization: "SSWS demo-api-token" };
  const response = await org.fetch(new Request(`${baseUrl}/demo/v1/configuration`, { headers }));
  return response.json();
}

function createMemory() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => values.get(key),
    set: async (key: string, value: unknown) => void values.set(key, value),
    del: async (key: string) => void values.delete(key),
  };
}
