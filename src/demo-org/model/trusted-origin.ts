import * as v from "valibot";

/** `CORS` origins can call the org's APIs. Sign-out can redirect to `REDIRECT` ones. @see Okta: Trusted Origins API */
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

/** Never trusts the origin `null`, which every page without an origin of its own sends. */
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
