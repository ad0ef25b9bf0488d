import { Button } from "../../../ui/Button.tsx";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { Card } from "../list/Card.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { NewTrustedOriginForm } from "./NewTrustedOriginForm.tsx";
import {
  deleteTrustedOrigin,
  trustedOriginsPath,
  trustedOriginsSchema,
} from "./trusted-origin-calls.ts";

const consolePath = ["Security", "API", "Trusted Origins"];

/** Security > API > Trusted Origins. */
export function TrustedOrigins() {
  const [origins, reload] = useAnswer(trustedOriginsPath, trustedOriginsSchema);
  const { open, saved, add, close, finish } = useOpenForm<{ id: string }>(reload);
  return (
    <>
      <PageHeading title="Trusted Origins" actions={<Button onClick={add}>Add Origin</Button>}>
        <p>
          Pages on these origins can call the token endpoint and the Management API. Origins of an
          app’s redirect URIs can call the token endpoint without being listed here. Metadata and
          UserInfo accept any origin.
        </p>
      </PageHeading>
      <StatusMessage>{saved && "Saved."}</StatusMessage>
      {open && (
        <Summoned>
          <NewTrustedOriginForm
            consolePath={[...consolePath, "Add Origin"]}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Card>
        <Loaded answer={origins}>
          {(list) => (
            <ObjectTable
              caption="Trusted origins"
              items={list}
              idOf={({ id }) => id}
              textOf={({ name, origin }) => `${name} ${origin}`}
              empty="Add the origin of a page that calls the Management API, for example http://localhost:3000."
              columns={[
                { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
                { header: "Origin", render: ({ origin }) => <code>{origin}</code> },
                {
                  header: "Type",
                  render: ({ scopes }) => scopes.map(({ type }) => type).join(", "),
                },
                {
                  header: "Actions",
                  holdsActions: true,
                  render: ({ id, name }) => (
                    <ChangeButton
                      look="quiet"
                      isFinal
                      label="Delete"
                      object={name}
                      meaning="Pages on this origin will lose access that requires a trusted origin."
                      call={deleteTrustedOrigin(id)}
                      consolePath={[...consolePath, name, "Delete"]}
                      onDone={reload}
                    />
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </>
  );
}
