import type { Check, TokenName } from "../../oidc/check.ts";
import { verifyAccessTokenHash, verifyCodeHash } from "../../oidc/hash-checks.ts";
import { fetchIssuerKeys } from "../../oidc/issuer-keys.ts";
import { findMember, type JsonObject } from "../../oidc/json.ts";
import { verifySignature } from "../../oidc/verification.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { explainMetadataProblem } from "../explain-metadata-problem.ts";
import { isOpaque } from "../is-opaque.ts";
import { type IssuedTokens, listIssuedTokens } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { addSource } from "./check-run.ts";
import { describeForeignKeys } from "./foreign-keys.ts";

type Network = {
  fetch: typeof fetch;
  signal: AbortSignal;
  allowsForeignKeys: boolean;
};

/** Runs the checks that need the issuer's keys or a hash: metadata, signatures, `at_hash`, `c_hash`. */
export async function verifyRun(run: Run, network: Network): Promise<readonly Check[]> {
  const issued = listIssuedTokens(run);
  if (issued.length === 0) return [];
  const issuerKeys = await loadKeys(run, network);
  const { metadata, foreignKeys } = issuerKeys;
  const checks = [metadata, ...(foreignKeys ? [foreignKeys] : [])];
  for (const tokens of issued) {
    const ofTokens = await verifyTokens(run, tokens, issuerKeys);
    checks.push(...ofTokens.map((check) => addSource(check, tokens.source)));
  }
  return checks;
}

async function verifyTokens(
  run: Run,
  { source, idToken, accessToken }: IssuedTokens,
  { metadata, keys }: Keys,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  if (idToken) checks.push(await checkSignature(idToken.raw, "id_token", keys, metadata));
  if (idToken?.decoded.kind === "decoded") {
    const { claims } = idToken.decoded;
    const isRedirect = source === "redirect";
    // The token endpoint may leave at_hash out: OpenID Connect Core 1.0 §3.1.3.6.
    if (accessToken && (isRedirect || Object.hasOwn(claims, "at_hash"))) {
      const atHash = findMember(claims, "at_hash");
      checks.push(await verifyAccessTokenHash({ atHash, accessToken: accessToken.raw }));
    }
    const code = run.response.kind === "success" ? run.response.code : undefined;
    if (isRedirect && code !== undefined) {
      checks.push(await verifyCodeHash({ codeHash: findMember(claims, "c_hash"), code }));
    }
  }
  if (accessToken && !isOpaque(run, accessToken.decoded)) {
    checks.push(await checkSignature(accessToken.raw, "access_token", keys, metadata));
  }
  return checks;
}

type Keys = {
  metadata: Check;
  keys: readonly JsonObject[] | undefined;
  foreignKeys?: Check;
};

/** Fetches the keys of the request's issuer, never of an issuer that only a token names. */
async function loadKeys({ request }: Run, network: Network): Promise<Keys> {
  const check = { id: "metadata.issuer", about: "metadata" as const, name: "Metadata" };
  if (!request) {
    const detail =
      "No request from this tab matches the response, so there is no issuer to load keys from.";
    return { metadata: { ...check, status: "skipped", detail }, keys: undefined };
  }
  const issuer = issuerOf(request.orgUrl, request.server);
  const answer = await fetchIssuerKeys({ issuer, ...network });
  if (answer.kind === "no_metadata") {
    const { problem } = answer;
    const status = problem.kind === "issuer_mismatch" ? "fail" : "skipped";
    return {
      metadata: { ...check, status, detail: explainMetadataProblem(problem) },
      keys: undefined,
    };
  }
  const metadata: Check = {
    ...check,
    status: "pass",
    detail: `The server’s metadata has the issuer you chose, ${issuer}.`,
  };
  switch (answer.kind) {
    case "foreign_origin":
      return { metadata, keys: undefined, foreignKeys: describeForeignKeys(answer.origin) };
    case "no_keys":
      return { metadata, keys: undefined };
    case "loaded":
      return { metadata, keys: answer.keys };
    default:
      return answer satisfies never;
  }
}

async function checkSignature(
  token: string,
  about: TokenName,
  keys: readonly JsonObject[] | undefined,
  metadata: Check,
): Promise<Check> {
  if (keys) return verifySignature({ token, about, keys });
  const detail =
    metadata.status === "pass"
      ? "The server’s keys could not be loaded, so the signature was not checked."
      : `The signature was not checked. ${metadata.detail}`;
  return { id: `${about}.signature`, about, name: "Signature", status: "skipped", detail };
}
