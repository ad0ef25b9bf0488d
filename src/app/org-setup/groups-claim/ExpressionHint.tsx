import { LanguageLink } from "./LanguageLink.tsx";

/**
 * Examples of expressions for groups claims.
 *
 * @see Okta: Customize tokens returned from Okta with a dynamic allowlist, and with a static allowlist;
 *   Okta Expression Language, "Group functions"
 */
export function ExpressionHint() {
  return (
    <>
      <LanguageLink language="classic" />, up to 1,024 characters. Groups by name:{" "}
      <code>Groups.startsWith("OKTA", "IT", 10)</code>. Groups from an allowlist in the app’s
      profile: <code>getFilteredGroups(app.profile.groupallowlist, "group.name", 40)</code>. Okta
      now calls the <code>Groups</code> functions legacy and recommends <code>user.getGroups</code>.
    </>
  );
}
