import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";

/** @see Okta: Trusted Origins API */
const base = "/api/v1/trustedOrigins";

export const trustedOriginsPath = `${base}?limit=200`;

export const trustedOriginsSchema = v.array(
  v.looseObject({
    id: v.string(),
    name: v.string(),
    origin: v.string(),
    status: v.string(),
    scopes: v.array(v.looseObject({ type: v.string() })),
  }),
);

/** Okta's types of trusted origins that the demo org has. */
export const originTypes = [
  { value: "CORS", label: "Cross-Origin Resource Sharing (CORS)" },
  { value: "REDIRECT", label: "Redirect" },
] as const;

export type NewTrustedOrigin = {
  readonly name: string;
  readonly origin: string;
  readonly types: readonly string[];
};

/** @see Okta: Trusted Origins API, "Create a trusted origin" */
export function addTrustedOrigin({ name, origin, types }: NewTrustedOrigin): ApiCall {
  const scopes = types.map((type) => ({ type }));
  return { method: "POST", path: base, body: { name, origin, scopes } };
}

/** @see Okta: Trusted Origins API, "Delete a trusted origin" */
export function deleteTrustedOrigin(id: string): ApiCall {
  return { method: "DELETE", path: `${base}/${encodeURIComponent(id)}` };
}
