import { use } from "react";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { type AuthorizationServer, authorizationServerSchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { describeStatus } from "../status/status.ts";
import { ServerForm } from "./ServerForm.tsx";
import styles from "./ServerSettings.module.css";
import {
  buildConsolePath,
  buildServerPath,
  deleteServer,
  readServerSettings,
  replaceServer,
} from "./server-calls.ts";

type ServerSettingsProps = { server: AuthorizationServer; onDone: () => void };

/** What a server is called and where it is; it can be switched off, and all but the first one deleted. */
export function ServerSettings({ server, onDone }: ServerSettingsProps) {
  const navigate = use(Navigation);
  const { id, name, issuer, status } = server;
  const consolePath = buildConsolePath(name, "Settings");
  const isOutdated = useOutdatedCheck({
    path: buildServerPath(id),
    schema: authorizationServerSchema,
    object: server,
    sendBack: (it) => replaceServer(it, readServerSettings(it)),
    onOutdated: onDone,
  });
  return (
    <>
      <Panel title="Settings">
        <dl className={styles.facts}>
          <dt>Issuer</dt>
          <dd>
            <code>{issuer}</code> <CopyButton label="Copy issuer" getText={() => issuer} />
          </dd>
          <dt>Metadata URIs</dt>
          <dd>
            {["oauth-authorization-server", "openid-configuration"].map((document) => (
              <ExternalLink key={document} href={`${issuer}/.well-known/${document}`}>
                {issuer}/.well-known/{document}
              </ExternalLink>
            ))}
          </dd>
          <dt>Status</dt>
          <dd>{describeStatus(status)}</dd>
        </dl>
        <div>
          <StatusButton
            object={name}
            status={status}
            path={buildServerPath(id)}
            consolePath={consolePath}
            meanings={{
              ACTIVE: "Every address of this server then answers that it is not there.",
              INACTIVE: "The server then answers again, under the issuer it had.",
            }}
            onDone={onDone}
          />
          {id !== "default" && (
            <ChangeButton
              label="Delete"
              object={name}
              meaning="The server goes with its scopes, claims and policies, and its tokens are worth nothing."
              call={deleteServer(id)}
              consolePath={[...consolePath, "Delete"]}
              onDone={() => navigate({ section: "authorization-servers" })}
            />
          )}
        </div>
      </Panel>
      <ServerForm
        title="Edit settings"
        submitLabel="Save"
        initial={readServerSettings(server)}
        isOutdated={isOutdated}
        buildCall={(settings) => replaceServer(server, settings)}
        consolePath={[...consolePath, "Edit"]}
        onDone={onDone}
      />
    </>
  );
}
