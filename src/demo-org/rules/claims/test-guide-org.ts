import type { Application } from "../../model/application.ts";
import type { Claim } from "../../model/claim.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { User } from "../../model/user.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { createTestOrg, parseFragment } from "../../test-support/test-org.ts";

type Setup = {
  readonly groupsClaim?: Application["groupsClaim"];
  readonly profile?: Application["profile"];
  readonly claims?: readonly Claim[];
  readonly attributes?: Partial<User["profile"]>;
};

/**
 * For tests: applies the manual steps of Okta's guides to the app, the user, and the server `default`, which gets a
 * `groups` scope.
 */
export function configureForGuide(
  { groupsClaim, profile, claims = [], attributes }: Setup,
  configuration: Configuration = structuredClone(seedConfiguration),
): Configuration {
  for (const application of configuration.applications) {
    if (groupsClaim !== undefined) application.groupsClaim = groupsClaim;
    if (profile) application.profile = profile;
  }
  for (const server of configuration.customServers) {
    server.claims.push(...claims);
    server.scopes.push({
      id: "scp.groups",
      name: "groups",
      system: false,
      metadataPublish: "ALL_CLIENTS",
      default: false,
    });
  }
  for (const user of configuration.users) Object.assign(user.profile, attributes);
  return configuration;
}

export async function signInToGuide(
  setup: Setup,
  change: Readonly<Record<string, string>>,
  {
    as = "it.user@example.com",
    server = "",
  }: { readonly as?: string; readonly server?: "" | "/default" } = {},
): Promise<Record<string, string>> {
  const browser = (await createTestOrg({ configuration: configureForGuide(setup) })).openBrowser();
  return parseFragment(await browser.signIn(as, change, server));
}

export function buildClaim(
  name: string,
  value: string,
  change: Partial<Extract<Claim, { valueType: "EXPRESSION" }>> = {},
): Claim {
  return {
    id: "oclguideClaimDemo0h7",
    name,
    status: "ACTIVE",
    claimType: "RESOURCE",
    valueType: "EXPRESSION",
    value,
    conditions: { scopes: [] },
    system: false,
    alwaysIncludeInToken: true,
    ...change,
  };
}

export const groupsByExpression = (value: string) =>
  ({ name: "groups", valueType: "EXPRESSION", value }) as const;
