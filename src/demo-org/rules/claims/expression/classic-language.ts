import type { ExpressionContext } from "../claims-context.ts";
import type { Language, Missing } from "./environment.ts";
import { arrayFunctions } from "./functions/array-functions.ts";
import { groupFunctions } from "./functions/group-functions.ts";
import { membershipFunctions } from "./functions/membership-functions.ts";
import { stringFunctions } from "./functions/string-functions.ts";
import { userFunctions } from "./functions/user-functions.ts";
import { groupMembers } from "./group-value.ts";

const organization = { name: "Demo org", subDomain: "demo-org", subdomain: "demo-org" };

const notOkta = (advice: string): Missing => ({ code: "not_okta", advice });
const notSupported = (advice: string): Missing => ({ code: "not_supported", advice });

const onlyInPolicies = notOkta("It is only available in Identity Engine policies.");

const noTime = notSupported("Use the token's iat and exp claims instead.");
const noConversion = notSupported("Store the converted value in the profile instead.");
const noManager = notSupported("Demo users have no managers.");
const noAssistant = notSupported("Demo users have no assistants.");
const directoryGroupsInstead = notSupported("Use the groups from the directory instead.");
const appGroupsInstead = notSupported("Use the groups from the app instead.");
const deprecated = (instead: string) => notSupported(`This name is deprecated. Use ${instead}.`);

const identityEngineOnly = (instead: string) =>
  notOkta(`Only an app's federated claims have methods. Use ${instead}.`);

/** For claims of authorization servers and an app's groups claim. @see Okta Expression Language overview */
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
    ["idpuser", notOkta("It is only available for usernames from identity providers.")],
    ["source", notOkta("It is only available in profile mappings. Use user or appuser.")],
    ["device", onlyInPolicies],
    ["security", onlyInPolicies],
    ["login", onlyInPolicies],
    ["accessRequest", onlyInPolicies],
    ["group", notOkta("It is only available in the second argument of getFilteredGroups.")],
  ]),
  missingFunctions: new Map([
    ["Convert", noConversion],
    ["Iso3166Convert", noConversion],
    ["Time", noTime],
    ["DateTime", noTime],
    ["user.getLinkedObject", notSupported("Demo users have no linked objects.")],
    ["getManagerUser", noManager],
    ["getManagerAppUser", noManager],
    ["getAssistantUser", noAssistant],
    ["getAssistantAppUser", noAssistant],
    ["hasDirectoryUser", directoryGroupsInstead],
    ["hasWorkdayUser", appGroupsInstead],
    ["findDirectoryUser", directoryGroupsInstead],
    ["findWorkdayUser", appGroupsInstead],
    ["Arrays.first", notOkta("Use Arrays.get(list, 0).")],
    ["Arrays.length", notOkta("Use Arrays.size.")],
    ["Arrays.join", notOkta("Arrays.toCsvString joins with commas.")],
    ["Arrays.toString", notOkta("Arrays.toCsvString joins with commas.")],
    ["String.contains", notOkta("Use String.stringContains.")],
    ["String.length", notOkta("Use String.len.")],
    ["String.size", notOkta("Use String.len.")],
    ["toUpperCase", deprecated("String.toUpperCase")],
    ["toLowerCase", deprecated("String.toLowerCase")],
    ["substring", deprecated("String.substring")],
    ["substringBefore", deprecated("String.substringBefore")],
    ["substringAfter", deprecated("String.substringAfter")],
  ]),
  missingMethods: new Map([
    ["get", notOkta("Use Arrays.get(list, 0).")],
    ["first", notOkta("Use Arrays.get(list, 0).")],
    ["join", notOkta("Arrays.toCsvString joins with commas.")],
    ["map", notOkta("Use a projection: list.![name].")],
    ["startsWith", notOkta("Use String.startsWith.")],
    ["matches", notOkta("Use the operator: x matches 'a.*'.")],
    ["add", identityEngineOnly("Arrays.add")],
    ["contains", identityEngineOnly("String.stringContains or Arrays.contains")],
    ["flatten", identityEngineOnly("Arrays.flatten")],
    ["isEmpty", identityEngineOnly("Arrays.isEmpty")],
    ["length", identityEngineOnly("String.len")],
    ["remove", identityEngineOnly("Arrays.remove")],
    ["removeSpaces", identityEngineOnly("String.removeSpaces")],
    ["replace", identityEngineOnly("String.replace")],
    ["replaceFirst", identityEngineOnly("String.replaceFirst")],
    ["size", identityEngineOnly("Arrays.size")],
    ["substring", identityEngineOnly("String.substring")],
    ["substringAfter", identityEngineOnly("String.substringAfter")],
    ["substringBefore", identityEngineOnly("String.substringBefore")],
    ["toInteger", identityEngineOnly("a number in the profile")],
    ["toLowerCase", identityEngineOnly("String.toLowerCase")],
    ["toNumber", identityEngineOnly("a number in the profile")],
    ["toUpperCase", identityEngineOnly("String.toUpperCase")],
  ]),
};

/** @see Okta: Customize tokens returned from Okta with a static allowlist (`group_expression`) */
export const groupLanguage: Language = {
  ...classicLanguage,
  roots: new Map([
    ...classicLanguage.roots,
    [
      "group",
      {
        members: groupMembers,
        read: () => undefined,
        describeMissing: (name) => ({ code: "no_such_member", name, members: groupMembers }),
      },
    ],
  ]),
};

export function toAppUser({ appUser }: ExpressionContext): unknown {
  return appUser && { ...appUser.profile, userName: appUser.userName };
}

function toApp({ application }: ExpressionContext): unknown {
  if (!application) return null;
  const { id, profile, credentials } = application;
  return { id, clientId: credentials.oauthClient.client_id, profile };
}
