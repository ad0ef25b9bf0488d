import { openIdScopes } from "../../../okta/standard-scopes.ts";
import { WithLists } from "../form/org-lists.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

/** The same in every org. @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" */
const scopes = ["openid", ...openIdScopes, "groups"];

type OrgServerPageProps = {
  /** ID of the app that the preview starts with. */
  app: string | undefined;
};

/** Token preview for the org authorization server. Okta documents Token Preview for custom servers only. */
export function OrgServerPage({ app }: OrgServerPageProps) {
  return (
    <>
      <PageHeading
        title="Org authorization server"
        back={{ section: "authorization-servers", name: "All authorization servers" }}
      >
        <p>
          Okta documents Token Preview for custom authorization servers only. The groups claim of
          this server is on the Sign On tab of{" "}
          <PlaceLink place={{ section: "applications" }}>each app</PlaceLink>.
        </p>
      </PageHeading>
      <WithLists>
        {(lists) => <TokenPreview serverId={null} scopes={scopes} lists={lists} app={app} />}
      </WithLists>
    </>
  );
}
