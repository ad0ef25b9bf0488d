import { AuthorizationServers, orgServerPlace } from "./AuthorizationServers.tsx";
import { OrgServerPage } from "./OrgServerPage.tsx";
import { ServerPage } from "./ServerPage.tsx";

type AuthorizationServersSectionProps = { id: string | undefined; tab: string | undefined };

/** Security > API > Authorization Servers: the list, or one server's page. */
export function AuthorizationServersSection({ id, tab }: AuthorizationServersSectionProps) {
  if (id === undefined) return <AuthorizationServers />;
  if (id === orgServerPlace) return <OrgServerPage />;
  return <ServerPage key={id} id={id} tab={tab} />;
}
