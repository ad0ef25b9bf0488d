import { explorerApplication } from "../../seed/application.ts";
import type { SeedProblem } from "./read-seed.ts";
import type { Settings } from "./settings.ts";

/** What somebody needs to know of the org that has just started. */
export type StartedOrg = {
  readonly origin: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** Whether the org has the app that `REDIRECT_URIS` is for: one that was started from a file may not. */
  readonly addsRedirectUris: boolean;
  readonly usernames: readonly string[];
  /** The same for everyone; undefined where they have different ones. */
  readonly password: string | undefined;
  /** undefined where it was chosen: whoever chose it knows it. */
  readonly apiToken: string | undefined;
};

/** More than that is more than anybody reads. */
const mostUsernames = 10;

/** @returns Lines to print when the org answers. */
export function describeStart(org: StartedOrg): string {
  const list = (items: readonly string[]) => items.map((item) => `    ${item}`).join("\n");
  return `
  The demo org answers at ${org.origin}

  Client ID  ${org.clientId}
  API token  ${org.apiToken ?? "as API_TOKEN has it"}
  Password   ${org.password === undefined ? "each their own" : `${org.password}, for everyone`}:
${list(shorten(org.usernames))}
  Registered sign-in redirect URIs (REDIRECT_URIS ${org.addsRedirectUris ? "adds to them" : `adds none, for the org has no client ${explorerApplication.id}`}):
${list(org.redirectUris.length > 0 ? org.redirectUris : ["none"])}

  What it knows is gone when it stops: Ctrl+C.
`;
}

function shorten(usernames: readonly string[]): readonly string[] {
  const more = usernames.length - mostUsernames;
  return more > 0 ? [...usernames.slice(0, mostUsernames), `and ${more} more`] : usernames;
}

/** @returns Why the org does not start, in a sentence, and what to do. */
export function describeRefusal(refusal: Exclude<Settings, { kind: "settings" }>): string {
  switch (refusal.kind) {
    case "no_port":
      return `PORT is no port: "${refusal.value}". Choose a number from 1 to 65535, as in: PORT=8081 npm run org`;
    case "no_redirect_uri":
      return `REDIRECT_URIS holds something that is no redirect URI: "${refusal.value}". Each is a whole address in ASCII without a fragment, with a space before the next, as in: http://localhost:3000/callback http://localhost:3000/`;
    case "no_api_token":
      return "API_TOKEN holds a space, or what is not ASCII, and not every client can send that in a header. Choose one without, as in: API_TOKEN=secret npm run org";
    case "unknown_arguments":
      return `These arguments are not understood: ${refusal.value}. There is one: npm run org -- --seed FILE`;
    default:
      return refusal satisfies never;
  }
}

/** @returns Why the org cannot start from a file, and what to do. */
export function describeSeedProblem(problem: SeedProblem): string {
  const { path } = problem;
  switch (problem.code) {
    case "unreadable":
      return `${path} cannot be read: ${problem.reason}. Name a file that the org was exported to.`;
    case "no_json":
      return `${path} is no JSON. Name a file that the org was exported to.`;
    case "broken":
      return `${path} is no org to start from:\n${problem.causes.map((cause) => `    ${cause}`).join("\n")}`;
    default:
      return problem satisfies never;
  }
}

/**
 * @param failure What the server failed with.
 * @returns Why nothing can be served at the port, in a sentence, and what to do.
 */
export function describeFailure(failure: NodeJS.ErrnoException, port: number): string {
  if (failure.code === "EADDRINUSE")
    return `Port ${port} is taken. Stop what uses it, or choose another port, as in: PORT=${port < 65_535 ? port + 1 : port - 1} npm run org`;
  if (failure.code === "EACCES")
    return `Port ${port} is reserved on this machine. Choose one above 1023, as in: PORT=8080 npm run org`;
  return `The demo org could not start: ${failure.message}`;
}
