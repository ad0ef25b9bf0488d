import { securityQuestion } from "../../rules/sign-in/credentials.ts";
import { explorerApplication } from "../../seed/application.ts";
import type { RunningDemoOrg, StartDemoOrgOptions } from "./demo-org-types.ts";

type Options = Pick<StartDemoOrgOptions, "apiToken" | "redirectUris">;

const maximumUsernames = 10;

export function describeStart(org: RunningDemoOrg, options: Options): string {
  const { usernames, password, apiToken } = summarize(org, options);
  const addsRedirectUris = options.redirectUris?.some((uri) => org.redirectUris.includes(uri));
  const list = (items: readonly string[]) => items.map((item) => `    ${item}`).join("\n");
  const redirectUris = org.redirectUris.length > 0 ? org.redirectUris : ["none"];
  return `
  The demo org is running at ${org.url}

  Client ID  ${org.clientId ?? "none: the org has no app"}
  API token  ${apiToken ?? "the one you chose"}
  Password   ${password === undefined ? "different for each user" : `${password} (for every user)`}
  Answer     ${securityQuestion.answer} (to everyone's security question)

  Users
${list(shorten(usernames))}

  Registered sign-in redirect URIs
${list(redirectUris)}
    ${addsRedirectUris ? "Add more with --redirect-uri or REDIRECT_URIS." : `--redirect-uri and REDIRECT_URIS have no effect: the org has no app ${explorerApplication.id}.`}

  Press Ctrl+C to stop. The org keeps no data after that.
`;
}

export function renderStart(org: RunningDemoOrg, options: Options): string {
  const { url, issuer, customIssuer, clientId, redirectUris } = org;
  const { usernames: users, password, apiToken } = summarize(org, options);
  const started = { url, issuer, customIssuer, clientId, redirectUris, users, password, apiToken };
  return JSON.stringify(started);
}

/** A chosen API token may be a secret, so it isn't printed. */
function summarize({ users, apiToken }: RunningDemoOrg, options: Options) {
  const [password, ...others] = new Set(users.flatMap((user) => user.password ?? []));
  const isChosen = options.apiToken !== undefined && options.apiToken !== "random";
  return {
    usernames: users.map(({ username }) => username),
    password: others.length === 0 ? password : undefined,
    apiToken: isChosen ? undefined : apiToken,
  };
}

function shorten(usernames: readonly string[]): readonly string[] {
  const more = usernames.length - maximumUsernames;
  return more > 0 ? [...usernames.slice(0, maximumUsernames), `and ${more} more`] : usernames;
}

export function describeExposure(host: string): string {
  return `Warning: other machines can reach this org at ${host}. Everyone knows its users' passwords, so keep it off untrusted networks.`;
}

export function describeHelp(command: string): string {
  return `Starts a demo Okta org, for tests and local apps.

Usage: ${command} [options]

  --port PORT          Port to listen on, or 0 for any free port. Default: 8080, or PORT
  --host HOST          Address to listen on. Default: localhost. An address that other
                       machines can reach needs --api-token
  --issuer URL         The org's URL as clients see it, such as http://okta:8080
  --redirect-uri URI   Add a redirect URI to the seeded app. Repeat it for more, or set
                       REDIRECT_URIS, separated by spaces
  --seed FILE          Start from a file exported from a demo org
  --api-token TOKEN    API token. Default: demo-api-token, or API_TOKEN. With random, a
                       new one is printed
  --tls-key FILE       Serve https with this private key (PEM)
  --tls-cert FILE      and this certificate (PEM)
  --json               Print one line of JSON when the org is ready
  --help               Print this help

Example: ${command} --port 8081 --redirect-uri http://localhost:3000/callback
`;
}
