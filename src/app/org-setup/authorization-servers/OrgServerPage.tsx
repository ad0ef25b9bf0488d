import { PlaceLink } from "../PlaceLink.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

/** Those that every org has; nobody can add one. @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" */
const scopes = ["openid", "profile", "email", "address", "phone", "offline_access", "groups"];

/** What the org authorization server would put into its tokens: a preview that Okta's console does not have. */
export function OrgServerPage() {
  return (
    <>
      <h2>Org authorization server</h2>
      <p>
        Okta’s own console has no preview for this server. Its groups claim is set up in{" "}
        <PlaceLink place={{ section: "applications" }}>each app</PlaceLink>.
      </p>
      <TokenPreview serverId={null} scopes={scopes} />
    </>
  );
}
