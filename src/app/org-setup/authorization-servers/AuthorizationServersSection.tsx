import type { Place } from "../../set-up-places.ts";
import { AuthorizationServers, orgServerPlace } from "./AuthorizationServers.tsx";
import { OrgServerPage } from "./OrgServerPage.tsx";
import { ServerPage } from "./ServerPage.tsx";

type AuthorizationServersSectionProps = { place: Place };

/** Security > API > Authorization Servers: the list, or one server's page. */
export function AuthorizationServersSection({ place }: AuthorizationServersSectionProps) {
  const { id, tab, app } = place;
  if (id === undefined) return <AuthorizationServers />;
  if (id === orgServerPlace) return <OrgServerPage key={app} app={app} />;
  return <ServerPage key={id} id={id} tab={tab} />;
}
