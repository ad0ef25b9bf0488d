import type { Group } from "../model/group.ts";
import { hostileGroupNames } from "./hostile-group-names.ts";

export const everyone: Group = {
  id: "00geveryoneDemoOr0h7",
  type: "BUILT_IN",
  objectClass: ["okta:user_group"],
  profile: { name: "Everyone", description: "All users in your organization" },
};

export const it = buildOktaGroup("00goeudyucv6CcaeV0h7", "IT", "Keeps the computers running");

export const midwestSales = buildOktaGroup(
  "00gmidwestSalesDe0h7",
  "Midwest Sales",
  "Sells between the Rockies and the Appalachians",
);

/** A user in all of these groups exceeds the limit of a groups claim. */
export const projects: readonly Group[] = Array.from({ length: 120 }, (_, index) => {
  const number = String(index + 1).padStart(3, "0");
  return buildOktaGroup(`00gdemoProject${number}0h7`, `Project ${number}`, null);
});

/** Groups that were imported from Active Directory. Their source is the ID of the directory's app. */
export const directoryGroups: readonly Group[] = [
  buildDirectoryGroup("00gdomainUsersDem0h7", "Domain Users"),
  buildDirectoryGroup("00gvpnUsersDemoOr0h7", "VPN Users"),
];

export const hostileGroups: readonly Group[] = hostileGroupNames.map((name, index) =>
  buildOktaGroup(`00ghostileName${String(index + 1).padStart(3, "0")}0h7`, name, null),
);

function buildOktaGroup(id: string, name: string, description: string | null): Group {
  return {
    id,
    type: "OKTA_GROUP",
    objectClass: ["okta:user_group"],
    profile: { name, description },
  };
}

function buildDirectoryGroup(id: string, name: string): Group {
  return {
    id,
    type: "APP_GROUP",
    objectClass: ["okta:windows_security_principal"],
    profile: {
      name,
      description: null,
      samAccountName: name,
      windowsDomainQualifiedName: `EXAMPLE\\${name}`,
      dn: `CN=${name},CN=Users,DC=example,DC=com`,
    },
    source: { id: "0oaactiveDirector0h7", name: "active_directory" },
  };
}
