import type { ClientSettings } from "../../../model/application.ts";
import { emptyList } from "../describe-issue.ts";
import type { AppBody } from "./app-body.ts";

type GrantType = ClientSettings["grant_types"][number];
type ApplicationType = ClientSettings["application_type"];

/** @see Okta: Applications API, "Grant types"; okta/terraform-provider-okta: recorded responses (a service app) */
const grantTypesOf: Readonly<Record<ApplicationType, readonly GrantType[]>> = {
  web: ["authorization_code", "implicit", "refresh_token", "client_credentials"],
  browser: ["authorization_code", "implicit", "refresh_token"],
  native: ["authorization_code", "implicit", "refresh_token"],
  service: ["client_credentials", "implicit"],
};

const requiredGrantTypes: Readonly<Partial<Record<ApplicationType, GrantType>>> = {
  web: "authorization_code",
  native: "authorization_code",
  service: "client_credentials",
};

const grantsBehind = {
  code: ["authorization_code"],
  id_token: ["implicit"],
  token: ["implicit", "client_credentials"],
} as const satisfies Record<string, readonly GrantType[]>;

/** Unverified: the messages. @see Okta: Applications API, the OpenIdConnectApplicationSettingsClient object */
export function findSettingsProblems({
  credentials,
  settings,
}: Pick<AppBody, "credentials" | "settings">): string[] {
  return [
    ...findGrantProblems(settings.oauthClient).map((it) => `settings.oauthClient.${it}`),
    ...findCredentialProblems(credentials.oauthClient, settings.oauthClient).map(
      (it) => `credentials.oauthClient.${it}`,
    ),
  ];
}

function findGrantProblems(client: ClientSettings): string[] {
  const { application_type: type, grant_types: grants, response_types: responses } = client;
  const problems = grants
    .filter((grant) => !grantTypesOf[type].includes(grant))
    .map((grant) => `grant_types: An app of type '${type}' can't use '${grant}'`);

  const required = requiredGrantTypes[type];
  if (required && !grants.includes(required))
    problems.push(`grant_types: An app of type '${type}' needs '${required}'`);
  if (grants.length === 0) problems.push(`grant_types: ${emptyList}`);

  for (const response of responses) {
    const needed = grantsBehind[response];
    if (!needed.some((grant) => grants.includes(grant)))
      problems.push(`response_types: '${response}' needs the grant type '${needed[0]}'`);
  }
  if (grants.includes("authorization_code") && !responses.includes("code"))
    problems.push("response_types: The grant type 'authorization_code' needs 'code'");

  const isRedirected = grants.includes("authorization_code") || grants.includes("implicit");
  if (isRedirected && client.redirect_uris.length === 0)
    problems.push(`redirect_uris: ${emptyList}`);
  return problems;
}

function findCredentialProblems(
  client: AppBody["credentials"]["oauthClient"],
  { application_type: type, grant_types: grants }: ClientSettings,
): string[] {
  if (client.token_endpoint_auth_method !== "none") return [];
  const problems: string[] = [];
  if (client.pkce_required === false)
    problems.push("pkce_required: Must be true for a client without authentication");
  if (client.client_secret !== undefined)
    problems.push("client_secret: A client without authentication can't have a secret");
  if (type === "service" || grants.includes("client_credentials"))
    problems.push(
      "token_endpoint_auth_method: A client with 'client_credentials' needs authentication",
    );
  return problems;
}
