import { securityQuestion } from "../../rules/sign-in/credentials.ts";
import { explorerApplication } from "../../seed/application.ts";
import type { RunningDemoOrg } from "./demo-org-types.ts";

export type StartedOrg = Pick<
  RunningDemoOrg,
  "url" | "issuer" | "customIssuer" | "clientId" | "redirectUris"
> & {
  readonly addsRedirectUris: boolean;
  readonly usernames: readonly string[];
  readonly password: string | undefined;
  /** undefined if the caller chose it: it may be a secret, so it isn't printed. */
  readonly apiToken: string | undefined;
};

const maximumUsernames = 10;

export function describeStart(org: StartedOrg): string {
  const list = (items: readonly string[]) => items.map((item) => `    ${item}`).join("\n");
  const redirectUris = org.redirectUris.length > 0 ? org.redirectUris : ["none"];
  return `
  The demo org is running at ${org.url}

  Client ID  ${org.clientId ?? "none: the org has no app"}
  API token  ${org.apiToken ?? "the one you chose"}
  Password   ${org.password === undefined ? "different for each user" : `${org.password} (for every user)`}
  Answer     ${securityQuestion.answer} (to everyone's security question)

  Users
${list(shorten(org.usernames))}

  Registered sign-in redirect URIs
${list(redirectUris)}
    ${org.addsRedirectUris ? "Add more with --redirect-uri or REDIRECT_URIS." : `--redirect-uri and REDIRECT_URIS have no effect: the org has no app ${explorerApplication.id}.`}

  Press Ctrl+C to stop. The org keeps no data after that.
`;
}

export function renderStart({ addsRedirectUris: _, usernames, ...org }: StartedOrg): string {
  return JSON.stringify({ ...org, users: usernames });
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
