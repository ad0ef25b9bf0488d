import { type Application, firstApplicationId } from "../../model/application.ts";
import type { Ports } from "../ports.ts";

/**
 * Schemes that make a browser run script, open a local file or an internal page, or start another program. Schemes of
 * native apps, such as `com.example.app`, are allowed.
 */
const forbiddenSchemes: ReadonlySet<string> = new Set(
  [
    ["javascript", "vbscript", "livescript", "data", "blob", "filesystem", "file", "jar"],
    ["about", "view-source", "chrome", "chrome-extension", "moz-extension", "edge", "resource"],
    ["mailto", "tel", "sms", "intent"],
  ].flat(),
);

/** The requirements of `isRedirectUri`, as an error message. */
export const redirectUriRule =
  "Must be an absolute URI in ASCII without a fragment. Schemes that a browser runs or opens itself, such as javascript:, data: and file:, are not allowed";

/**
 * Whether a redirect URI can be registered: an absolute URI in ASCII without a fragment, so that it fits into a header,
 * with a host that fits into a Content Security Policy.
 *
 * @see RFC 6749 §3.1.2; RFC 3986 §2; RFC 8252 §7.1 (schemes of native apps)
 */
export function isRedirectUri(uri: string): boolean {
  if (!/^[!-~]+$/.test(uri) || /[#\\]/.test(uri) || !URL.canParse(uri)) return false;
  // Browsers resolve `http:host` against the org's own address, but parse it as `http://host` elsewhere.
  if (/^https?:/i.test(uri) && !/^https?:\/\/[^/?]/i.test(uri)) return false;
  const { protocol, host } = new URL(uri);
  return !forbiddenSchemes.has(protocol.slice(0, -1)) && /^[\w.:[\]-]*$/.test(host);
}

/**
 * The app's redirect URIs. The initial app has those that an admin has registered and those that were passed when the
 * org was started, except those that an admin has removed.
 */
export function listRedirectUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Ports, "redirectUris">,
): readonly string[] {
  const removed = withoutStartUris?.signIn ?? [];
  const brought = listStartUris(id, org).filter((uri) => !removed.includes(uri));
  return [...new Set([...brought, ...settings.oauthClient.redirect_uris])];
}

/** The app's sign-out redirect URIs, built in the same way. */
export function listSignOutUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Ports, "redirectUris">,
): readonly string[] {
  const removed = withoutStartUris?.signOut ?? [];
  const brought = listStartUris(id, org).filter((uri) => !removed.includes(uri));
  return [...new Set([...brought, ...settings.oauthClient.post_logout_redirect_uris])];
}

/**
 * Splits an app's redirect URIs for storage. Those passed when the org was started are not stored; those of them that
 * an admin has removed are stored as removed.
 *
 * @param wanted The complete list, as an admin has saved it.
 */
export function separateStartUris(
  appId: string,
  wanted: readonly string[],
  org: Pick<Ports, "redirectUris">,
): { readonly registered: string[]; readonly removed: string[] } {
  const brought = listStartUris(appId, org);
  return {
    registered: wanted.filter((uri) => !brought.includes(uri)),
    removed: brought.filter((uri) => !wanted.includes(uri)),
  };
}

function listStartUris(
  appId: string,
  { redirectUris }: Pick<Ports, "redirectUris">,
): readonly string[] {
  return appId === firstApplicationId ? redirectUris : [];
}
