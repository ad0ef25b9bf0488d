import { serve } from "@hono/node-server";
import { createDemoOrg } from "../demo-org.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { createMemoryStore } from "../store.ts";
import {
  describeFailure,
  describeRefusal,
  describeStart,
  type StartedOrg,
} from "./node/notices.ts";
import { ownAddressOnly } from "./node/own-address-only.ts";
import { parseSettings, type Settings } from "./node/settings.ts";

/** Serves the demo org on an origin of its own, as an Okta org would be: `npm run org`. */
function main(): void {
  const settings = parseSettings(process.env);
  if (settings.kind === "settings") start(settings);
  else fail(describeRefusal(settings));
}

function start({ port, redirectUris }: Extract<Settings, { kind: "settings" }>): void {
  const { origin } = new URL(`http://localhost:${port}`);
  const answerAsOrg = createDemoOrg({
    baseUrl: origin,
    store: createMemoryStore(),
    redirectUris,
    sessionCarrier: "cookie",
  });

  // `localhost` binds to loopback alone: an org with a known password is nothing to show the neighbours.
  const server = serve(
    { fetch: ownAddressOnly(origin, answerAsOrg), hostname: "localhost", port },
    () => console.log(describeStart({ origin, redirectUris, ...describePeople() })),
  );
  server.on("error", (failure) => fail(describeFailure(failure, port)));
}

function describePeople(): Pick<StartedOrg, "clientId" | "usernames" | "password"> {
  const { applications, users } = seedConfiguration;
  return {
    clientId: applications[0]?.credentials.oauthClient.client_id ?? "",
    usernames: users.map(({ profile }) => profile.login),
    password: users[0]?.credentials.password?.value ?? "",
  };
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

main();
