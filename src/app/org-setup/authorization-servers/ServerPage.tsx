import type { ReactNode } from "react";
import { type AuthorizationServer, authorizationServerSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { LoadedPage } from "../form/LoadedPage.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { ResourcePanel } from "../resource/ResourcePage.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { Tabs } from "../Tabs.tsx";
import { AccessPolicies } from "./AccessPolicies.tsx";
import { Claims } from "./Claims.tsx";
import { ServerButtons } from "./ServerButtons.tsx";
import { ServerSettings } from "./ServerSettings.tsx";
import { ServerTokenPreview } from "./ServerTokenPreview.tsx";
import { buildScopes } from "./scopes.tsx";
import { buildServerPath } from "./server-calls.ts";

const back = { section: "authorization-servers", name: "All authorization servers" } as const;

type ServerPageProps = { id: string; tab: string | undefined };

const tabs = [
  { tab: "settings", name: "Settings" },
  { tab: "scopes", name: "Scopes" },
  { tab: "claims", name: "Claims" },
  { tab: "access-policies", name: "Access Policies" },
  { tab: "token-preview", name: "Token Preview" },
] as const;

type Tab = (typeof tabs)[number]["tab"];

/** One custom server, with the console's tabs. */
export function ServerPage({ id, tab }: ServerPageProps) {
  const [server, reload] = useAnswer(buildServerPath(id), authorizationServerSchema);
  const current = tabs.find((it) => it.tab === tab) ?? tabs[0];
  return (
    <LoadedPage answer={server} back={back} title="Authorization server">
      {(it) => (
        <>
          <PageHeading
            title={it.name}
            tab={current.name}
            back={back}
            status={<OnOrOff status={it.status} />}
            actions={<ServerButtons server={it} onChange={reload} />}
          />
          <Tabs
            label="Authorization server"
            place={{ section: "authorization-servers", id }}
            tabs={tabs}
            current={current.tab}
          />
          {showTab(current.tab, it, reload)}
        </>
      )}
    </LoadedPage>
  );
}

function showTab(tab: Tab, server: AuthorizationServer, reload: () => void): ReactNode {
  switch (tab) {
    case "settings":
      return <ServerSettings server={server} onDone={reload} />;
    case "scopes":
      return <ResourcePanel resource={buildScopes(server)} />;
    case "claims":
      return <Claims server={server} />;
    case "access-policies":
      return <AccessPolicies server={server} />;
    case "token-preview":
      return <ServerTokenPreview server={server} />;
    default:
      return tab satisfies never;
  }
}
