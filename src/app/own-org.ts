import { describeAllowedOrgs, isAllowedUrl, listAllowedOrgs } from "../oidc/allowed-orgs.ts";
import { parseClientId } from "../okta/client-id.ts";
import { parseOktaDomain } from "../okta/okta-domain.ts";
import type { RequestChoice } from "./request-choice.ts";

export type ParsedOwnOrg = ReturnType<typeof parseOwnOrg>;

/** Parses the domain and the client ID of the user's own org. A page that is locked to some orgs accepts no other. */
export function parseOwnOrg(choice: Pick<RequestChoice, "domain" | "clientId">) {
  const problems: { domain?: string; clientId?: string } = {};
  const domain = parseOktaDomain(choice.domain);
  if (domain.kind === "empty") {
    problems.domain = listAllowedOrgs()
      ? "Choose your org."
      : "Enter your Okta domain, such as dev-123.okta.com.";
  }
  if (domain.kind === "not_an_org") problems.domain = domain.problem;
  const isRefused = domain.kind === "org" && !isAllowedUrl(domain.orgUrl);
  if (isRefused) problems.domain = describeAllowedOrgs();
  const clientId = parseClientId(choice.clientId);
  if (clientId.kind === "empty") {
    problems.clientId = "Enter the client ID from your app’s General tab.";
  }
  if (clientId.kind === "problem") problems.clientId = clientId.problem;
  const ownOrg = domain.kind === "org" && !isRefused ? domain : undefined;
  return {
    orgUrl: ownOrg?.orgUrl ?? "https://{yourOktaDomain}",
    clientId: clientId.kind === "ok" ? clientId.clientId : "{clientId}",
    ownOrg,
    problems,
  };
}

/** Finds the custom authorization server in a pasted issuer, such as `https://dev-123.okta.com/oauth2/default`. */
export function findServerInDomain(domain: string): Partial<RequestChoice> {
  const parsed = parseOktaDomain(domain);
  if (parsed.kind !== "org" || parsed.authorizationServerId === undefined) return {};
  return { server: "custom", authorizationServerId: parsed.authorizationServerId };
}
