import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { findApplication } from "../model/directory.ts";
import type { Org } from "../org.ts";
import type { Parameters } from "./parameters.ts";
import { isRedirectUri, listRedirectUris } from "./redirect-uris.ts";
import { type Refusal, refusals } from "./refusal.ts";

/** A request whose redirect URI cannot be believed, so that following it would send the person anywhere. */
export type Untrusted = {
  readonly kind: "untrusted";
  readonly refusal: Refusal;
  /** What was asked for, where that is what is wrong. */
  readonly redirectUri: string | undefined;
  /** Whose request it is, where that is known. */
  readonly application: Application | undefined;
};

type Trusted = {
  readonly kind: "trusted";
  readonly application: Application;
  readonly redirectUri: string;
};

/** Where clients are registered. */
type Registry = {
  readonly configuration: Configuration;
  readonly org: Pick<Org, "baseUrl" | "redirectUris">;
};

/**
 * Finds out whose request it is, and whether its redirect URI is one that the client has registered, to the letter.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.1 (`redirect_uri` matches exactly); RFC 6749 §4.2.2.1 (otherwise no redirect)
 */
export function identifyClient(
  parameters: Parameters,
  { configuration, org }: Registry,
): Untrusted | Trusted {
  const distrust = (refusal: Refusal, application?: Application, redirectUri?: string) =>
    ({ kind: "untrusted", refusal, application, redirectUri }) as const;

  if (parameters.repeated.includes("client_id") || parameters.repeated.includes("redirect_uri"))
    return distrust(refusals.duplicatedParameters(parameters.repeated));

  const clientId = parameters.get("client_id");
  const application = clientId === undefined ? undefined : findApplication(configuration, clientId);
  if (!application) return distrust(refusals.invalidClient);

  const redirectUri = parameters.get("redirect_uri");
  // What was stored before a scheme was forbidden is checked again.
  const isRegistered =
    redirectUri !== undefined &&
    isRedirectUri(redirectUri) &&
    listRedirectUris(application, org).includes(redirectUri);
  if (!isRegistered) {
    const refusal = refusals.illegalRedirectUri(org.baseUrl, application.id);
    return distrust(refusal, application, redirectUri);
  }
  return { kind: "trusted", application, redirectUri };
}
