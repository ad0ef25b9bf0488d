import { isAllowedUrl } from "../oidc/allowed-orgs.ts";
import { fetchMetadata } from "../oidc/discovery.ts";
import { verifyCodeHash } from "../oidc/hash-checks.ts";
import { findMember } from "../oidc/json.ts";
import {
  parseTokenResponse,
  sendTokenRequest,
  type TokenResponseText,
} from "../oidc/token-request.ts";
import { issuerOf, tokenEndpointOf } from "../okta/authorization-server.ts";
import type { DemoOrgHandle } from "./demo-org-status.ts";
import { isDemoOrgReady } from "./is-demo-org-ready.ts";
import type { SentRequest } from "./pending-requests.ts";
import type { Run, TokenRequestState } from "./run.ts";

type ExchangeOptions = {
  fetch: typeof fetch;
  nowSeconds: () => number;
  redirectUri: string;
  demoOrg: Pick<DemoOrgHandle, "getStatus" | "subscribe" | "start">;
  /** The user allowed the run's token endpoint, which is on another origin than the issuer. */
  allowsForeignEndpoint: boolean;
  onChange: (state: TokenRequestState) => Promise<void>;
};

/**
 * Exchanges a run's code for tokens. Sends nothing to another origin than the issuer's unless the user allowed it.
 *
 * Calls `onChange` with each state before the next step, so that the state survives a reload.
 */
export async function exchangeCode(run: Run, options: ExchangeOptions): Promise<void> {
  const { request, response, tokenRequest } = run;
  const code = response.kind === "success" ? response.code : undefined;
  if (!request || code === undefined || !tokenRequest || tokenRequest.status === "sent") return;
  const { codeVerifier, tokenEndpoint: knownEndpoint } = tokenRequest;
  const reasonBefore = tokenRequest.status === "unsent" ? tokenRequest.reason : undefined;
  if (codeVerifier === undefined) return;

  const { fetch, nowSeconds, redirectUri, allowsForeignEndpoint, onChange } = options;
  const unsent = { status: "unsent", tokenEndpoint: undefined, codeVerifier } as const;
  await onChange({ status: "sending", tokenEndpoint: undefined, codeVerifier });
  // Until the demo org runs, the static host would respond instead.
  if (request.org === "demo" && !(await isDemoOrgReady(options.demoOrg))) {
    return onChange({ ...unsent, reason: "not_started" });
  }
  const codeCheck = await checkCodeHash(run, code);
  if (codeCheck === "fail") {
    return onChange({ ...unsent, reason: "check_failed", codeVerifier: undefined });
  }
  const hasWaited = reasonBefore === "encrypted_id_token" || reasonBefore === "foreign_endpoint";
  if (codeCheck === "encrypted" && !hasWaited) {
    return onChange({ ...unsent, reason: "encrypted_id_token" });
  }
  const tokenEndpoint =
    allowsForeignEndpoint && knownEndpoint
      ? knownEndpoint
      : await findTokenEndpoint(request, options);
  if (tokenEndpoint === undefined) {
    return onChange({ ...unsent, reason: "other_issuer", codeVerifier: undefined });
  }
  const isForeign = new URL(tokenEndpoint).origin !== new URL(request.orgUrl).origin;
  // Don't ask the user to allow an endpoint that the page's policy blocks.
  if (isForeign && !allowsForeignEndpoint && isAllowedUrl(tokenEndpoint)) {
    return onChange({ ...unsent, reason: "foreign_endpoint", tokenEndpoint });
  }

  await onChange({ status: "sending", tokenEndpoint, codeVerifier });
  const sentAtSeconds = nowSeconds();
  const { clientId } = request;
  const responseText = await sendTokenRequest(
    { tokenEndpoint, clientId, redirectUri, code, codeVerifier },
    { fetch },
  );
  const exchange = parseTokenResponse(responseText);
  await onChange({
    status: "sent",
    tokenEndpoint,
    sentAtSeconds,
    exchange,
    responseText: exchange.kind === "unreadable" ? cut(responseText) : responseText,
  });
}

/** Shortens a response that may be a whole HTML page, which could fill the storage. */
function cut(response: TokenResponseText): TokenResponseText {
  return response.kind === "answered"
    ? { ...response, text: response.text.slice(0, maxUnreadableLength) }
    : response;
}

const maxUnreadableLength = 10_000;

const metadataTimeoutMs = 5_000;

/** Finds the token endpoint. @returns `undefined` if the metadata names another issuer. @see RFC 9700 §4.4 */
async function findTokenEndpoint(
  { orgUrl, server, tokenEndpoint }: SentRequest,
  { fetch }: ExchangeOptions,
): Promise<string | undefined> {
  if (tokenEndpoint !== undefined) return tokenEndpoint;
  const answer = await fetchMetadata({
    issuer: issuerOf(orgUrl, server),
    fetch,
    timeoutMs: metadataTimeoutMs,
  });
  if (answer.kind === "issuer_mismatch") return undefined;
  const found = answer.kind === "loaded" ? answer.metadata.tokenEndpoint : undefined;
  return found ?? tokenEndpointOf(orgUrl, server);
}

/** Verifies `c_hash`, because the code may have been replaced. @see OpenID Connect Core 1.0 §3.3.2.10 */
async function checkCodeHash(
  { response }: Run,
  code: string,
): Promise<"pass" | "fail" | "encrypted"> {
  const idToken = response.kind === "success" ? response.idToken : undefined;
  if (!idToken) return "pass";
  const { decoded } = idToken;
  if (decoded.kind === "undecodable") {
    return decoded.problem.code === "encrypted" ? "encrypted" : "fail";
  }
  const codeHash = findMember(decoded.claims, "c_hash");
  const { status } = await verifyCodeHash({ codeHash, code });
  return status === "fail" ? "fail" : "pass";
}
