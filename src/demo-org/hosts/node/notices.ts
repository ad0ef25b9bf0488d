import { securityQuestion } from "../../rules/sign-in/factors.ts";
import { explorerApplication } from "../../seed/application.ts";
import type { SeedProblem } from "./read-seed.ts";
import type { Settings } from "./settings.ts";

/** A started org, as far as the start notice describes it. */
export type StartedOrg = {
  readonly origin: string;
  /** undefined if the org has no app. */
  readonly clientId: string | undefined;
  readonly redirectUris: readonly string[];
  /** Whether the org has the app that `REDIRECT_URIS` adds to. An org started from a file may not. */
  readonly addsRedirectUris: boolean;
  readonly usernames: readonly string[];
  /** The password that every user has; undefined if they differ. */
  readonly password: string | undefined;
  /** undefined if it was set with `API_TOKEN`: it may be a secret, so it isn't printed. */
  readonly apiToken: string | undefined;
};

const maximumUsernames = 10;

/** Describes a started org, in lines to print. */
export function describeStart(org: StartedOrg): string {
  const list = (items: readonly string[]) => items.map((item) => `    ${item}`).join("\n");
  const redirectUris = org.redirectUris.length > 0 ? org.redirectUris : ["none"];
  return `
  The demo org is running at ${org.origin}

  Client ID  ${org.clientId ?? "none: the org has no app"}
  API token  ${org.apiToken ?? "the value of API_TOKEN"}
  Password   ${org.password === undefined ? "different for each user" : `${org.password} (for every user)`}
  Answer     ${securityQuestion.answer} (to everyone's security question)

  Users
${list(shorten(org.usernames))}

  Registered sign-in redirect URIs
${list(redirectUris)}
    ${org.addsRedirectUris ? "Add more with REDIRECT_URIS." : `REDIRECT_URIS has no effect: the org has no app ${explorerApplication.id}.`}

  Press Ctrl+C to stop. The org keeps no data after that.
`;
}

function shorten(usernames: readonly string[]): readonly string[] {
  const more = usernames.length - maximumUsernames;
  return more > 0 ? [...usernames.slice(0, maximumUsernames), `and ${more} more`] : usernames;
}

/** Says why the settings are invalid, and how to fix them. */
export function describeRefusal(refusal: Exclude<Settings, { kind: "settings" }>): string {
  switch (refusal.kind) {
    case "no_port":
      return `PORT must be a number from 1 to 65535, not "${refusal.value}". Example: PORT=8081 npm run org`;
    case "no_redirect_uri":
      return `REDIRECT_URIS contains "${refusal.value}", which is not a redirect URI. Use absolute URIs in ASCII without a fragment, separated by spaces. Example: REDIRECT_URIS="http://localhost:3000/callback http://localhost:3000/" npm run org`;
    case "no_api_token":
      return "API_TOKEN must be ASCII characters without spaces, so that every client can send it in a header. Example: API_TOKEN=secret npm run org";
    case "unknown_arguments":
      return `Unknown arguments: ${refusal.value}. The only option is --seed: npm run org -- --seed FILE`;
    default:
      return refusal satisfies never;
  }
}

/** Says why the org can't start from a file. */
export function describeSeedProblem(problem: SeedProblem): string {
  const { path } = problem;
  switch (problem.code) {
    case "unreadable":
      return `Can't read ${path}: ${problem.reason}. Use a file exported from a demo org.`;
    case "no_json":
      return `${path} is not JSON. Use a file exported from a demo org.`;
    case "broken":
      return `Can't start from ${path}:\n${problem.causes.map((cause) => `    ${cause}`).join("\n")}`;
    default:
      return problem satisfies never;
  }
}

/** Says why the server can't listen on the port, and what to do. */
export function describeFailure(failure: NodeJS.ErrnoException, port: number): string {
  if (failure.code === "EADDRINUSE")
    return `Port ${port} is already in use. Stop the other program or choose another port. Example: PORT=${port < 65_535 ? port + 1 : port - 1} npm run org`;
  if (failure.code === "EACCES")
    return `No permission to use port ${port}. Choose a port above 1023. Example: PORT=8080 npm run org`;
  return `The demo org could not start: ${failure.message}`;
}
