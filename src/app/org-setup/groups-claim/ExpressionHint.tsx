import { ExternalLink } from "../../../ui/ExternalLink.tsx";

const languagePage = "https://developer.okta.com/docs/reference/okta-expression-language/";

/**
 * How an expression for groups begins.
 *
 * @see Okta: Customize tokens returned from Okta with a dynamic allowlist, and with a static allowlist
 */
export function ExpressionHint() {
  return (
    <>
      In the <ExternalLink href={languagePage}>Okta Expression Language</ExternalLink>, at most
      1,024 characters. Groups by their names: <code>Groups.startsWith("OKTA", "IT", 10)</code>. By
      a list of IDs in the app’s profile:{" "}
      <code>getFilteredGroups(app.profile.groupallowlist, "group.name", 40)</code>.
    </>
  );
}
