import { splitWords } from "../../../split-words.ts";
import type { ExpressionContext } from "../claims-context.ts";
import type { Language, Root } from "./environment.ts";
import { notOkta, notSupported } from "./expression-error.ts";
import { arrayFunctions } from "./functions/array-functions.ts";
import { groupFunctions } from "./functions/group-functions.ts";
import { membershipFunctions } from "./functions/membership-functions.ts";
import { methods, methodsByFunction } from "./functions/methods.ts";
import { stringFunctions } from "./functions/string-functions.ts";
import { userFunctions } from "./functions/user-functions.ts";
import { groupMembers } from "./group-value.ts";
import { refuseMember } from "./names.ts";

const organization = { name: "Demo org", subDomain: "demo-org", subdomain: "demo-org" };

export const onlyInPolicies = "It is only available in Identity Engine policies.";
export const timeInstead = "Use the token's iat and exp claims instead.";
export const deprecatedFunctions: readonly string[] = splitWords(
  "toUpperCase toLowerCase substring substringBefore substringAfter",
);

const directoryInstead = "Use the groups from the directory instead.";
const appInstead = "Use the groups from the app instead.";
const firstInstead = "Use Arrays.get(list, 0).";
const joinInstead = "Arrays.toCsvString joins with commas.";

/** The language of authorization servers' claims and of apps' groups claims. @see Okta Expression Language overview */
export const classicLanguage: Language = {
  id: "classic",
  title: "Okta's expression language for claims",
  roots: new Map([
    ["user", { members: undefined, read: ({ user }) => user?.profile }],
    ["appuser", { members: undefined, read: toAppUser }],
    ["app", { members: ["id", "clientId", "profile"], read: toApp }],
    ["org", { members: Object.keys(organization), read: () => organization }],
    ["access", { members: ["scope"], read: ({ scopes }) => ({ scope: [...scopes] }) }],
    ["session", { members: ["amr"], read: ({ amr }) => ({ amr }) }],
  ]),
  functions: new Map([
    ...arrayFunctions,
    ...groupFunctions,
    ...membershipFunctions,
    ...stringFunctions,
    ...userFunctions,
  ]),
  methods: new Map(),
  missingRoots: new Map([
    ...notOkta("idpuser", "It is only available for usernames from identity providers."),
    ...notOkta("source", "It is only available in profile mappings. Use user or appuser."),
    ...notOkta("device security login accessRequest", onlyInPolicies),
    ...notOkta("group", "It is only available in the second argument of getFilteredGroups."),
  ]),
  missingFunctions: new Map([
    ...notSupported("Convert Iso3166Convert", "Store the converted value in the profile instead."),
    ...notSupported("Time DateTime", timeInstead),
    ...notSupported("user.getLinkedObject", "Demo users have no linked objects."),
    ...notSupported("getManagerUser getManagerAppUser", "Demo users have no managers."),
    ...notSupported("getAssistantUser getAssistantAppUser", "Demo users have no assistants."),
    ...notSupported("hasDirectoryUser findDirectoryUser", directoryInstead),
    ...notSupported("hasWorkdayUser findWorkdayUser", appInstead),
    ...notOkta("Arrays.first", firstInstead),
    ...notOkta("Arrays.length", "Use Arrays.size."),
    ...notOkta("Arrays.join Arrays.toString", joinInstead),
    ...notOkta("String.contains", "Use String.stringContains."),
    ...notOkta("String.length String.size", "Use String.len."),
    ...deprecatedFunctions.flatMap((name) =>
      notSupported(name, `This name is deprecated. Use String.${name}.`),
    ),
  ]),
  missingMethods: new Map([
    ...notOkta("get first", firstInstead),
    ...notOkta("join", joinInstead),
    ...notOkta("map", "Use a projection: list.![name]."),
    ...notOkta("startsWith", "Use String.startsWith."),
    ...notOkta("matches", "Use the operator: x matches 'a.*'."),
    ...[...methods.keys()].flatMap((name) => notOkta(name, adviseFunction(name))),
  ]),
};

function adviseFunction(method: string): string {
  const same = methodsByFunction.filter(([, name]) => name === method).map(([it]) => it);
  const instead = same.length > 0 ? same.join(" or ") : "a number in the profile";
  return `Only an app's federated claims have methods. Use ${instead}.`;
}

const group: Root = {
  members: groupMembers,
  read: () => undefined,
  refuse: (name, span) => refuseMember(name, groupMembers, span),
};

/**
 * The language of the expression inside `getFilteredGroups`.
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`group_expression`)
 */
export const groupLanguage: Language = {
  ...classicLanguage,
  roots: new Map([...classicLanguage.roots, ["group", group]]),
};

export function toAppUser({ appUser }: ExpressionContext): unknown {
  return appUser && { ...appUser.profile, userName: appUser.userName };
}

function toApp({ application }: ExpressionContext): unknown {
  if (!application) return null;
  const { id, profile, credentials } = application;
  return { id, clientId: credentials.oauthClient.client_id, profile };
}
