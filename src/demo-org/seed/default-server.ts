import type { Claim } from "../model/claim.ts";
import type { AccessPolicy, CustomServer } from "../model/custom-server.ts";
import { accessTokenSubject, systemClaims } from "../model/system-claims.ts";
import { systemScopes } from "../model/system-scopes.ts";

const groupsClaim: Claim = {
  id: "oclgroupsClaimDem0h7",
  name: "GroupsClaim",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "GROUPS",
  value: ".*",
  group_filter_type: "REGEX",
  conditions: { scopes: [] },
  system: false,
  alwaysIncludeInToken: true,
};

/** Without a policy, a server refuses every request, like the server `default` of a new Okta org. */
const openToEveryone: AccessPolicy = {
  id: "00popenToEveryone0h7",
  name: "All apps",
  priority: 1,
  status: "ACTIVE",
  conditions: { clients: { include: ["ALL_CLIENTS"] } },
  rules: [
    {
      id: "0primplicitFlowDe0h7",
      name: "Code and implicit, any scope",
      priority: 1,
      status: "ACTIVE",
      conditions: {
        people: { users: { include: [] }, groups: { include: ["EVERYONE"] } },
        grantTypes: { include: ["authorization_code", "implicit"] },
        scopes: { include: ["*"] },
      },
      actions: { token: { accessTokenLifetimeMinutes: 60 } },
    },
  ],
};

function buildId(prefix: "scp" | "ocl", name: string): string {
  return `${prefix}${name.replaceAll("_", "").padEnd(14, "DemoOrg").slice(0, 14)}0h7`;
}

/** As at Okta, the server has no `groups` scope until an admin adds that scope. */
export const defaultServer: CustomServer = {
  id: "default",
  name: "default",
  description: "Default Authorization Server for your Applications",
  status: "ACTIVE",
  audiences: ["api://default"],
  scopes: systemScopes.map((scope) => ({ ...scope, id: buildId("scp", scope.name) })),
  claims: [
    ...[...systemClaims, accessTokenSubject].map((it) => ({ ...it, id: buildId("ocl", it.name) })),
    groupsClaim,
  ],
  policies: [openToEveryone],
};
