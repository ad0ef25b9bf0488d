import * as v from "valibot";
import { Button } from "../../../ui/Button.tsx";
import {
  type AuthorizationServer,
  authorizationServerSchema,
  authorizationServersSchema,
} from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { News } from "../form/News.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { ServerForm } from "./ServerForm.tsx";
import { addServer, buildConsolePath, serversPath } from "./server-calls.ts";

/** Stands where a server's ID would: the org authorization server has none. */
export const orgServerPlace = "org";

/** All custom servers, and a form for another; the org authorization server has but its preview to show. */
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
          Custom authorization servers: each with its own scopes, claims and access policies. The
          org authorization server has none of these; its groups claim is set up in the app, on the
          Sign On tab, and its tokens can be seen in{" "}
          <PlaceLink
            place={{ section: "authorization-servers", id: orgServerPlace, tab: "token-preview" }}
          >
            a preview
          </PlaceLink>
          .
        </p>
      </PageHeading>
      <News>{saved && <Added body={saved.body} />}</News>
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
      <bdi>{name}</bdi> is added. It answers nobody until it has an access policy with a rule:{" "}
      <PlaceLink place={place}>add them</PlaceLink>
    </>
  );
}
