import type { Group } from "../../model/group.ts";
import { explorerApplication } from "../../seed/application.ts";
import { directoryGroups, everyone, it, midwestSales } from "../../seed/groups.ts";
import { people } from "../../seed/people.ts";
import type { ClaimsContext } from "./claims-context.ts";

/** For tests: Ingrid Holm with some custom attributes, and groups from three sources. */
export function buildContext(change: Partial<ClaimsContext> = {}): ClaimsContext {
  const ingrid = people.find(({ user }) => user.profile.login === "it.user@example.com");
  if (!ingrid) throw new Error("Ingrid is not among the people");
  const profile = {
    ...ingrid.user.profile,
    secondEmail: "ingrid@home.example",
    roles: ["reader", "writer"],
    level: 3,
    isContractor: false,
    empty: "",
    nothing: null,
  };
  return {
    user: { ...ingrid.user, profile },
    appUser: { userName: "ingrid", profile },
    application: {
      ...explorerApplication,
      profile: { groupallowlist: [it.id], label: "explorer", maxLimit: 40, nested: { deep: [1] } },
    },
    groups: [everyone, it, midwestSales, ...directoryGroups, googleGroup],
    scopes: new Set(["openid", "groups"]),
    flow: "implicit",
    amr: ["pwd"],
    ...change,
  };
}

const googleGroup: Group = {
  id: "00ggoogleGroupDem0h7",
  type: "APP_GROUP",
  profile: { name: "IT (Google)", description: null },
  source: { id: "0oagoogleAppDemo00h7", name: "google" },
};

export function buildGroups(count: number): readonly Group[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `00g${index}`,
    type: "OKTA_GROUP",
    profile: { name: `Group ${index}`, description: null },
  }));
}
