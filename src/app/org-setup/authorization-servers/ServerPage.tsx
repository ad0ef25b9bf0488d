import type { ReactNode } from "react";
import { type AuthorizationServer, authorizationServerSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { Tabs } from "../Tabs.tsx";
import { AccessPolicies } from "./AccessPolicies.tsx";
import { Claims } from "./Claims.tsx";
import { Scopes } from "./Scopes.tsx";
import { ServerSettings } from "./ServerSettings.tsx";
import { ServerTokenPreview } from "./ServerTokenPreview.tsx";
import { buildServerPath } from "./server-calls.ts";

type ServerPageProps = { id: string; tab: string | undefined };

const tabs = [
  { tab: "settings", name: "Settings" },
  { tab: "scopes", name: "Scopes" },
  { tab: "claims", name: "Claims" },
  { tab: "access-policies", name: "Access Policies" },
  { tab: "token-preview", name: "Token Preview" },
] as const;

type Tab = (typeof tabs)[number]["tab"];

/** One custom server, a tab at a time. */
export function ServerPage({ id, tab }: ServerPageProps) {
  const [server, reload] = useAnswer(buildServerPath(id), authorizationServerSchema);
  const current = tabs.find((it) => it.tab === tab)?.tab ?? "settings";
  return (
    <Loaded answer={server}>
      {(it) => (
        <>
          <h2>
            <bdi>{it.name}</bdi>
          </h2>
          <Tabs
            label="Authorization server"
            place={{ section: "authorization-servers", id }}
            tabs={tabs}
            current={current}
          />
          {showTab(current, it, reload)}
        </>
      )}
    </Loaded>
  );
}

function showTab(tab: Tab, server: AuthorizationServer, reload: () => void): ReactNode {
  switch (tab) {
    case "settings":
      return <ServerSettings server={server} onDone={reload} />;
    case "scopes":
      return <Scopes server={server} />;
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
