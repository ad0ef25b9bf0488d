import type { ExpressionContext } from "../claims-context.ts";
import { toAppUser } from "./classic-language.ts";
import type { Language, Missing, Root } from "./environment.ts";
import { methods } from "./functions/methods.ts";
import { getGroups, isMemberOf } from "./functions/user-functions.ts";

const notOkta = (advice: string): Missing => ({ code: "not_okta", advice });
const notSupported = (advice: string): Missing => ({ code: "not_supported", advice });

const onlyInPolicies = notOkta("It is only available in Identity Engine policies.");
const noRoot = notOkta("Available: user, appuser, session.");

const getGroupsInstead = notOkta(
  "Use user.getGroups, for example user.getGroups({'group.profile.name': 'IT'}).![profile.name].",
);
const isMemberOfInstead = notOkta(
  "Use user.isMemberOf, for example user.isMemberOf({'group.profile.name': 'IT', 'operator': 'EXACT'}).",
);
const textMethod = (method: string) => notOkta(`Use the method: user.profile.lastName.${method}.`);
const listMethod = (method: string) => notOkta(`Use the method: user.profile.roles.${method}.`);

const noTime = notSupported("Use the token's iat and exp claims instead.");
const noDates = notSupported("Here dates are strings such as 2026-01-31T12:00:00.000Z.");
const noCountries = notSupported("Store the converted value in the profile instead.");
const propertyInstead = notOkta("Use user.id, user.status, user.created or user.lastUpdated.");

/**
 * Unverified: that `app`, `org` and `access` are missing, and that operators are the same as in the classic language.
 * @see Okta Expression Language in Okta Identity Engine; Okta release notes of 2025 (`session.amr`)
 */
export const identityEngineLanguage: Language = {
  id: "identity-engine",
  title: "Identity Engine's expression language",
  roots: new Map<string, Root>([
    [
      "user",
      {
        members: [
          "profile",
          "id",
          "status",
          "created",
          "lastUpdated",
          "passwordChanged",
          "lastLogin",
        ],
        read: toUser,
        describeMissing: (name) => ({
          code: "not_okta",
          language: "Identity Engine's expression language",
          name: `user.${name}`,
          advice: `Write user.profile.${name}.`,
        }),
      },
    ],
    ["appuser", { members: undefined, read: toAppUserWithEntitlements }],
    ["session", { members: ["amr"], read: ({ amr }) => ({ amr }) }],
  ]),
  functions: new Map([
    ["user.getGroups", getGroups],
    ["user.isMemberOf", isMemberOf],
  ]),
  methods,
  missingRoots: new Map([
    ["device", notSupported("Demo users have no devices.")],
    ["app", noRoot],
    ["org", noRoot],
    ["access", noRoot],
    ["idpuser", notOkta("It is only available for usernames from identity providers.")],
    ["source", notOkta("It is only available in profile mappings. Use user or appuser.")],
    ["security", onlyInPolicies],
    ["login", onlyInPolicies],
    ["accessRequest", onlyInPolicies],
    ["group", noRoot],
  ]),
  missingFunctions: new Map([
    ["String.append", notOkta("Use +.")],
    ["String.join", notOkta("Use +.")],
    ["String.len", textMethod("length()")],
    ["String.removeSpaces", textMethod("removeSpaces()")],
    ["String.replace", textMethod("replace('a', 'b')")],
    ["String.replaceFirst", textMethod("replaceFirst('a', 'b')")],
    ["String.startsWith", notOkta("Compare the start: x.substring(0, 2) == 'IT'.")],
    ["String.stringContains", textMethod("contains('a')")],
    ["String.stringSwitch", notOkta("Use a conditional: x.contains('a') ? 'b' : 'c'.")],
    ["String.substring", textMethod("substring(0, 1)")],
    ["String.substringAfter", textMethod("substringAfter('a')")],
    ["String.substringBefore", textMethod("substringBefore('a')")],
    ["String.toLowerCase", textMethod("toLowerCase()")],
    ["String.toUpperCase", textMethod("toUpperCase()")],
    ["toLowerCase", textMethod("toLowerCase()")],
    ["toUpperCase", textMethod("toUpperCase()")],
    ["substring", textMethod("substring(0, 1)")],
    ["substringAfter", textMethod("substringAfter('a')")],
    ["substringBefore", textMethod("substringBefore('a')")],
    ["Arrays.add", listMethod("add('a')")],
    ["Arrays.remove", listMethod("remove('a')")],
    ["Arrays.clear", notOkta("Use {}.")],
    ["Arrays.get", notOkta("Use an index such as [0].")],
    ["Arrays.flatten", notOkta("Use the method: {{1}, {2, 3}}.flatten().")],
    ["Arrays.contains", listMethod("contains('a')")],
    ["Arrays.size", listMethod("size()")],
    ["Arrays.isEmpty", listMethod("isEmpty()")],
    ["Arrays.toCsvString", notOkta("A claim can be the array itself.")],
    ["Groups", getGroupsInstead],
    ["getFilteredGroups", getGroupsInstead],
    ["isMemberOfGroup", isMemberOfInstead],
    ["isMemberOfAnyGroup", isMemberOfInstead],
    ["isMemberOfGroupName", isMemberOfInstead],
    ["isMemberOfGroupNameStartsWith", isMemberOfInstead],
    ["isMemberOfGroupNameContains", isMemberOfInstead],
    ["isMemberOfGroupNameRegex", isMemberOfInstead],
    ["user.getInternalProperty", propertyInstead],
    ["user.getLinkedObject", notSupported("Demo users have no linked objects.")],
    ["Convert.toInt", textMethod("toInteger()")],
    ["Convert.toNum", textMethod("toNumber()")],
    ["Iso3166Convert", notOkta("Store the converted value in the profile instead.")],
    ["Time", noTime],
    ["DateTime", noTime],
  ]),
  missingMethods: new Map([
    ...["parseCountryCode", "toAlpha2", "toAlpha3", "toNumeric", "toName"].map(
      (name) => [name, noCountries] as const,
    ),
    ...[
      "parseWindowsTime",
      "parseUnixTime",
      "parseStringTime",
      "toWindows",
      "toUnix",
      "toString",
      "toZone",
      ...["plus", "minus", "within"].flatMap((verb) =>
        ["Days", "Hours", "Minutes", "Seconds"].map((unit) => verb + unit),
      ),
    ].map((name) => [name, noDates] as const),
    ["get", notOkta("Use an index such as [0].")],
    ["first", notOkta("Use the index [0].")],
    ["matches", notOkta("Use the operator: x matches 'a.*'.")],
    ["startsWith", notOkta("Compare the start: x.substring(0, 2) == 'IT'.")],
  ]),
};

/** `lastLogin` is null, as in the Users API. */
function toUser({ user }: ExpressionContext): unknown {
  if (!user) return undefined;
  const { id, status, created, lastUpdated, passwordChanged, profile, credentials } = user;
  return {
    id,
    status,
    created,
    lastUpdated,
    passwordChanged: credentials.password ? (passwordChanged ?? created) : null,
    lastLogin: null,
    profile,
  };
}

/** Demo users have no entitlements, but the app user's profile can have an attribute of that name. */
function toAppUserWithEntitlements(context: ExpressionContext): unknown {
  const appUser = toAppUser(context);
  return typeof appUser === "object" && appUser !== null
    ? { entitlements: {}, ...appUser }
    : undefined;
}
