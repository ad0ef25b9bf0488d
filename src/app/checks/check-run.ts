import type { Check } from "../../oidc/check.ts";
import {
  checkAccessToken,
  checkIdToken,
  checkSameUser,
  checkState,
} from "../../oidc/claims-checks.ts";
import {
  checkExchangedTokens,
  checkResponseIssuer,
  checkResponseTokens,
  checkTokenType,
} from "../../oidc/response-checks.ts";
import { checkUserInfoSubject } from "../../oidc/userinfo.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { isOpaque } from "../is-opaque.ts";
import {
  type IssuedTokens,
  listIssuedTokens,
  redirectTokens,
  type TokenSource,
  tokenClaimsOf,
  tokenEndpointTokens,
} from "../issued-tokens.ts";
import type { Run } from "../run.ts";

const opaqueBecause =
  "The org server’s access tokens are only for Okta. Okta may change them at any time, so apps don’t check them.";

type Checked = { nowSeconds: number; checks: readonly Check[] };

/** The page runs the checks of a run several times. Runs are immutable, so the result depends only on the time. */
const latest = new WeakMap<Run, Checked>();

/** Runs the checks that need no network: state, returned tokens, issuer, audience, nonce, times, UserInfo's user. */
export function checkRun(run: Run, nowSeconds: number): readonly Check[] {
  const known = latest.get(run);
  if (known?.nowSeconds === nowSeconds) return known.checks;
  const checks = listChecks(run, nowSeconds);
  latest.set(run, { nowSeconds, checks });
  return checks;
}

function listChecks(run: Run, nowSeconds: number): readonly Check[] {
  const { request, response, userInfo } = run;
  const ofEveryResponse = [
    checkState({
      expected: request?.state ?? run.expectedState,
      received: response.states,
      isRepeat: run.origin === "repeated",
    }),
    checkResponseIssuer(response.issuer, findIssuer(run)),
  ];
  if (response.kind !== "success") return ofEveryResponse.filter((it) => it !== undefined);

  const checks = [
    ...ofEveryResponse,
    request && checkResponseTokens(request.responseType, response),
    ...checkExchange(run),
    ...listIssuedTokens(run).flatMap((tokens) => checkTokens(run, tokens, nowSeconds)),
    userInfo && checkUserInfoSubject({ ...tokenClaimsOf(run), userInfoClaims: userInfo.claims }),
  ];
  return checks.filter((it) => it !== undefined);
}

export function addSource(check: Check, source: TokenSource): Check {
  return source === "token_endpoint" ? { ...check, source } : check;
}

function findIssuer({ request }: Run): string | undefined {
  return request && issuerOf(request.orgUrl, request.server);
}

function checkTokens(run: Run, tokens: IssuedTokens, nowSeconds: number): readonly Check[] {
  const { request, response } = run;
  const { source, idToken, accessToken } = tokens;
  const isRedirect = source === "redirect";
  const issuer = findIssuer(run);
  const checks = [
    checkTokenType(tokens),
    ...(idToken
      ? checkIdToken({
          decoded: idToken.decoded,
          expected: { issuer, clientId: request?.clientId, nonce: request?.nonce },
          // at_hash is optional at the token endpoint: OpenID Connect Core 1.0 §3.1.3.6.
          hasAccessToken: isRedirect && accessToken !== undefined,
          hasCode: isRedirect && response.kind === "success" && response.code !== undefined,
          nowSeconds,
        })
      : []),
    ...(accessToken
      ? checkAccessToken({
          decoded: accessToken.decoded,
          expected: { issuer },
          opaqueBecause: isOpaque(run, accessToken.decoded) ? opaqueBecause : undefined,
          nowSeconds,
        })
      : []),
  ];
  return checks.filter((it) => it !== undefined).map((check) => addSource(check, source));
}

function checkExchange(run: Run): readonly Check[] {
  const { request, tokenRequest } = run;
  if (!request || tokenRequest?.status !== "sent" || tokenRequest.exchange.kind !== "success") {
    return [];
  }
  const checks = [
    checkExchangedTokens(request.scopes, tokenRequest.exchange),
    checkSameUser(
      redirectTokens(run)?.idToken?.decoded,
      tokenEndpointTokens(run)?.idToken?.decoded,
    ),
  ];
  return checks.filter((it) => it !== undefined).map((check) => addSource(check, "token_endpoint"));
}
