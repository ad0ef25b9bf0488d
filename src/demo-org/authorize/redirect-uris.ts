import type { Application } from "../model/application.ts";
import type { Org } from "../org.ts";
import { explorerApplication } from "../seed/application.ts";

/**
 * Where an app may be answered, to the letter. The app that the org is first started with has, beside those that an
 * admin has registered, those of the pages it is started for.
 */
export function listRedirectUris(
  { id, settings }: Application,
  { redirectUris }: Pick<Org, "redirectUris">,
): readonly string[] {
  const registered = settings.oauthClient.redirect_uris;
  return id === explorerApplication.id ? [...redirectUris, ...registered] : registered;
}

/** The same for addresses that a sign-out leads to. */
export function listSignOutUris(
  { id, settings }: Application,
  { redirectUris }: Pick<Org, "redirectUris">,
): readonly string[] {
  const registered = settings.oauthClient.post_logout_redirect_uris;
  return id === explorerApplication.id ? [...redirectUris, ...registered] : registered;
}
