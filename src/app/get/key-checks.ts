import type { Check, TokenName } from "../../oidc/check.ts";
import { fetchKeys, fetchMetadata } from "../../oidc/discovery.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { verifyAccessTokenHash, verifySignature } from "../../oidc/verification.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { explainMetadataProblem } from "../metadata-problem.ts";
import type { Reading } from "../reading.ts";
import type { SentRequest } from "../sent-requests.ts";

type RunToVerify = {
  request: SentRequest | undefined;
  reading: Reading;
  fetch: typeof fetch;
  signal: AbortSignal;
};

/** The checks that need the server's published keys, or a hash: signatures, `at_hash`, the metadata's issuer. */
export async function checkWithKeys(run: RunToVerify): Promise<readonly Check[]> {
  if (run.reading.kind !== "answered") return [];
  const { idToken, accessToken } = run.reading;
  const { metadata, keys } = await readKeys(run);
  const checks = [metadata];
  if (idToken) {
    checks.push(await checkSignature(idToken.raw, "id_token", keys, metadata));
    if (accessToken) {
      const { decoded } = idToken;
      const atHash = decoded.kind === "decoded" ? decoded.claims.at_hash : undefined;
      checks.push(await verifyAccessTokenHash({ atHash, accessToken: accessToken.raw }));
    }
  }
  if (accessToken && !accessToken.isOpaque) {
    checks.push(await checkSignature(accessToken.raw, "access_token", keys, metadata));
  }
  return checks;
}

type Keys = { metadata: Check; keys: readonly JsonObject[] | undefined };

/** Reads the keys of the issuer that was asked: never of one that a token names. */
async function readKeys({ request, fetch, signal }: RunToVerify): Promise<Keys> {
  const check = { id: "metadata.issuer", about: "metadata" as const, name: "Metadata" };
  if (!request) {
    const detail =
      "No request of this tab matches, so no issuer is known whose keys could be asked for.";
    return { metadata: { ...check, status: "skipped", detail }, keys: undefined };
  }
  const issuer = issuerOf(request.orgUrl, request.server);
  const answer = await fetchMetadata({ issuer, fetch, signal });
  if (answer.kind !== "read") {
    const status = answer.kind === "issuer_mismatch" ? "fail" : "skipped";
    return {
      metadata: { ...check, status, detail: explainMetadataProblem(answer) },
      keys: undefined,
    };
  }
  const metadata: Check = {
    ...check,
    status: "pass",
    detail: `The server’s metadata names the issuer that was asked, ${issuer}.`,
  };
  const keys = await fetchKeys({ jwksUri: answer.metadata.jwksUri, fetch, signal });
  return { metadata, keys: keys.kind === "read" ? keys.keys : undefined };
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
      ? "The server’s keys could not be read."
      : `There are no keys to check it with: ${metadata.detail}`;
  return { id: `${about}.signature`, about, name: "Signature", status: "skipped", detail };
}
