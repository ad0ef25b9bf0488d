import * as v from "valibot";

/** `CORS`: can call the org's APIs. `REDIRECT`: for sign-out. @see Okta: Trusted Origins API */
export const trustedOriginSchema = v.object({
  id: v.string(),
  name: v.string(),
  origin: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  scopes: v.array(v.object({ type: v.picklist(["CORS", "REDIRECT", "IFRAME_EMBED"]) })),
  created: v.string(),
  lastUpdated: v.string(),
});

export type TrustedOrigin = v.InferOutput<typeof trustedOriginSchema>;

/** `null` is never allowed: any page without an origin of its own sends it. */
export function isTrustedOrigin(
  trustedOrigins: readonly TrustedOrigin[],
  origin: string,
  scope: "CORS" | "REDIRECT",
): boolean {
  if (origin === "null") return false;
  return trustedOrigins.some(
    (it) =>
      it.status === "ACTIVE" &&
      it.origin === origin &&
      it.scopes.some(({ type }) => type === scope),
  );
}
