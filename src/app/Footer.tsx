import { implicitFlowPage } from "../okta/implicit-flow-page.ts";
import { ExternalLink } from "../ui/ExternalLink.tsx";
import styles from "./Footer.module.css";
import { hasDemoOrg } from "./has-demo-org.ts";

export function Footer() {
  return (
    <footer className={`fine-print ${styles.footer} no-print`}>
      <p>
        {hasDemoOrg
          ? "With the demo org, nothing leaves this browser. With your own org, this page contacts only that org."
          : "This page contacts only the org that you choose."}{" "}
        Tokens stay in this tab until you close it.
      </p>
      <p>
        Okta’s groups guide uses the implicit flow for quick tests. For new apps, Okta recommends
        the authorization code flow with PKCE:{" "}
        <ExternalLink href={implicitFlowPage}>Okta on the implicit flow</ExternalLink>.
      </p>
      <p>
        An independent tool. Okta is a trademark of Okta, Inc.{" "}
        {import.meta.env.PROD && <a href={`${import.meta.env.BASE_URL}LICENSES.txt`}>Licenses</a>}
      </p>
    </footer>
  );
}
