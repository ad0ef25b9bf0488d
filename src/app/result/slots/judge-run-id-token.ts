import { findRedirectTokens } from "../../../oidc/authorization-request.ts";
import type { JsonObject } from "../../../oidc/json.ts";
import { type IdTokenVerdict, judgeIdToken } from "../../../okta/fat-and-thin.ts";
import { redirectTokens, tokenEndpointTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";

/**
 * Says whether an ID token of a run is fat or thin.
 *
 * @returns `unknown` if the redirect should have an access token and has none.
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
  return judgeIdToken({ claims, returned: request ? "alone" : undefined });
}
