import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { type AuthorizationServer, authorizationServerSchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ServerForm } from "./ServerForm.tsx";
import styles from "./ServerSettings.module.css";
import {
  buildConsolePath,
  buildServerPath,
  listMetadataUris,
  replaceServer,
  toServerSettings,
} from "./server-calls.ts";

type ServerSettingsProps = { server: AuthorizationServer; onDone: () => void };

/** The Settings tab of a custom server. */
export function ServerSettings({ server, onDone }: ServerSettingsProps) {
  const { id, name, issuer } = server;
  const consolePath = buildConsolePath(name, "Settings");
  const checkOutdated = useOutdatedCheck({
    path: buildServerPath(id),
    schema: authorizationServerSchema,
    object: server,
    sendBack: (it) => replaceServer(it, toServerSettings(it)),
    onOutdated: onDone,
  });
  return (
    <>
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
      <ServerForm
        title="Edit settings"
        submitLabel="Save"
        initial={toServerSettings(server)}
        checkOutdated={checkOutdated}
        buildCall={(settings) => replaceServer(server, settings)}
        consolePath={[...consolePath, "Edit"]}
        onDone={onDone}
      />
    </>
  );
}
