import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";
import { buildApplicationPath } from "./application-calls.ts";

/** @see Okta: Applications API, Federated Claims */
export const federatedClaimsSchema = v.array(
  v.looseObject({ id: v.string(), name: v.string(), expression: v.string() }),
);

/** Path of the claims in an app's newer Claims section. */
export function buildFederatedClaimsPath(applicationId: string): string {
  return `${buildApplicationPath(applicationId)}/federated-claims`;
}

/** @see Okta: Applications API, Federated Claims */
export function addFederatedClaim(
  applicationId: string,
  claim: { readonly name: string; readonly expression: string },
): ApiCall {
  return { method: "POST", path: buildFederatedClaimsPath(applicationId), body: claim };
}

/** @see Okta: Applications API, Federated Claims */
export function deleteFederatedClaim(applicationId: string, claimId: string): ApiCall {
  return {
    method: "DELETE",
    path: `${buildFederatedClaimsPath(applicationId)}/${encodeURIComponent(claimId)}`,
  };
}
