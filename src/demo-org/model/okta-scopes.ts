import { splitWords } from "../split-words.ts";

const manageAndRead = (names: string) =>
  splitWords(names).flatMap((name) => [`${name}.manage`, `${name}.read`]);

/** Scopes that only the org server has. @see okta/terraform-provider-okta: recorded metadata of an org (2026) */
export const apiScopes: readonly string[] = [
  ...manageAndRead(`
    users linkedObjects profileMappings userTypes clients appGrants policies groups inlineHooks
    eventHooks apps accessRequests.tasks schemas idps factors riskProviders roles orgs domains brands
    sessions templates trustedOrigins threatInsights behaviors networkZones agentPools features
    certificateAuthorities principalRateLimits rateLimits apiTokens personal.adminSettings
  `),
  ...splitWords(`
    users.manage.self users.read.self clients.register events.read logs.read
    governance.assignmentCandidates.read reports.read directories.manage directories.groups.manage
  `),
].map((name) => `okta.${name}`);

/** @see Okta support: Add okta.myAccount.* reserved scopes to a custom authorization server */
export const myAccountScopes: readonly string[] = [
  ...manageAndRead(`
    appAuthenticator.maintenance appAuthenticator authenticators customAuthenticator email password
    phone profile
  `),
  ...splitWords("manage read oktaApplications.read organization.read"),
].map((name) => `okta.myAccount.${name}`);
