import type { Check } from "../../../oidc/check.ts";
import { decideUserInfoCall, isReasonToRefuse } from "../../../oidc/trust.ts";
import { callUserInfo } from "../../call-user-info.ts";
import { checkRun } from "../../checks/check-run.ts";
import { fetchSignedInUser } from "../../demo-org-api.ts";
import { exchangeCode } from "../../exchange-code.ts";
import { explainUserInfoFailure } from "../../explain-user-info-failure.ts";
import { issuedTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { findUserId } from "../claims-sources.ts";
import { needsUser } from "../verdict/describe-refusal.ts";
import { assignUser, type Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import { predictMap } from "./predict-map.ts";

type Network = Pick<
  Parameters<typeof exchangeCode>[1],
  "fetch" | "nowSeconds" | "redirectUri" | "demoOrg"
>;

export type CheckedResponse = {
  run: Run;
  isRefused: boolean;
  userInfo: { error: string } | { problem: string } | undefined;
};

export function findInteractionError({ response }: Run): string | undefined {
  return response.kind === "error" && needsUser.includes(response.error)
    ? response.error
    : undefined;
}

/** Exchanges the code, checks the response, and calls UserInfo if `openid` was requested and no check forbids it. */
export async function completeResponse(received: Run, network: Network): Promise<CheckedResponse> {
  const { fetch, nowSeconds } = network;
  const exchanged = await exchange(received, network);
  const results = await checkWholeRun(exchanged, fetch, nowSeconds());
  const isRefused = results.some(isReasonToRefuse);
  if (isRefused) return { run: exchanged, isRefused, userInfo: undefined };
  const isAllowed = decideUserInfoCall({ status: "done", results }).kind === "allow";
  return { isRefused, ...(await addUserInfo(exchanged, fetch, isAllowed)) };
}

const verifyTimeoutMs = 10_000;

/**
 * Runs all checks, also those that need the issuer's keys. Doesn't load keys from another origin. After 10 seconds without a
 * response, the checks that need the network are skipped.
 *
 * @throws The code of these checks could not be loaded.
 */
export async function checkWholeRun(
  run: Run,
  fetch: typeof globalThis.fetch,
  nowSeconds: number,
): Promise<readonly Check[]> {
  const { verifyRun } = await import("../../checks/verify-run.ts");
  const signal = AbortSignal.timeout(verifyTimeoutMs);
  const verified = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
  return [...checkRun(run, nowSeconds), ...verified];
}

async function exchange(received: Run, network: Network): Promise<Run> {
  let run = received;
  if (run.tokenRequest?.status !== "sending") return run;
  await exchangeCode(run, {
    ...network,
    allowsForeignEndpoint: false,
    onChange: async (tokenRequest) => {
      run = { ...run, tokenRequest };
    },
  });
  return run;
}

async function addUserInfo(
  run: Run,
  fetch: Network["fetch"],
  isAllowed: boolean,
): Promise<Pick<CheckedResponse, "run" | "userInfo">> {
  const { request } = run;
  // UserInfo refuses a token without `openid`. The page's button calls it nevertheless, so that the user sees the error.
  if (!request?.scopes.includes("openid") || !issuedTokens(run).accessToken) {
    return { run, userInfo: undefined };
  }
  if (!isAllowed) return { run, userInfo: { problem: notVerified } };
  const result = await callUserInfo(run, fetch);
  if (!result) return { run, userInfo: undefined };
  if (result.kind === "claims")
    return { run: { ...run, userInfo: result.set }, userInfo: undefined };
  if (result.kind === "refused") {
    return { run, userInfo: { error: result.error ?? `status ${result.status}` } };
  }
  return { run, userInfo: { problem: `${explainUserInfoFailure(result).title}.` } };
}

const notVerified = "Not called: the access token could not be verified.";

/** Fetches the demo org's signed-in user. `undefined` for other orgs, which don't tell this page. */
export async function fetchLogin({ org, orgUrl }: MapQuestion): Promise<string | undefined> {
  return org === "demo" ? fetchSignedInUser(orgUrl) : undefined;
}

/**
 * Compares the user of a response with the fill's user. The response's user is in the tokens or the demo org's session.
 *
 * @returns `other-user`, or the fill. If the fill's user was not known before, the returned fill has the user.
 */
export async function identifyUser(
  fill: Fill,
  run: Run,
  fetch: typeof globalThis.fetch,
): Promise<Fill | "other-user"> {
  const userId = findUserId(run);
  if (userId !== undefined) {
    if (fill.userId !== undefined && fill.userId !== userId) return "other-user";
    if (fill.userId === userId) return fill;
  }
  const login = await fetchLogin(fill.question);
  const expected = fill.question.login;
  const withId = userId === undefined ? fill : { ...fill, userId };
  if (expected === undefined) return login === undefined ? withId : predictFor(fill, login, fetch);
  return login !== undefined && login !== expected ? "other-user" : withId;
}

/** Predicts again, now for the given user. The earlier predictions were for an unknown user. */
async function predictFor(fill: Fill, login: string, fetch: Network["fetch"]): Promise<Fill> {
  const question = { ...fill.question, login };
  const { rows, userId } = await predictMap(question, fetch);
  return { ...fill, question, rows: [...rows], userId: userId ?? fill.userId };
}

export function assignFillUser(
  digests: readonly Digest[],
  { question, userId, startedAtSeconds }: Fill,
): readonly Digest[] {
  if (userId === undefined) return digests;
  const { orgUrl, clientId, login: userName } = question;
  return assignUser(digests, { orgUrl, clientId, userId, userName }, startedAtSeconds);
}
