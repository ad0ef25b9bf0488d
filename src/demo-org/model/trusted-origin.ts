import * as v from "valibot";

/**
 * An origin whose pages may call the org's APIs (`CORS`), and to which a sign-out may lead (`REDIRECT`).
 *
 * @see Okta: Trusted Origins API, the TrustedOrigin object
 */
export const trustedOriginSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** `https://example.com`, without a path. */
  origin: v.string(),
  status: v.picklist(["ACTIVE", "INACTIVE"]),
  scopes: v.array(v.object({ type: v.picklist(["CORS", "REDIRECT", "IFRAME_EMBED"]) })),
  created: v.string(),
  lastUpdated: v.string(),
});

export type TrustedOrigin = v.InferOutput<typeof trustedOriginSchema>;
