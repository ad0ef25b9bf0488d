import { type Application, firstApplicationId } from "../../model/application.ts";
import type { Ports } from "../ports.ts";

/** With these schemes, a browser runs script, opens a local file or an internal page, or starts another program. */
const forbiddenSchemes: ReadonlySet<string> = new Set(
  [
    ["javascript", "vbscript", "livescript", "data", "blob", "filesystem", "file", "jar"],
    ["about", "view-source", "chrome", "chrome-extension", "moz-extension", "edge", "resource"],
    ["mailto", "tel", "sms", "intent"],
  ].flat(),
);

export const redirectUriRule =
  "Must be an absolute URI in ASCII without a fragment. Schemes such as javascript:, data: and file: are not allowed";

/**
 * Accepts ASCII without a fragment. The host must be a valid source in a Content-Security-Policy.
 * @see RFC 6749 §3.1.2; RFC 3986 §2; RFC 8252 §7.1
 */
export function isRedirectUri(uri: string): boolean {
  if (!/^[!-~]+$/.test(uri) || /[#\\]/.test(uri) || !URL.canParse(uri)) return false;
  // Browsers resolve `http:host` against the org's own address, but parse it as `http://host` elsewhere.
  if (/^https?:/i.test(uri) && !/^https?:\/\/[^/?]/i.test(uri)) return false;
  const { protocol, host } = new URL(uri);
  return !forbiddenSchemes.has(protocol.slice(0, -1)) && /^[\w.:[\]-]*$/.test(host);
}

/** Includes the redirect URIs that the org was started with, for the first app. An admin can remove these URIs. */
export function listRedirectUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Ports, "redirectUris">,
): readonly string[] {
  const startUris = listStartUris(id, org, withoutStartUris?.signIn);
  return [...new Set([...startUris, ...settings.oauthClient.redirect_uris])];
}

export function listSignOutUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Ports, "redirectUris">,
): readonly string[] {
  const startUris = listStartUris(id, org, withoutStartUris?.signOut);
  return [...new Set([...startUris, ...settings.oauthClient.post_logout_redirect_uris])];
}

/** Separates the URIs to store. Redirect URIs that the org was started with are not stored, unless they are removed. */
export function separateStartUris(
  appId: string,
  uris: readonly string[],
  org: Pick<Ports, "redirectUris">,
): { readonly registered: string[]; readonly removed: string[] } {
  const startUris = listStartUris(appId, org);
  return {
    registered: uris.filter((uri) => !startUris.includes(uri)),
    removed: startUris.filter((uri) => !uris.includes(uri)),
  };
}

function listStartUris(
  appId: string,
  { redirectUris }: Pick<Ports, "redirectUris">,
  removed: readonly string[] = [],
): readonly string[] {
  return appId === firstApplicationId ? redirectUris.filter((it) => !removed.includes(it)) : [];
}
