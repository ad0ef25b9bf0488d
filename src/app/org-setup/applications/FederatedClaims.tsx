import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { buildConsolePath } from "./application-calls.ts";
import {
  buildFederatedClaimsPath,
  deleteFederatedClaim,
  federatedClaimsSchema,
} from "./federated-claim-calls.ts";
import { NewFederatedClaimForm } from "./NewFederatedClaimForm.tsx";

type FederatedClaimsProps = { application: Application; people: readonly User[] };

/** Sign On > Claims: the newer way to add claims to the org authorization server's ID tokens. */
export function FederatedClaims({ application, people }: FederatedClaimsProps) {
  const path = buildFederatedClaimsPath(application.id);
  const [claims, reload] = useAnswer(path, federatedClaimsSchema);
  const { open, saved, add, close, finish } = useOpenForm<{ id: string }>(reload);
  const consolePath = buildConsolePath(application.label, "Sign On", "Claims");
  return (
    <Panel title="Claims" aside={<Button onClick={add}>Add expression</Button>}>
      <p>
        Okta’s newer way to add claims to ID tokens from the org authorization server. Okta calls
        the form above “legacy configuration”. In the demo org every ID token has these claims.
        Okta’s guide doesn’t say whether thin ID tokens keep them.
      </p>
      <StatusMessage>{saved && <Saved />}</StatusMessage>
      {open && (
        <Summoned>
          <NewFederatedClaimForm
            application={application}
            people={people}
            consolePath={[...consolePath, "Add expression"]}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      )}
      <Loaded answer={claims}>
        {(list) => (
          <ObjectTable
            caption="Claims"
            empty="Add an expression to create a claim."
            items={list}
            idOf={({ id }) => id}
            textOf={({ name }) => name}
            columns={[
              { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
              { header: "Expression", render: ({ expression }) => <code>{expression}</code> },
              {
                header: "Actions",
                holdsActions: true,
                render: ({ id, name }) => (
                  <ChangeButton
                    look="quiet"
                    isFinal
                    label="Delete"
                    object={name}
                    meaning="New ID tokens won’t have this claim."
                    call={deleteFederatedClaim(application.id, id)}
                    consolePath={[...consolePath, name, "Delete"]}
                    onDone={reload}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
