import { Panel } from "../../../ui/Panel.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type Application, type User, usersSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { useDraft } from "../form/use-draft.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { peoplePath } from "../people/person-calls.ts";
import {
  addFederatedClaim,
  buildFederatedClaimsPath,
  deleteFederatedClaim,
  federatedClaimsSchema,
} from "./federated-claim-calls.ts";

type FederatedClaimsProps = { application: Application };

/** Sign On, Claims: the newer way to more than one claim of the org's ID tokens. */
export function FederatedClaims({ application }: FederatedClaimsProps) {
  const path = buildFederatedClaimsPath(application.id);
  const [claims, reload] = useAnswer(path, federatedClaimsSchema);
  const [people] = useAnswer(peoplePath, usersSchema);
  const consolePath = ["Applications", "Applications", application.label, "Sign On", "Claims"];
  return (
    <>
      <Panel title="Claims">
        <p>
          Okta’s newer section, beside which the box above is called legacy configuration. Its
          claims go into every ID token of the org authorization server.
        </p>
        <Loaded answer={claims}>
          {(list) => (
            <ObjectTable
              caption="Claims"
              items={list}
              idOf={({ id }) => id}
              textOf={({ name }) => name}
              columns={[
                { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
                { header: "Expression", render: ({ expression }) => <code>{expression}</code> },
                {
                  header: "Change",
                  render: ({ id, name }) => (
                    <ChangeButton
                      label="Delete"
                      object={name}
                      meaning="ID tokens given out from then on do not have it."
                      call={deleteFederatedClaim(application.id, id)}
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
      <Loaded answer={people}>
        {(list) => (
          <NewClaimForm
            application={application}
            people={list}
            consolePath={consolePath}
            onDone={reload}
          />
        )}
      </Loaded>
    </>
  );
}

type NewClaimFormProps = {
  application: Application;
  people: readonly User[];
  consolePath: readonly string[];
  onDone: () => void;
};

const empty = { name: "", expression: "" };

function NewClaimForm({ application, people, consolePath, onDone }: NewClaimFormProps) {
  const { draft, change, reset } = useDraft(empty);

  function finish() {
    reset();
    onDone();
  }

  return (
    <ChangeForm
      title="Add expression"
      call={addFederatedClaim(application.id, draft)}
      consolePath={[...consolePath, "Add expression"]}
      submitLabel="Add claim"
      onDone={finish}
    >
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name")}
          />
          <ExpressionField
            label="Expression"
            value={draft.expression}
            onChange={(expression) => change({ expression })}
            error={problems.of("expression")}
            clientId={application.credentials.oauthClient.client_id}
            people={people}
          />
        </>
      )}
    </ChangeForm>
  );
}
