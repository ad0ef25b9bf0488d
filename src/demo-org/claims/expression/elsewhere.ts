/** What an expression can start from in other places than a claim. */
export const rootsElsewhere: ReadonlyMap<string, string> = new Map([
  ["idpuser", "It belongs to the usernames of identity providers."],
  ["source", "It belongs to profile mappings. Write user or appuser."],
  ["device", "It belongs to Identity Engine's policies."],
  ["security", "It belongs to Identity Engine's policies."],
  ["login", "It belongs to Identity Engine's policies."],
  ["accessRequest", "It belongs to Identity Engine's policies."],
  ["group", "It means something only in the second argument of getFilteredGroups."],
]);

/** What a federated claim can start from at Okta beside all that other claims can, and not here. */
export const federatedRootsElsewhere: ReadonlyMap<string, string> = new Map([
  ["device", "Its people have no devices."],
]);

/** Functions that Okta has and the demo org has not, by name or namespace, with what to do without them. */
export const functionsElsewhere: ReadonlyMap<string, string> = new Map([
  ["Convert", "Keep what is needed in the profile as it is needed."],
  ["Iso3166Convert", "Keep what is needed in the profile as it is needed."],
  ["Time", "Every token has iat and exp."],
  ["DateTime", "Every token has iat and exp."],
  ["user.getLinkedObject", "Its people are not linked."],
  ["getManagerUser", "Its people are not linked."],
  ["getManagerAppUser", "Its people are not linked."],
  ["getAssistantUser", "Its people are not linked."],
  ["getAssistantAppUser", "Its people are not linked."],
  ["hasDirectoryUser", "Ask for groups of the directory instead."],
  ["hasWorkdayUser", "Ask for groups of the app instead."],
  ["findDirectoryUser", "Ask for groups of the directory instead."],
  ["findWorkdayUser", "Ask for groups of the app instead."],
  ["toUpperCase", "The name is deprecated. Write String.toUpperCase."],
  ["toLowerCase", "The name is deprecated. Write String.toLowerCase."],
  ["substring", "The name is deprecated. Write String.substring."],
  ["substringBefore", "The name is deprecated. Write String.substringBefore."],
  ["substringAfter", "The name is deprecated. Write String.substringAfter."],
]);

/** What stands before a function's point; before a method's stands a value. */
export const functionNamespaces: ReadonlySet<string> = new Set([
  "Arrays",
  "Groups",
  "String",
  "user",
  "Convert",
  "Iso3166Convert",
  "Time",
  "DateTime",
]);

/**
 * The methods of texts, numbers and lists, which only Identity Engine's variety of the language has. Those of dates are
 * not among them: there are no dates without Time.
 *
 * @see Okta Expression Language in Identity Engine, "Functions"
 */
export const identityEngineMethods: ReadonlySet<string> = new Set([
  "add",
  "contains",
  "flatten",
  "isEmpty",
  "length",
  "parseCountryCode",
  "parseStringTime",
  "parseUnixTime",
  "parseWindowsTime",
  "remove",
  "removeSpaces",
  "replace",
  "replaceFirst",
  "size",
  "substring",
  "substringAfter",
  "substringBefore",
  "toInteger",
  "toLowerCase",
  "toNumber",
  "toUpperCase",
]);
