import { resolve } from "node:path";
import { createDemoOrg } from "../http/demo-org.ts";
import { findSharedPassword } from "../http/pages/describe-people.ts";
import { defaultApiToken } from "../http/state/org.ts";
import type { Configuration } from "../model/configuration.ts";
import { createRandomId } from "../random-id.ts";
import { listRedirectUris } from "../rules/authorize/redirect-uris.ts";
import { explorerApplication } from "../seed/application.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { createMemoryStore } from "../store.ts";
import { endWithParent } from "./node/end-with-parent.ts";
import {
  describeFailure,
  describeRefusal,
  describeSeedProblem,
  describeStart,
  type StartedOrg,
} from "./node/notices.ts";
import { createOrgServer } from "./node/org-server.ts";
import { ownAddressOnly } from "./node/own-address-only.ts";
import { readSeed } from "./node/read-seed.ts";
import { parseSettings, type Settings } from "./node/settings.ts";

/** Serves the demo org on its own origin, like a real Okta org: `npm run org`. */
async function main(): Promise<void> {
  const settings = parseSettings(process.env, process.argv.slice(2));
  if (settings.kind !== "settings") return fail(describeRefusal(settings));
  if (settings.seedFile === undefined) return start(settings, seedConfiguration);

  // npm runs this in the project folder; INIT_CWD is where the command was typed.
  const seed = await readSeed(resolve(process.env.INIT_CWD ?? "", settings.seedFile));
  if (seed.kind === "problem") return fail(describeSeedProblem(seed.problem));
  start(settings, seed.configuration);
}

function start(
  { port, redirectUris, apiToken }: Extract<Settings, { kind: "settings" }>,
  seed: Configuration,
): void {
  const { origin } = new URL(`http://localhost:${port}`);
  // Anyone who can guess the token can change the org, so a random one is printed once and kept nowhere else.
  const token = apiToken === "random" ? createRandomId() : (apiToken ?? defaultApiToken);
  const answerAsOrg = createDemoOrg({
    baseUrl: origin,
    store: createMemoryStore(),
    redirectUris,
    sessionCarrier: "cookie",
    seed,
    apiToken: token,
  });
  const notice = describeStart({
    origin,
    apiToken: apiToken === undefined || apiToken === "random" ? token : undefined,
    ...describeSeed(seed, redirectUris),
  });

  const server = createOrgServer(ownAddressOnly(origin, answerAsOrg));
  server.on("error", (failure) => fail(describeFailure(failure, port)));
  // Loopback only: an org with a well-known password must not be reachable from the network.
  server.listen(port, "localhost", () => console.log(notice));
}

/** Describes the app that `REDIRECT_URIS` adds to, or else the first. */
function describeSeed(
  seed: Configuration,
  redirectUris: readonly string[],
): Omit<StartedOrg, "origin" | "apiToken"> {
  const { applications, users } = seed;
  const explorer = applications.find(({ id }) => id === explorerApplication.id);
  const application = explorer ?? applications[0];
  return {
    clientId: application?.credentials.oauthClient.client_id,
    redirectUris: application ? listRedirectUris(application, { redirectUris }) : [],
    addsRedirectUris: explorer !== undefined,
    usernames: users.map(({ profile }) => profile.login),
    password: findSharedPassword(seed),
  };
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await main();
