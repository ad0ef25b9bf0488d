import { TextField } from "../../../ui/TextField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { addFederatedClaim } from "./federated-claim-calls.ts";

type NewFederatedClaimFormProps = {
  application: Application;
  people: readonly User[];
  consolePath: readonly string[];
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const empty = { name: "", expression: "" };

/** Another claim of the app's own, by an expression. */
export function NewFederatedClaimForm(props: NewFederatedClaimFormProps) {
  const { application, people, consolePath, onDone, onCancel } = props;
  const { draft, change } = useDraft(empty);
  return (
    <ChangeForm
      title="Add expression"
      headingLevel={4}
      call={addFederatedClaim(application.id, draft)}
      consolePath={consolePath}
      submitLabel="Add claim"
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="Name"
            data-code
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
