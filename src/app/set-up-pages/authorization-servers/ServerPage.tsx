import { Callout } from "../../../ui/Callout.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { AuthorizationServer } from "../../org-api/okta-objects.ts";
import { WithLists } from "../form/org-lists.tsx";
import { ObjectPage, type ObjectTabs } from "../resource/ObjectPage.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { ResourcePanel } from "../resource/ResourcePage.tsx";
import { ActiveBadge } from "../StatusBadge.tsx";
import { AccessPolicies } from "./AccessPolicies.tsx";
import { buildClaims } from "./claims.tsx";
import { listMetadataUris } from "./metadata-uris.ts";
import styles from "./ServerPage.module.css";
import { buildScopes } from "./scopes.tsx";
import { servers } from "./servers.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

const tabs: ObjectTabs<AuthorizationServer> = {
  settings: {
    name: "Settings",
    show: (server, reload) => (
      <>
        <MetadataPanel server={server} />
        <ResourceForm resource={servers} before={server} onOutdated={reload} onDone={reload} />
      </>
    ),
  },
  scopes: {
    name: "Scopes",
    show: (server) => <ResourcePanel resource={buildScopes(server)} />,
  },
  claims: {
    name: "Claims",
    show: (server) => (
      <WithLists serverId={server.id}>
        {(lists) => <ResourcePanel resource={buildClaims(server, lists)} />}
      </WithLists>
    ),
  },
  "access-policies": {
    name: "Access Policies",
    show: (server) => (
      <WithLists serverId={server.id}>
        {(lists) => <AccessPolicies server={server} lists={lists} />}
      </WithLists>
    ),
  },
  "token-preview": {
    name: "Token Preview",
    show: ({ id, status }) =>
      status === "ACTIVE" ? (
        <WithLists serverId={id}>
          {(lists) => (
            <TokenPreview
              serverId={id}
              lists={lists}
              scopes={lists.scopes.map(({ name }) => name)}
            />
          )}
        </WithLists>
      ) : (
        <Callout kind="warning">
          <p>This server is inactive. Activate it to preview its tokens.</p>
        </Callout>
      ),
  },
};

export function ServerPage({ id, tab }: { id: string; tab: string | undefined }) {
  return (
    <ObjectPage
      resource={servers}
      id={id}
      status={(it) => <ActiveBadge status={it.status} />}
      tabs={tabs}
      tab={tab}
    />
  );
}

function MetadataPanel({ server }: { server: AuthorizationServer }) {
  const { issuer } = server;
  return (
    <Panel title="Issuer and metadata">
      <dl className={styles.facts}>
        <dt className="legend">Issuer</dt>
        <dd>
          <code>{issuer}</code> <CopyButton label="Copy issuer" getText={() => issuer} />
        </dd>
        <dt className="legend">Metadata URIs</dt>
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
