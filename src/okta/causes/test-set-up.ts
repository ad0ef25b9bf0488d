import { matchGroups } from "../group-filter.ts";
import type {
  AppSetUp,
  ClaimSetUp,
  ClaimValue,
  OrgSetUp,
  PolicySetUp,
  RuleSetUp,
  ServerSetUp,
  UserGroup,
  UserSetUp,
} from "../org-set-up.ts";

export const clientId = "0oaoiuhhch8VRtBnC0h7";

export const everyone: UserGroup = { id: "00g1", name: "Everyone", isImported: false };
export const it: UserGroup = { id: "00g2", name: "IT", isImported: false };
export const vpn: UserGroup = { id: "00g3", name: "VPN Users", isImported: true };

/** One group more than a claim can list in flows other than the code flow. */
export const manyGroups: readonly UserGroup[] = Array.from({ length: 101 }, (_, index) => ({
  id: `00g${index}`,
  name: `Project ${index}`,
  isImported: false,
}));

export function filter(
  value: string,
  type: Extract<ClaimValue, { kind: "filter" }>["type"] = "REGEX",
): ClaimValue {
  return { kind: "filter", type, value };
}

export function expression(
  text: string,
  evaluation: Extract<ClaimValue, { kind: "expression" }>["evaluation"],
): ClaimValue {
  return { kind: "expression", expression: text, evaluation };
}

function builder<T>(byDefault: T) {
  return (parts: Partial<T> = {}): T => ({ ...byDefault, ...parts });
}

export function buildUser(groups: readonly UserGroup[] = [everyone, it]): UserSetUp {
  const login = "it.user@example.com";
  return { id: "00u1", login, status: "ACTIVE", hasPassword: true, groups };
}

export const buildApp = builder<AppSetUp>({
  id: clientId,
  label: "Explorer",
  isActive: true,
  grantTypes: ["implicit", "authorization_code"],
  responseTypes: ["id_token", "token", "code"],
  redirectUris: [],
  groupsClaim: { name: "groups", value: filter(".*") },
  profile: {},
  isUserAssigned: true,
});

export const buildClaim = builder<ClaimSetUp>({
  id: "ocl1",
  name: "groups",
  token: "id_token",
  value: filter(".*"),
  isActive: true,
  isAlways: true,
  scopes: [],
});

export const buildRule = builder<RuleSetUp>({
  id: "0pr1",
  name: "Default rule",
  isActive: true,
  grantTypes: ["implicit", "authorization_code"],
  people: "everyone",
  scopes: "any",
});

export const buildPolicy = builder<PolicySetUp>({
  id: "00p1",
  name: "Default policy",
  isActive: true,
  clients: "all",
  rules: [buildRule()],
});

export const buildServer = builder<ServerSetUp>({
  id: "default",
  name: "default",
  isActive: true,
  scopes: ["openid", "profile", "email", "groups"].map((name) => ({ name, isDefault: false })),
  claims: [buildClaim()],
  policies: [buildPolicy()],
});

/** Builds the set-up of an org where the ID token has groups. */
export function buildSetUp(parts: Partial<OrgSetUp> = {}): OrgSetUp {
  return { app: buildApp(), server: undefined, user: buildUser(), matchGroups, ...parts };
}

export const ofApp = (value: ClaimValue, parts: Partial<OrgSetUp> = {}) =>
  buildSetUp({ app: buildApp({ groupsClaim: { name: "groups", value } }), ...parts });
export const ofAppSettings = (app: Parameters<typeof buildApp>[0]) =>
  buildSetUp({ app: buildApp(app) });
export const ofServer = (server: Partial<ServerSetUp>, parts: Partial<OrgSetUp> = {}) =>
  buildSetUp({ server: buildServer(server), ...parts });
export const ofClaim = (claim: Partial<ClaimSetUp>, parts: Partial<OrgSetUp> = {}) =>
  ofServer({ claims: [buildClaim(claim)] }, parts);
export const ofPolicy = (...policies: readonly ReturnType<typeof buildPolicy>[]) =>
  ofServer({ policies });
export const ofRule = (rule: Parameters<typeof buildRule>[0]) =>
  ofPolicy(buildPolicy({ rules: [buildRule(rule)] }));
