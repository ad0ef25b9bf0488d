import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { type AuthorizationServer, type Scope, scopesSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { ScopeForm } from "./ScopeForm.tsx";
import { buildScopesPath, deleteScope } from "./scope-calls.ts";
import { buildConsolePath } from "./server-calls.ts";

type ScopesProps = { server: AuthorizationServer };

/** The Scopes tab of a custom server. */
export function Scopes({ server }: ScopesProps) {
  const [scopes, reload] = useAnswer(buildScopesPath(server.id), scopesSchema);
  const { open, saved, add, edit, renew, close, finish } = useOpenForm<Scope>(reload);
  const consolePath = buildConsolePath(server.name, "Scopes");

  return (
    <>
      <StatusMessage>{saved && <Saved />}</StatusMessage>
      {open && (
        <Summoned key={open.key}>
          <ScopeForm
            serverId={server.id}
            consolePath={consolePath}
            scope={open.object}
            onRenew={renew}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Panel title="Scopes" aside={<Button onClick={add}>Add Scope</Button>}>
        <p>
          Requests for any other scope fail with <code>invalid_scope</code>. A new custom server has
          no <code>groups</code> scope.
        </p>
        <Loaded answer={scopes}>
          {(list) => (
            <ObjectTable
              caption="Scopes"
              items={[...list].sort((one, other) => Number(one.system) - Number(other.system))}
              idOf={({ id }) => id}
              textOf={({ name, displayName, description }) =>
                [name, displayName, description].join(" ")
              }
              columns={[
                { header: "Name", render: ({ name }) => <code>{name}</code> },
                {
                  header: "Display phrase",
                  render: ({ displayName }) => displayName && <bdi>{displayName}</bdi>,
                },
                { header: "Default scope", render: (scope) => (scope.default ? "Yes" : "No") },
                {
                  header: "Metadata",
                  render: ({ metadataPublish }) =>
                    metadataPublish === "ALL_CLIENTS" ? "Published" : "Not published",
                },
                {
                  header: "Actions",
                  holdsActions: true,
                  render: (scope) => (
                    <>
                      <Button
                        look="quiet"
                        aria-label={`Edit ${scope.name}`}
                        onClick={() => edit(scope)}
                      >
                        Edit
                      </Button>
                      {!scope.system && (
                        <ChangeButton
                          look="quiet"
                          isFinal
                          label="Delete"
                          object={scope.name}
                          meaning="Requests for this scope will fail. Claims and rules that use it aren’t changed."
                          call={deleteScope(server.id, scope.id)}
                          consolePath={[...consolePath, scope.name, "Delete"]}
                          onDone={reload}
                        />
                      )}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </>
  );
}
