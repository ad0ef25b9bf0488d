import { splitWords } from "../../../split-words.ts";
import type { ExpressionContext } from "../claims-context.ts";
import { deprecatedFunctions, onlyInPolicies, timeInstead, toAppUser } from "./classic-language.ts";
import type { Language, Root } from "./environment.ts";
import { notOkta, notSupported, refuseMissing } from "./expression-error.ts";
import { membershipFunctions } from "./functions/membership-functions.ts";
import { methods, methodsByFunction } from "./functions/methods.ts";
import { getGroups, isMemberOf } from "./functions/user-functions.ts";

const title = "Identity Engine's expression language";
const noRoot = "Available: user, appuser, session.";
const getGroupsInstead =
  "Use user.getGroups, for example user.getGroups({'group.profile.name': 'IT'}).![profile.name].";
const isMemberOfInstead =
  "Use user.isMemberOf, for example user.isMemberOf({'group.profile.name': 'IT', 'operator': 'EXACT'}).";
const countriesInstead = "Store the converted value in the profile instead.";
const datesInstead = "Here dates are strings such as 2026-01-31T12:00:00.000Z.";
const startInstead = "Compare the start: x.substring(0, 2) == 'IT'.";
const indexInstead = "Use an index such as [0].";

const user: Root = {
  members: splitWords("profile id status created lastUpdated passwordChanged lastLogin"),
  read: toUser,
  refuse: (name, span) => {
    const advice = `Write user.profile.${name}.`;
    return refuseMissing(`user.${name}`, { code: "not_okta", advice }, span, title);
  },
};

/**
 * Unverified: that `app`, `org` and `access` are missing, and that operators are the same as in the classic language.
 * @see Okta Expression Language in Okta Identity Engine; Okta release notes of 2025 (`session.amr`)
 */
export const identityEngineLanguage: Language = {
  id: "identity-engine",
  title,
  roots: new Map<string, Root>([
    ["user", user],
    ["appuser", { members: undefined, read: toAppUserWithEntitlements }],
    ["session", { members: ["amr"], read: ({ amr }) => ({ amr }) }],
  ]),
  functions: new Map([
    ["user.getGroups", getGroups],
    ["user.isMemberOf", isMemberOf],
  ]),
  methods,
  missingRoots: new Map([
    ...notSupported("device", "Demo users have no devices."),
    ...notOkta("app org access group", noRoot),
    ...notOkta("idpuser", "It is only available for usernames from identity providers."),
    ...notOkta("source", "It is only available in profile mappings. Use user or appuser."),
    ...notOkta("security login accessRequest", onlyInPolicies),
  ]),
  missingFunctions: new Map([
    ...methodsByFunction.flatMap(([name, method]) =>
      notOkta(name, adviseMethod(method, name.startsWith("Arrays."))),
    ),
    ...deprecatedFunctions.flatMap((name) => notOkta(name, adviseMethod(name))),
    ...notOkta("Convert.toInt", adviseMethod("toInteger")),
    ...notOkta("Convert.toNum", adviseMethod("toNumber")),
    ...notOkta("String.append String.join", "Use +."),
    ...notOkta("String.startsWith", startInstead),
    ...notOkta("String.stringSwitch", "Use a conditional: x.contains('a') ? 'b' : 'c'."),
    ...notOkta("Arrays.clear", "Use {}."),
    ...notOkta("Arrays.get", indexInstead),
    ...notOkta("Arrays.toCsvString", "A claim can be the array itself."),
    ...notOkta("Groups getFilteredGroups", getGroupsInstead),
    ...notOkta([...membershipFunctions.keys()].join(" "), isMemberOfInstead),
    ...notOkta(
      "user.getInternalProperty",
      "Use user.id, user.status, user.created or user.lastUpdated.",
    ),
    ...notSupported("user.getLinkedObject", "Demo users have no linked objects."),
    ...notOkta("Iso3166Convert", countriesInstead),
    ...notSupported("Time DateTime", timeInstead),
  ]),
  missingMethods: new Map([
    ...notSupported("parseCountryCode toAlpha2 toAlpha3 toNumeric toName", countriesInstead),
    ...notSupported(
      "parseWindowsTime parseUnixTime parseStringTime toWindows toUnix toString toZone",
      datesInstead,
    ),
    ...["plus", "minus", "within"].flatMap((verb) =>
      notSupported(`${verb}Days ${verb}Hours ${verb}Minutes ${verb}Seconds`, datesInstead),
    ),
    ...notOkta("get first", indexInstead),
    ...notOkta("matches", "Use the operator: x matches 'a.*'."),
    ...notOkta("startsWith", startInstead),
  ]),
};

function adviseMethod(name: string, isOfList = false): string {
  const { parameters = [] } = methods.get(name) ?? {};
  const example =
    name === "substring" ? "0, 1" : ["'a'", "'b'"].slice(0, parameters.length).join(", ");
  return `Use the method: user.profile.${isOfList ? "roles" : "lastName"}.${name}(${example}).`;
}

/** `lastLogin` is null, as in this org's Users API. */
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
