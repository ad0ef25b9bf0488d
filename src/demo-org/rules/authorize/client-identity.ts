import type { Application } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findApplication } from "../../model/directory.ts";
import type { Parameters } from "../parameters.ts";
import { type Refusal, refusals } from "../permission/refusal.ts";
import type { Ports } from "../ports.ts";
import { isRedirectUri, listRedirectUris } from "./redirect-uris.ts";

type ServerContext = {
  readonly configuration: Configuration;
  readonly org: Pick<Ports, "baseUrl" | "redirectUris">;
};

/** The redirect URI must match exactly. @see OpenID Connect Core 1.0 §3.2.2.1; RFC 6749 §4.2.2.1 (no redirect) */
export function identifyClient(parameters: Parameters, { configuration, org }: ServerContext) {
  // Redirecting to a URI that is not registered would be an open redirect.
  const refuse = (refusal: Refusal, application?: Application, redirectUri?: string) =>
    ({ kind: "untrusted", refusal, application, redirectUri }) as const;

  if (parameters.repeated.includes("client_id") || parameters.repeated.includes("redirect_uri"))
    return refuse(refusals.duplicatedParameters(parameters.repeated));

  const clientId = parameters.get("client_id");
  const application = clientId === undefined ? undefined : findApplication(configuration, clientId);
  if (!application) return refuse(refusals.invalidClient);

  const redirectUri = parameters.get("redirect_uri");
  // Checked again, because an older release may have stored a scheme that is forbidden now.
  const isRegistered =
    redirectUri !== undefined &&
    isRedirectUri(redirectUri) &&
    listRedirectUris(application, org).includes(redirectUri);
  if (!isRegistered) {
    const refusal = refusals.illegalRedirectUri(org.baseUrl, application.id);
    return refuse(refusal, application, redirectUri);
  }
  return { kind: "trusted", application, redirectUri } as const;
}
