import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

/** Those that every org has; nobody can add one. @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" */
const scopes = ["openid", "profile", "email", "address", "phone", "offline_access", "groups"];

type OrgServerPageProps = {
  /** The ID of the app that the preview begins with. */
  app: string | undefined;
};

/** What the org authorization server would put into its tokens: a preview that Okta's console does not have. */
export function OrgServerPage({ app }: OrgServerPageProps) {
  return (
    <>
      <PageHeading
        title="Org authorization server"
        back={{ section: "authorization-servers", name: "All authorization servers" }}
      >
        <p>
          Okta’s own console has no preview for this server. Its groups claim is set up in{" "}
          <PlaceLink place={{ section: "applications" }}>each app</PlaceLink>.
        </p>
      </PageHeading>
      <TokenPreview serverId={null} scopes={scopes} app={app} />
    </>
  );
}
