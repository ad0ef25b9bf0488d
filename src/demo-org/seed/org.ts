import { systemClaims } from "../claims/system-claims.ts";
import { predefinedScopes } from "../model/issuing-server.ts";
import type { Org } from "../model/org.ts";
import { allGroups } from "./groups.ts";
import { people } from "./people.ts";

const clientId = "0oaoiuhhch8VRtBnC0h7";

/** The org as it is first started: the set-up of Okta's guide on groups claims, ids and all. */
export const seededOrg: Org = {
  id: "00oixa26ycdNcX0VT0h7",
  users: people,
  groups: allGroups,
  applications: [
    {
      id: clientId,
      clientId,
      label: "Okta Groups Explorer",
      responseTypes: ["id_token", "token"],
      postLogoutRedirectUris: [],
      groupsClaim: { name: "groups", filter: { group_filter_type: "REGEX", value: ".*" } },
      assignedUserIds: people
        .filter(({ profile }) => profile.login !== "outside.user@example.com")
        .map(({ id }) => id),
    },
  ],
  authorizationServers: [
    {
      id: "default",
      name: "default",
      audience: "api://default",
      scopes: predefinedScopes,
      claims: [
        ...systemClaims,
        {
          id: "ocldem0groupsc1a1m00",
          name: "GroupsClaim",
          status: "ACTIVE",
          claimType: "RESOURCE",
          valueType: "GROUPS",
          group_filter_type: "REGEX",
          value: ".*",
          conditions: { scopes: [] },
          system: false,
          alwaysIncludeInToken: true,
        },
      ],
      // A new org's `default` has no access policy and denies everything; a demo that did would show nothing.
      rules: [
        {
          name: "Everybody, implicit",
          clientIds: "ALL_CLIENTS",
          grantTypes: ["implicit"],
          scopes: "*",
          accessTokenLifetimeMinutes: 60,
        },
      ],
    },
  ],
};
