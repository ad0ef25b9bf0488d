/** What an expression can start from in other places than a claim. */
export const rootsElsewhere: ReadonlyMap<string, string> = new Map([
  ["idpuser", "It is only available for usernames from identity providers."],
  ["source", "It is only available in profile mappings. Use user or appuser."],
  ["device", "It is only available in Identity Engine policies."],
  ["security", "It is only available in Identity Engine policies."],
  ["login", "It is only available in Identity Engine policies."],
  ["accessRequest", "It is only available in Identity Engine policies."],
  ["group", "It is only available in the second argument of getFilteredGroups."],
]);

/** What a federated claim can start from at Okta beside all that other claims can, and not here. */
export const federatedRootsElsewhere: ReadonlyMap<string, string> = new Map([
  ["device", "Demo users have no devices."],
]);

/** Functions that Okta has and the demo org has not, by name or namespace, with what to do without them. */
export const functionsElsewhere: ReadonlyMap<string, string> = new Map([
  ["Convert", "Store the converted value in the profile instead."],
  ["Iso3166Convert", "Store the converted value in the profile instead."],
  ["Time", "Use the token's iat and exp claims instead."],
  ["DateTime", "Use the token's iat and exp claims instead."],
  ["user.getLinkedObject", "Demo users have no linked objects."],
  ["getManagerUser", "Demo users have no managers."],
  ["getManagerAppUser", "Demo users have no managers."],
  ["getAssistantUser", "Demo users have no assistants."],
  ["getAssistantAppUser", "Demo users have no assistants."],
  ["hasDirectoryUser", "Use the groups from the directory instead."],
  ["hasWorkdayUser", "Use the groups from the app instead."],
  ["findDirectoryUser", "Use the groups from the directory instead."],
  ["findWorkdayUser", "Use the groups from the app instead."],
  ["toUpperCase", "This name is deprecated. Use String.toUpperCase."],
  ["toLowerCase", "This name is deprecated. Use String.toLowerCase."],
  ["substring", "This name is deprecated. Use String.substring."],
  ["substringBefore", "This name is deprecated. Use String.substringBefore."],
  ["substringAfter", "This name is deprecated. Use String.substringAfter."],
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
