import type { ReactNode } from "react";
import { Callout } from "../../../ui/Callout.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { type AuthorizationServer, authorizationServerSchema } from "../api/okta-objects.ts";
import { buildServerPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useScopes } from "../api/use-lists.ts";
import { Loaded, LoadedPage } from "../form/Loaded.tsx";
import { ObjectHeading } from "../resource/ObjectHeading.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { ResourcePanel } from "../resource/ResourcePage.tsx";
import { ActiveBadge } from "../StatusBadge.tsx";
import { Tabs } from "../Tabs.tsx";
import { AccessPolicies } from "./AccessPolicies.tsx";
import { Claims } from "./claims.tsx";
import { listMetadataUris } from "./metadata-uris.ts";
import styles from "./ServerPage.module.css";
import { buildScopes } from "./scopes.tsx";
import { servers } from "./servers.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

const section = "authorization-servers";
const back = { section, name: "All authorization servers" } as const;

type ServerPageProps = { id: string; tab: string | undefined };

const tabs = [
  { tab: "settings", name: "Settings" },
  { tab: "scopes", name: "Scopes" },
  { tab: "claims", name: "Claims" },
  { tab: "access-policies", name: "Access Policies" },
  { tab: "token-preview", name: "Token Preview" },
] as const;

type Tab = (typeof tabs)[number]["tab"];

export function ServerPage({ id, tab }: ServerPageProps) {
  const [server, reload] = useAnswer(buildServerPath(id), authorizationServerSchema);
  const current = tabs.find((it) => it.tab === tab) ?? tabs[0];
  return (
    <LoadedPage answer={server} back={back} title="Authorization server">
      {(it) => (
        <>
          <ObjectHeading
            resource={servers}
            item={it}
            tab={current.name}
            back={back}
            status={<ActiveBadge status={it.status} />}
            onChange={reload}
          />
          <Tabs
            label="Authorization server"
            place={{ section, id }}
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
      return (
        <>
          <MetadataPanel server={server} />
          <ResourceForm resource={servers} before={server} onOutdated={reload} onDone={reload} />
        </>
      );
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

type ServerProps = { server: AuthorizationServer };

function MetadataPanel({ server }: ServerProps) {
  const { issuer } = server;
  return (
    <Panel title="Issuer and metadata">
      <dl className={styles.facts}>
        <dt>Issuer</dt>
        <dd>
          <code>{issuer}</code> <CopyButton label="Copy issuer" getText={() => issuer} />
        </dd>
        <dt>Metadata URIs</dt>
        <dd>
          {listMetadataUris(server).map((uri) => (
            <ExternalLink key={uri} href={uri}>
              {uri}
            </ExternalLink>
          ))}
        </dd>
      </dl>
    </Panel>
  );
}

function ServerTokenPreview({ server }: ServerProps) {
  const scopes = useScopes(server.id);
  if (server.status === "INACTIVE")
    return (
      <Callout kind="warning">
        <p>This server is inactive. Activate it to preview its tokens.</p>
      </Callout>
    );
  return (
    <Loaded answer={scopes}>
      {(list) => <TokenPreview serverId={server.id} scopes={list.map(({ name }) => name)} />}
    </Loaded>
  );
}
