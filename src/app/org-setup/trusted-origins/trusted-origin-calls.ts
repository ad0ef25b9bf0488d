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

type NewTrustedOrigin = {
  readonly name: string;
  readonly origin: string;
  readonly allowsCors: boolean;
  readonly allowsRedirect: boolean;
};

export function addTrustedOrigin(added: NewTrustedOrigin): ApiCall {
  const scopes = [
    ...(added.allowsCors ? [{ type: "CORS" }] : []),
    ...(added.allowsRedirect ? [{ type: "REDIRECT" }] : []),
  ];
  return { method: "POST", path: base, body: { name: added.name, origin: added.origin, scopes } };
}

export function deleteTrustedOrigin(id: string): ApiCall {
  return { method: "DELETE", path: `${base}/${encodeURIComponent(id)}` };
}
