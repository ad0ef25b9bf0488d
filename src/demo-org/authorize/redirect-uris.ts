import type { Application } from "../model/application.ts";
import type { Org } from "../org.ts";
import { explorerApplication } from "../seed/application.ts";

/**
 * Schemes that make a browser run script, open a local file or a page of its own, or start another program. Schemes of
 * native apps, such as `com.example.app`, are allowed.
 */
const forbiddenSchemes: ReadonlySet<string> = new Set(
  [
    ["javascript", "vbscript", "livescript", "data", "blob", "filesystem", "file", "jar"],
    ["about", "view-source", "chrome", "chrome-extension", "moz-extension", "edge", "resource"],
    ["mailto", "tel", "sms", "intent"],
  ].flat(),
);

/** What `isRedirectUri` asks for. */
export const redirectUriRule =
  "Must be an absolute URI in ASCII without a fragment. Schemes that a browser runs or opens itself, such as javascript:, data: and file:, are not allowed";

/**
 * Whether an address can be registered: an absolute URI in ASCII without a fragment, so that it fits into a header,
 * with a host that fits into a page's policy.
 *
 * @see RFC 6749 §3.1.2; RFC 3986 §2; RFC 8252 §7.1 (schemes of native apps)
 */
export function isRedirectUri(uri: string): boolean {
  if (!/^[!-~]+$/.test(uri) || uri.includes("#") || !URL.canParse(uri)) return false;
  const { protocol, host } = new URL(uri);
  return !forbiddenSchemes.has(protocol.slice(0, -1)) && /^[\w.:[\]-]*$/.test(host);
}

/**
 * Where an app may be answered, to the letter. The app that the org is first started with has, beside those that an
 * admin has registered, those of the pages it is started for, unless an admin has taken one out.
 */
export function listRedirectUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Org, "redirectUris">,
): readonly string[] {
  const removed = withoutStartUris?.signIn ?? [];
  const brought = listStartUris(id, org).filter((uri) => !removed.includes(uri));
  return [...new Set([...brought, ...settings.oauthClient.redirect_uris])];
}

/** The same for addresses that a sign-out leads to. */
export function listSignOutUris(
  { id, settings, withoutStartUris }: Application,
  org: Pick<Org, "redirectUris">,
): readonly string[] {
  const removed = withoutStartUris?.signOut ?? [];
  const brought = listStartUris(id, org).filter((uri) => !removed.includes(uri));
  return [...new Set([...brought, ...settings.oauthClient.post_logout_redirect_uris])];
}

/**
 * What to write down so that an app has just these addresses: the ones that this start brings along come with it, and
 * are neither repeated nor, where they are not among these, brought along again.
 *
 * @param wanted All addresses of a kind, as an admin has them.
 */
export function separateStartUris(
  appId: string,
  wanted: readonly string[],
  org: Pick<Org, "redirectUris">,
): { readonly registered: string[]; readonly removed: string[] } {
  const brought = listStartUris(appId, org);
  return {
    registered: wanted.filter((uri) => !brought.includes(uri)),
    removed: brought.filter((uri) => !wanted.includes(uri)),
  };
}

function listStartUris(
  appId: string,
  { redirectUris }: Pick<Org, "redirectUris">,
): readonly string[] {
  return appId === explorerApplication.id ? redirectUris : [];
}
