import type { Context } from "hono";
import { isTrustedOrigin, type TrustedOrigin } from "../../model/trusted-origin.ts";
import { linkToOnlyApp } from "../pages/app-address.ts";
import { sendNotice } from "../pages/page.ts";
import type { Org } from "../state/org.ts";

/** Returns undefined unless the URL is on the org or trusted by an admin. Redirecting elsewhere is an open redirect. */
export function findReturnAddress(
  requested: string | undefined,
  { baseUrl, basePath, redirectUris }: Org,
  trustedOrigins: readonly TrustedOrigin[],
): string | undefined {
  if (requested === undefined || !URL.canParse(requested, `${baseUrl}/`)) return undefined;
  if (redirectUris.includes(requested)) return requested;
  const url = new URL(requested, `${baseUrl}/`);
  const isOwn = url.origin === new URL(baseUrl).origin && url.pathname.startsWith(`${basePath}/`);
  return isOwn || isTrustedOrigin(trustedOrigins, url.origin, "REDIRECT") ? url.href : undefined;
}

export function findAppPage(
  requested: string | undefined,
  { redirectUris }: Org,
): string | undefined {
  if (requested === undefined || !URL.canParse(requested)) return undefined;
  const { protocol, origin, href } = new URL(requested);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  return redirectUris.some((uri) => new URL(uri).origin === origin) ? href : undefined;
}

export function sendUntrustedAddress(c: Context, org: Org): Promise<Response> {
  return sendNotice(c, {
    heading: "The demo org doesn’t redirect to this address",
    sentences: [
      "redirectUrl must be a page of the org, a redirect URI that the org was started with, or on an origin that is trusted for redirects. You were not signed in.",
    ],
    status: 400,
    link: linkToOnlyApp(org.redirectUris),
  });
}
