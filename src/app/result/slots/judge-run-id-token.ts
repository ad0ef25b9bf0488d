import { findRedirectTokens } from "../../../oidc/authorization-request.ts";
import type { JsonObject } from "../../../oidc/json.ts";
import { type IdTokenVerdict, judgeIdToken } from "../../../okta/fat-and-thin.ts";
import { findMissingFatClaims, listFirst } from "../../../okta/missing-fat-claims.ts";
import { redirectTokens, tokenEndpointTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";

/**
 * Says whether an ID token of a run is fat or thin.
 *
 * @returns `unknown` if the redirect lacks the access token that was requested.
 */
export function judgeRunIdToken(run: Run, claims: JsonObject): IdTokenVerdict {
  const { request, pasted } = run;
  if (pasted) return pasted.idTokenVerdict;
  const exchanged = tokenEndpointTokens(run)?.idToken?.decoded;
  if (exchanged?.kind === "decoded" && exchanged.claims === claims) {
    return judgeIdToken({ claims, returned: "for_code" });
  }
  if (redirectTokens(run)?.accessToken) {
    return judgeIdToken({ claims, returned: "with_access_token" });
  }
  if (request && findRedirectTokens(request.responseType).accessToken) {
    return {
      kind: "unknown",
      reason: "You also requested an access token, and the response has none.",
    };
  }
  const verdict = judgeIdToken({ claims, returned: request ? "alone" : undefined });
  const missing = request ? findMissingFatClaims(claims, request.scopes) : [];
  if (verdict.kind !== "fat" || missing.length === 0) return verdict;
  return {
    kind: "fat",
    reason: `Returned without an access token, so it should have every claim that the scopes allow. It has no ${listFirst(missing)}.`,
  };
}
