import { type ResponseType, responseTypes } from "../oidc/authorization-request.ts";
import { parseScopes } from "../oidc/scope.ts";
import { hasDemoOrg } from "./has-demo-org.ts";

export type RequestChoice = {
  org: "demo" | "own";
  domain: string;
  clientId: string;
  server: "org" | "custom";
  authorizationServerId: string;
  responseType: ResponseType;
  scopes: readonly string[];
  /** Demo org: the username to sign in as; empty for the sign-in page. */
  person: string;
  isPresenting: boolean;
  lesson: string;
  /** Counted from 1. The lesson may have fewer steps. */
  step: number;
};

/** The scopes with a checkbox, in the order of OpenID Connect Core 1.0 §5.4, then Okta's. */
export const listedScopes = ["openid", "profile", "email", "address", "phone", "groups"] as const;

/** A new custom authorization server has no `groups` scope, and refuses requests for it. @see Okta: Groups claim guide */
const defaultScopes = {
  org: ["openid", "profile", "email", "groups"],
  custom: ["openid", "profile", "email"],
} as const;

export const initialChoice: RequestChoice = {
  org: hasDemoOrg ? "demo" : "own",
  domain: "",
  clientId: "",
  server: "org",
  authorizationServerId: "default",
  responseType: "id_token",
  scopes: defaultScopes.org,
  person: "",
  isPresenting: false,
  lesson: "",
  step: 1,
};

/** Parses the form's values from the page's query. Unknown values are ignored. */
export function parseChoice(query: string): RequestChoice {
  const parameters = new URLSearchParams(query);
  const domain = parameters.get("org") ?? "";
  const serverId = parameters.get("server") ?? "org";
  const server = serverId === "org" ? "org" : "custom";
  const token = parameters.get("token");
  const scope = parameters.get("scope");
  return {
    org: parameters.has("org") ? "own" : initialChoice.org,
    domain,
    clientId: parameters.get("client_id") ?? "",
    server,
    authorizationServerId: server === "org" ? initialChoice.authorizationServerId : serverId,
    responseType: responseTypes.find((known) => known === token) ?? initialChoice.responseType,
    scopes: scope === null ? defaultScopes[server] : parseScopes(scope),
    person: parameters.get("person") ?? "",
    isPresenting: parameters.has("present"),
    lesson: parameters.get("lesson") ?? "",
    step: parseStep(parameters.get("step")),
  };
}

function parseStep(text: string | null): number {
  return Number(/^[1-9]\d?$/.exec(text ?? "")?.[0] ?? 1);
}

/** The start of a JWT: its header is a JSON object in base64url. */
const tokenStart = /eyJ[\w-]{8}/;

export const requestedTokens: Record<ResponseType, string> = {
  id_token: "ID token",
  token: "access token",
  "id_token token": "both tokens",
  code: "code",
  "code id_token": "code, ID token",
  "code token": "code, access token",
  "code id_token token": "code, both tokens",
};

/**
 * Builds the query that presets the page with these values. Leaves out values that contain a pasted token.
 *
 * @returns With the leading `?`; empty for the page's initial values.
 * @see RFC 6749 §2.2 (a client ID is public)
 */
export function buildChoiceQuery(choice: RequestChoice): string {
  const parameters = new URLSearchParams();
  if (choice.org === "own") {
    parameters.set("org", choice.domain);
    parameters.set("client_id", choice.clientId);
  }
  if (choice.server === "custom") parameters.set("server", choice.authorizationServerId);
  if (choice.responseType !== initialChoice.responseType) {
    parameters.set("token", choice.responseType);
  }
  const scope = choice.scopes.join(" ");
  if (scope !== defaultScopes[choice.server].join(" ")) parameters.set("scope", scope);
  if (choice.org === "demo" && choice.person !== "") parameters.set("person", choice.person);
  if (choice.isPresenting) parameters.set("present", "");
  if (choice.lesson !== "") {
    parameters.set("lesson", choice.lesson);
    parameters.set("step", String(choice.step));
  }
  for (const [name, value] of [...parameters]) if (tokenStart.test(value)) parameters.delete(name);
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}
