import type { Parameters } from "../authorize/parameters.ts";
import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { findApplication } from "../model/directory.ts";
import { type TokenRefusal, tokenRefusals } from "./token-refusal.ts";

type ClientAuthentication =
  | { readonly kind: "authenticated"; readonly application: Application }
  | { readonly kind: "refused"; readonly refusal: TokenRefusal };

type Credentials = { readonly clientId: string; readonly secret: string | undefined };

/**
 * Finds out which client calls, and whether it is who it says.
 *
 * A confidential client may show its secret in the header or in the form, whichever of the two it is set to (whether
 * Okta insists is unverified; chosen because its metadata offers both). One that is set to none has only a name.
 *
 * @param authorization The Authorization header.
 * @see RFC 6749 §2.3.1 and §3.2.1
 */
export function authenticateClient(
  authorization: string | undefined,
  form: Parameters,
  configuration: Configuration,
): ClientAuthentication {
  const credentials = readCredentials(authorization, form);
  if ("error" in credentials) return refuse(credentials);
  const application = findApplication(configuration, credentials.clientId);
  if (!application) return refuse(tokenRefusals.unknownClient);

  const { token_endpoint_auth_method: method, client_secret } = application.credentials.oauthClient;
  if (method === "none") {
    if (credentials.secret !== undefined) return refuse(tokenRefusals.failedAuthentication);
    return { kind: "authenticated", application };
  }
  if (credentials.secret === undefined) return refuse(tokenRefusals.failedAuthentication);
  if (credentials.secret !== client_secret) return refuse(tokenRefusals.wrongSecret);
  return { kind: "authenticated", application };
}

function readCredentials(
  authorization: string | undefined,
  form: Parameters,
): Credentials | TokenRefusal {
  const clientId = form.get("client_id");
  const secret = form.get("client_secret");
  if (authorization === undefined)
    return clientId === undefined ? tokenRefusals.noCredentials : { clientId, secret };

  if (secret !== undefined) return tokenRefusals.severalCredentials;
  const basic = decodeBasic(authorization);
  if (!basic) return tokenRefusals.malformedBasic;
  const isSame = clientId === undefined || clientId === basic.clientId;
  return isSame ? basic : tokenRefusals.severalCredentials;
}

/**
 * Name and secret are form-urlencoded before they are joined. Without a colon, or with nothing behind it, it is the name
 * alone, which is how Okta's SDK for browsers revokes tokens: an empty secret is as good as none.
 *
 * @see RFC 6749 §2.3.1; RFC 7617 §2; okta-auth-js, `token.revoke`
 */
function decodeBasic(authorization: string): Credentials | undefined {
  const encoded = /^Basic +([\w+/]+={0,2}) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const [name, ...rest] = atob(encoded).split(":");
    if (name === undefined) return undefined;
    return { clientId: decodeForm(name), secret: decodeForm(rest.join(":")) || undefined };
  } catch {
    // No base64, or percent signs that are no escapes.
    return undefined;
  }
}

function decodeForm(value: string): string {
  return decodeURIComponent(value.replaceAll("+", " "));
}

function refuse(refusal: TokenRefusal): ClientAuthentication {
  return { kind: "refused", refusal };
}
