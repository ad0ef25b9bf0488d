import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { createTestOrg, redirectUri, type TestBrowser, type TestOrg } from "./test-org.ts";

/** For tests: the verifier and challenge of RFC 7636, Appendix B. */
export const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

export const person = "it.user@example.com";

type AppChange = {
  readonly settings?: Partial<Application["settings"]["oauthClient"]>;
  readonly credentials?: Partial<Application["credentials"]["oauthClient"]>;
};

export const implicitOnly: AppChange = {
  settings: { grant_types: ["implicit"], response_types: ["id_token", "token"] },
};

/** For tests: an org with an app that uses codes and refresh tokens, and a policy that allows both. */
export function configureCodeFlow({ settings, credentials }: AppChange = {}): Configuration {
  const configuration = structuredClone(seedConfiguration);
  for (const application of configuration.applications) {
    Object.assign(application.settings.oauthClient, {
      grant_types: ["authorization_code", "implicit", "refresh_token"],
      response_types: ["code", "id_token", "token"],
      redirect_uris: [redirectUri],
      ...settings,
    });
    Object.assign(application.credentials.oauthClient, credentials);
  }
  for (const { policies } of configuration.customServers)
    for (const { rules } of policies)
      for (const { conditions } of rules)
        conditions.grantTypes.include = ["implicit", "authorization_code", "refresh_token"];
  return configuration;
}

export async function createCodeFlowOrg(change?: AppChange | Configuration): Promise<TestOrg> {
  const configuration = change && "orgId" in change ? change : configureCodeFlow(change);
  return await createTestOrg({ configuration });
}

export async function signInForCode(
  browser: TestBrowser,
  change: Readonly<Record<string, string | undefined>> = {},
  server: "" | "/default" = "",
): Promise<Record<string, string>> {
  const request = {
    response_type: "code",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...change,
  };
  const response = await browser.signIn(person, request, server);
  const answer = new URL(response.headers.get("Location") ?? "");
  return Object.fromEntries(new URLSearchParams(answer.search || answer.hash.slice(1)));
}
