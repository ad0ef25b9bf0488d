import { Panel } from "../../../ui/Panel.tsx";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { NewTrustedOriginForm } from "./NewTrustedOriginForm.tsx";
import {
  deleteTrustedOrigin,
  trustedOriginsPath,
  trustedOriginsSchema,
} from "./trusted-origin-calls.ts";

const consolePath = ["Security", "API", "Trusted Origins"];

/** Security > API > Trusted Origins: whose pages may call the org's token endpoint and Management API. */
export function TrustedOrigins() {
  const [origins, reload] = useAnswer(trustedOriginsPath, trustedOriginsSchema);
  return (
    <>
      <Panel title="Trusted Origins" headingLevel={2}>
        <p>
          Pages of these origins may call the token endpoint and the Management API. Metadata, keys
          and UserInfo answer pages of any origin.
        </p>
        <Loaded answer={origins}>
          {(list) => (
            <ObjectTable
              caption="Trusted origins"
              items={list}
              idOf={({ id }) => id}
              textOf={({ name, origin }) => `${name} ${origin}`}
              columns={[
                { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
                { header: "Origin", render: ({ origin }) => <code>{origin}</code> },
                {
                  header: "Type",
                  render: ({ scopes }) => scopes.map(({ type }) => type).join(", "),
                },
                {
                  header: "Change",
                  render: ({ id, name }) => (
                    <ChangeButton
                      label="Delete"
                      object={name}
                      meaning="Its pages are then refused where only trusted ones are answered."
                      call={deleteTrustedOrigin(id)}
                      consolePath={[...consolePath, "Delete"]}
                      onDone={reload}
                    />
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <NewTrustedOriginForm consolePath={[...consolePath, "Add Origin"]} onDone={reload} />
    </>
  );
}
