const texts = /"[^"]*"|'[^']*'/g;

/** Whether the expression reads what can hold groups: a groups function, an attribute or the app's profile. */
export function canHoldGroups(expression: string): boolean {
  return /group|member|user|profile/i.test(expression.replace(texts, ""));
}

/**
 * Names what an expression that calls no groups function reads, such as `the granted scopes`.
 *
 * @see Okta Expression Language; Okta: Customize tokens returned from Okta with custom claims
 */
export function nameContent(expression: string): string {
  const code = expression.replace(texts, "");
  const members =
    /\b(?<of>session|access|user|appuser|app|org)\s*\.\s*(?<path>\w+(?:\s*\.\s*\w+)?)/g;
  const names = [...code.matchAll(members)].map(({ groups }) =>
    nameMember(groups?.of ?? "", groups?.path ?? ""),
  );
  if (names.length > 0) return new Intl.ListFormat("en").format(new Set(names));
  return /\w\s*[.(]/.test(code) ? "something else" : "a fixed value";
}

function nameMember(of: string, path: string): string {
  const [name = "", inner = name] = path.split(/\s*\.\s*/);
  if (of === "session") {
    return name === "amr" ? "the authentication methods of the sign-in" : `the session’s ${name}`;
  }
  if (of === "access") return "the granted scopes";
  if (of === "app" && name === "profile") return `the app’s property ${inner}`;
  if (of === "app" || of === "org") return `the ${of}’s ${name}`;
  if (name.startsWith("get")) return "a property of the user";
  const attribute = name === "profile" ? inner : name;
  return `the ${of === "appuser" ? "app user" : "user"}’s attribute ${attribute}`;
}
