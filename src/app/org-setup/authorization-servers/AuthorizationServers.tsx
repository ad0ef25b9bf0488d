import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import {
  type AuthorizationServer,
  authorizationServerSchema,
  authorizationServersSchema,
} from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { ServerForm } from "./ServerForm.tsx";
import { addServer, buildConsolePath, serversPath } from "./server-calls.ts";

/** Represents the org authorization server, which has no ID. */
export const orgServerPlace = "org";

/** Security > API > Authorization Servers: the list. */
export function AuthorizationServers() {
  const [servers, reload] = useAnswer(serversPath, authorizationServersSchema);
  const { open, saved, add, close, finish } = useOpenForm<AuthorizationServer>(reload);
  return (
    <>
      <PageHeading
        title="Authorization Servers"
        actions={<Button onClick={add}>Add Authorization Server</Button>}
      >
        <p>
          Each custom authorization server has its own scopes, claims and access policies. The org
          authorization server can’t be edited: its groups claim is on each app’s Sign On tab.{" "}
          <PlaceLink
            place={{ section: "authorization-servers", id: orgServerPlace, tab: "token-preview" }}
          >
            Preview its tokens
          </PlaceLink>
        </p>
      </PageHeading>
      <StatusMessage>{saved && <Added body={saved.body} />}</StatusMessage>
      {open && (
        <Summoned>
          <ServerForm
            title="Add Authorization Server"
            submitLabel="Save"
            buildCall={addServer}
            consolePath={buildConsolePath("Add Authorization Server")}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Card>
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
                {
                  header: "Audience",
                  render: ({ audiences }) => <code>{audiences.join(", ")}</code>,
                },
                { header: "Issuer URI", render: ({ issuer }) => <code>{issuer}</code> },
                { header: "Status", render: ({ status }) => <OnOrOff status={status} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}

function Added({ body }: { body: unknown }) {
  const added = v.safeParse(authorizationServerSchema, body);
  if (!added.success) return "Saved.";
  const { id, name } = added.output;
  const place = { section: "authorization-servers", id, tab: "access-policies" } as const;
  return (
    <>
      Added <bdi>{name}</bdi>. Requests to it fail until it has an access policy with a rule.{" "}
      <PlaceLink place={place}>Add an access policy</PlaceLink>
    </>
  );
}
