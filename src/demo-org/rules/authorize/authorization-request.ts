import type { Application } from "../../model/application.ts";
import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findApplication } from "../../model/directory.ts";
import type { Parameters } from "../parameters.ts";
import { type Refusal, refusals } from "../permission/refusal.ts";
import { grantScopes } from "../permission/scopes.ts";
import type { Ports } from "../ports.ts";
import { type Assurance, needsSecondFactor, parseAssurance } from "./assurance.ts";
import { isRedirectUri, listRedirectUris } from "./redirect-uris.ts";
import { chooseResponseMode, type ResponseMode } from "./response-mode.ts";

export type ReplyAddress = {
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | undefined;
};

export type AuthorizationRequest = {
  readonly application: Application;
  readonly replyTo: ReplyAddress;
  readonly responseTypes: ReadonlySet<string>;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** RFC 7636 §4.2, S256. */
  readonly codeChallenge: string | undefined;
  readonly prompt: Prompt | undefined;
  readonly maxAgeSeconds: number | undefined;
  readonly loginHint: string | undefined;
  readonly assurance: Assurance | undefined;
  readonly needsSecondFactor: boolean;
};

/** The redirect URI is not registered. Redirecting to it would be an open redirect. */
type Untrusted = {
  readonly kind: "untrusted";
  readonly refusal: Refusal;
  readonly redirectUri: string | undefined;
  readonly application: Application | undefined;
};

export type ParsedRequest =
  | Untrusted
  | { readonly kind: "refused"; readonly replyTo: ReplyAddress; readonly refusal: Refusal }
  | { readonly kind: "request"; readonly request: AuthorizationRequest };

type ServerContext = {
  readonly server: AuthorizationServer;
  readonly configuration: Configuration;
  readonly org: Pick<Ports, "baseUrl" | "redirectUris">;
};

type Prompt = "none" | "login";

/** `consent` has no effect, because no scope of this org requires consent. */
const prompts: ReadonlyMap<string, Prompt | undefined> = new Map<string, Prompt | undefined>([
  ["none", "none"],
  ["login", "login"],
  ["consent", undefined],
  ["login consent", "login"],
  ["consent login", "login"],
]);

const supportedPrompts = ["none", "login", "consent", "login consent"];

const maximumAgeSeconds = 2 ** 31 - 1;

/** Unverified: which of several errors Okta returns. @see OpenID Connect Core 1.0 §3.2.2.1 */
export function parseAuthorizationRequest(
  parameters: Parameters,
  context: ServerContext,
): ParsedRequest {
  const { server, configuration } = context;
  const trusted = identifyClient(parameters, context);
  if (trusted.kind === "untrusted") return trusted;

  const { application, redirectUri } = trusted;
  const responseTypes = new Set(parameters.get("response_type")?.split(" "));
  const { mode, refusal: modeRefusal } = chooseResponseMode(
    parameters.get("response_mode"),
    responseTypes,
    redirectUri,
  );
  const state = parseState(parameters);
  const nonce = parameters.get("nonce");
  const scopes = grantScopes(parameters.get("scope"), server, responseTypes);
  const maxAge = parameters.get("max_age");
  const assurance = parseAssurance(parameters.get("acr_values"));

  const replyTo = { redirectUri, mode, state };
  const refuse = (refusal: Refusal) => ({ kind: "refused", replyTo, refusal }) as const;
  const early = findEarlyRefusal(parameters, application, responseTypes) ?? modeRefusal;
  if (early) return refuse(early);
  if (state === undefined) return refuse(refusals.invalid_state);
  if (nonce === undefined && !isForCodeAlone(responseTypes)) return refuse(refusals.invalid_nonce);
  const challengeRefusal = responseTypes.has("code")
    ? findChallengeRefusal(parameters, application)
    : undefined;
  if (challengeRefusal) return refuse(challengeRefusal);
  if (scopes.kind === "refused") return refuse(scopes.refusal);
  const late = findLateRefusal(parameters, configuration);
  if (late) return refuse(late);

  return {
    kind: "request",
    request: {
      application,
      replyTo,
      responseTypes,
      scopes: scopes.scopes,
      nonce,
      /** RFC 7636 §4.2, S256. */
      codeChallenge: parameters.get("code_challenge"),
      prompt: prompts.get(parameters.get("prompt") ?? ""),
      maxAgeSeconds: maxAge === undefined ? undefined : Number(maxAge),
      loginHint: parameters.get("login_hint"),
      assurance,
      needsSecondFactor: needsSecondFactor(application, assurance),
    },
  };
}

/** The redirect URI must match a registered URI exactly. @see OpenID Connect Core 1.0 §3.2.2.1; RFC 6749 §4.2.2.1 */
function identifyClient(parameters: Parameters, { configuration, org }: ServerContext) {
  const refuse = (refusal: Refusal, application?: Application, redirectUri?: string) =>
    ({ kind: "untrusted", refusal, application, redirectUri }) as const;

  if (parameters.repeated.includes("client_id") || parameters.repeated.includes("redirect_uri"))
    return refuse(refusals.duplicatedParameters(parameters.repeated));

  const clientId = parameters.get("client_id");
  const application = clientId === undefined ? undefined : findApplication(configuration, clientId);
  if (!application) return refuse(refusals.invalidClient);

  const redirectUri = parameters.get("redirect_uri");
  // Checks the scheme again, because an older release may have stored a URI with a scheme that is forbidden now.
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

// Unverified: which characters Okta refuses. Its reference lists only some, but orgs have accepted `=` and others.
// @see Okta: OpenID Connect & OAuth 2.0 API, "/authorize"; RFC 6749 A.5
function parseState(parameters: Parameters): string | undefined {
  const state = parameters.get("state");
  return state !== undefined && !/\p{Cc}/u.test(state) ? state : undefined;
}

function findEarlyRefusal(
  parameters: Parameters,
  { settings }: Application,
  responseTypes: ReadonlySet<string>,
): Refusal | undefined {
  const { response_types: configured, grant_types: grants } = settings.oauthClient;
  if (parameters.repeated.length > 0) return refusals.duplicatedParameters(parameters.repeated);
  if (parameters.get("request") !== undefined) return refusals.requestNotSupported;
  if (parameters.get("request_uri") !== undefined) return refusals.requestUriNotSupported;

  // Unverified: Okta's response to a missing or unknown response type, which has a description of its own.
  const isConfigured =
    responseTypes.size > 0 &&
    [...responseTypes].every((type) => configured.some((it) => it === type));
  if (!isConfigured) return refusals.unsupportedResponseType(configured);
  const needed = listGrantTypes(responseTypes);
  return needed.every((it) => grants.includes(it))
    ? undefined
    : refusals.unauthorizedClient(grants);
}

/** Returns both grant types for a hybrid response type. */
export function listGrantTypes(
  responseTypes: ReadonlySet<string>,
): readonly ("authorization_code" | "implicit")[] {
  return [
    ...(responseTypes.has("code") ? ["authorization_code" as const] : []),
    ...(isForCodeAlone(responseTypes) ? [] : ["implicit" as const]),
  ];
}

function isForCodeAlone(responseTypes: ReadonlySet<string>): boolean {
  return responseTypes.size === 1 && responseTypes.has("code");
}

/** @see RFC 7636 §4.3 and §4.4.1; Okta error catalogue: pkce_missing_challenge and its neighbours */
function findChallengeRefusal(
  parameters: Parameters,
  { credentials }: Application,
): Refusal | undefined {
  const challenge = parameters.get("code_challenge");
  const method = parameters.get("code_challenge_method");
  if (challenge === undefined && method === undefined)
    return credentials.oauthClient.pkce_required ? refusals.pkce_missing_challenge : undefined;
  if (challenge === undefined) return refusals.pkce_missing_challenge;
  if (method !== "S256") return refusals.pkce_unsupported_code_challenge_method;
  return /^[\w-]{43}$/.test(challenge) ? undefined : refusals.pkce_invalid_challenge;
}

function findLateRefusal(parameters: Parameters, { orgId }: Configuration): Refusal | undefined {
  const prompt = parameters.get("prompt");
  if (prompt !== undefined && !prompts.has(prompt)) return refusals.invalidPrompt(supportedPrompts);

  const maxAge = parameters.get("max_age");
  if (maxAge !== undefined) {
    if (!/^\d{1,10}$/.test(maxAge) || Number(maxAge) > maximumAgeSeconds)
      return refusals.invalid_max_age;
    if (Number(maxAge) === 0 && prompt === "none") return refusals.invalid_prompt_for_zero_max_age;
  }

  const idp = parameters.get("idp");
  return idp === undefined || idp === orgId ? undefined : refusals.unknown_idp;
}
