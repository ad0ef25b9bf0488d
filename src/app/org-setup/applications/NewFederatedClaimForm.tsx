import { TextField } from "../../../ui/TextField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { useTrial } from "../groups-claim/use-trial.ts";
import { addFederatedClaim } from "./federated-claim-calls.ts";
import { findReservedName } from "./reserved-claim-names.ts";

type NewFederatedClaimFormProps = {
  application: Application;
  people: readonly User[];
  consolePath: readonly string[];
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const empty = { name: "", expression: "" };

/** Adds a claim to the newer Claims section. */
export function NewFederatedClaimForm(props: NewFederatedClaimFormProps) {
  const { application, people, consolePath, onDone, onCancel } = props;
  const { draft, change } = useDraft(empty);
  const trial = useTrial(people);
  return (
    <ChangeForm
      title="Add expression"
      headingLevel={4}
      call={addFederatedClaim(application.id, draft)}
      consolePath={consolePath}
      submitLabel="Add claim"
      mistake={findReservedName(draft.name)}
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
            error={problems.mistake ?? problems.of("name")}
          />
          <ExpressionField
            label="Expression"
            value={draft.expression}
            onChange={(expression) => change({ expression })}
            error={problems.of("expression")}
            hint={<LanguageLink language="identity-engine" />}
            patterns="identity-engine"
            subject={{
              clientId: application.credentials.oauthClient.client_id,
              scopes: ["openid"],
              place: "federated claim",
            }}
            trial={trial}
          />
        </>
      )}
    </ChangeForm>
  );
}
