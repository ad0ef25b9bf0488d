import { Panel } from "../../../ui/Panel.tsx";
import { authorizationServersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { describeStatus } from "../status/status.ts";
import { ServerForm } from "./ServerForm.tsx";
import { addServer, buildConsolePath, serversPath } from "./server-calls.ts";

/** Stands where a server's ID would: the org authorization server has none. */
export const orgServerPlace = "org";

/** All custom servers, and a form for another; the org authorization server has but its preview to show. */
export function AuthorizationServers() {
  const [servers, reload] = useAnswer(serversPath, authorizationServersSchema);
  return (
    <>
      <Panel title="Authorization Servers" headingLevel={2}>
        <p>
          Custom authorization servers: each with its own scopes, claims and access policies. The
          org authorization server has none of these; its groups claim is set up in the app, on the
          Sign On tab.
        </p>
        <Loaded answer={servers}>
          {(list) => (
            <ObjectTable
              caption="Authorization servers"
              items={list}
              idOf={({ id }) => id}
              textOf={({ name, issuer, audiences }) => [name, issuer, ...audiences].join(" ")}
              columns={[
                {
                  header: "Name",
                  render: ({ id, name }) => (
                    <PlaceLink place={{ section: "authorization-servers", id }}>
                      <bdi>{name}</bdi>
                    </PlaceLink>
                  ),
                },
                { header: "Audience", render: ({ audiences }) => audiences.join(", ") },
                { header: "Issuer URI", render: ({ issuer }) => <code>{issuer}</code> },
                { header: "Status", render: ({ status }) => describeStatus(status) },
              ]}
            />
          )}
        </Loaded>
        <p>
          <PlaceLink
            place={{ section: "authorization-servers", id: orgServerPlace, tab: "token-preview" }}
          >
            Org authorization server: Token Preview
          </PlaceLink>
        </p>
      </Panel>
      <ServerForm
        title="Add Authorization Server"
        submitLabel="Save"
        buildCall={addServer}
        consolePath={buildConsolePath("Add Authorization Server")}
        onDone={reload}
      />
    </>
  );
}
