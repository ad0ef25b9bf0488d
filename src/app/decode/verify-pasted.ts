import { type Check, defineCheck, type TokenName } from "../../oidc/check.ts";
import { fetchIssuerKeys } from "../../oidc/issuer-keys.ts";
import { findMember, type JsonObject } from "../../oidc/json.ts";
import { decodeJwt } from "../../oidc/jwt.ts";
import { quoteValue } from "../../oidc/quote-value.ts";
import { verifySignature } from "../../oidc/verification.ts";
import { explainMetadataProblem } from "../explain-metadata-problem.ts";
import type { Run } from "../run.ts";
import { listVerifiable } from "./signatures.ts";

export type KeySource =
  | { kind: "issuer"; issuer: string; fetch: typeof fetch; signal: AbortSignal }
  /** Pasted keys prove something only if the user knows whose keys they are. */
  | { kind: "pasted"; keys: readonly JsonObject[] };

/** Sends no token. @returns One check per token, or a single skipped check if the keys could not be loaded. */
export async function verifyPasted(run: Run, source: KeySource): Promise<readonly Check[]> {
  const keys = source.kind === "pasted" ? source.keys : await loadKeys(source);
  if ("status" in keys) return [keys];
  return Promise.all(
    listVerifiable(run).map((it) =>
      source.kind === "pasted"
        ? verifySignature({ ...it, keys, keysAre: "pasted" })
        : (checkNamedIssuer(it, source.issuer) ?? verifySignature({ ...it, keys })),
    ),
  );
}

/** The keys of one issuer prove nothing about a token that names another issuer. */
function checkNamedIssuer(
  { about, token: raw }: { about: TokenName; token: string },
  issuer: string,
): Check | undefined {
  const decoded = decodeJwt(raw);
  const named = decoded.kind === "decoded" ? findMember(decoded.claims, "iss") : undefined;
  if (named === undefined || named === issuer) return undefined;
  const token = about === "id_token" ? "The ID token" : "The access token";
  return defineCheck(`${about}.signature`, about, "Signature").skip(
    `${token} has another issuer, ${quoteValue(named)}. Paste it alone to verify it.`,
  );
}

async function loadKeys({
  issuer,
  fetch,
  signal,
}: Extract<KeySource, { kind: "issuer" }>): Promise<readonly JsonObject[] | Check> {
  // The button named only the issuer's host.
  const answer = await fetchIssuerKeys({ issuer, fetch, signal, allowsForeignKeys: false });
  switch (answer.kind) {
    case "no_metadata":
      return fail(explainMetadataProblem(answer.problem));
    case "foreign_origin":
      return fail(
        `Its keys are on another host, ${new URL(answer.origin).host}, so this page did not load them. Paste them instead.`,
      );
    case "no_keys":
      return fail("The issuer’s keys could not be loaded.");
    case "loaded":
      return answer.keys;
    default:
      return answer satisfies never;
  }
}

function fail(detail: string): Check {
  return defineCheck("metadata.issuer", "metadata", "Keys").skip(detail);
}
