import type { JsonObject } from "../../../oidc/json.ts";
import { type IdTokenVerdict, judgeIdToken } from "../../../okta/fat-and-thin.ts";
import type { Run } from "../../run.ts";

/**
 * Says whether a run's ID token is fat or thin.
 *
 * @returns `unknown` where an access token was requested and is missing: then the ID token proves nothing.
 */
export function judgeRunIdToken({ request, response }: Run, claims: JsonObject): IdTokenVerdict {
  const hasAccessToken = response.kind === "success" && response.accessToken !== undefined;
  if (hasAccessToken) return judgeIdToken({ claims, returnedWithAccessToken: true });
  if (request?.responseType === "id_token token") {
    return {
      kind: "unknown",
      reason: "You also requested an access token, and the response has none.",
    };
  }
  return judgeIdToken({ claims, returnedWithAccessToken: request ? false : undefined });
}
