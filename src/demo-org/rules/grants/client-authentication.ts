import type { Configuration } from "../../model/configuration.ts";
import { findApplication } from "../../model/directory.ts";
import type { Parameters } from "../parameters.ts";
import { refuse } from "../permission/refusal.ts";
import { type TokenRefusal, tokenRefusals } from "./token-refusal.ts";

type Credentials = { readonly clientId: string; readonly secret: string | undefined };

/** Unverified: whether Okta checks the app's authentication method. @see RFC 6749 §2.3.1 and §3.2.1 */
export function authenticateClient(
  authorization: string | undefined,
  form: Parameters,
  configuration: Configuration,
) {
  const candidates = parseCredentials(authorization, form);
  if ("error" in candidates) return refuse(candidates);
  const outcomes = candidates.map((credentials) => check(credentials, configuration));
  const found = outcomes.find(({ kind }) => kind === "authenticated");
  return found ?? outcomes[0] ?? refuse(tokenRefusals.invalid_basic_auth_creds);
}

function check(credentials: Credentials, configuration: Configuration) {
  const application = findApplication(configuration, credentials.clientId);
  if (!application) return refuse(tokenRefusals.invalid_client_id);

  const { token_endpoint_auth_method: method, client_secret } = application.credentials.oauthClient;
  const hasSecret = credentials.secret !== undefined;
  const needsSecret = method !== "none";
  if (hasSecret !== needsSecret) return refuse(tokenRefusals.invalid_client);
  if (hasSecret && credentials.secret !== client_secret)
    return refuse(tokenRefusals.invalid_client_secret);
  return { kind: "authenticated", application } as const;
}

function parseCredentials(
  authorization: string | undefined,
  form: Parameters,
): readonly Credentials[] | TokenRefusal {
  const clientId = form.get("client_id");
  const secret = form.get("client_secret");
  if (authorization === undefined)
    return clientId === undefined
      ? tokenRefusals.missing_client_credentials
      : [{ clientId, secret }];

  if (secret !== undefined) return tokenRefusals.severalCredentials;
  const candidates = decodeBasic(authorization);
  if (candidates.length === 0) return tokenRefusals.invalid_basic_auth_creds;
  const same = candidates.filter((it) => clientId === undefined || clientId === it.clientId);
  return same.length > 0 ? same : tokenRefusals.severalCredentials;
}

// Returns ID and secret both decoded and unchanged, because many clients don't form-urlencode them. An empty secret
// counts as none, because Okta's SDK for browsers sends only the ID.
// @see RFC 6749 §2.3.1; RFC 7617 §2; okta-auth-js, `token.revoke`
function decodeBasic(authorization: string): readonly Credentials[] {
  const encoded = /^Basic +([\w+/]+={0,2}) *$/i.exec(authorization)?.[1];
  const joined = encoded === undefined ? undefined : attempt(() => atob(encoded));
  if (joined === undefined) return [];
  const [name = "", ...rest] = joined.split(":");
  const secret = rest.join(":");
  const decoded = attempt(() => ({ clientId: decodeForm(name), secret: decodeForm(secret) }));
  return [...(decoded ? [decoded] : []), { clientId: name, secret }].map((it) => ({
    ...it,
    secret: it.secret || undefined,
  }));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function decodeForm(value: string): string {
  return decodeURIComponent(value.replaceAll("+", " "));
}
