import { useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { Claim } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { setAlwaysIncluded } from "./claim-calls.ts";
import { inclusionHint, inclusionOptions } from "./inclusion-options.ts";

type SystemClaimFormProps = {
  serverId: string;
  consolePath: readonly string[];
  claim: Claim;
  onDone: () => void;
  onCancel: () => void;
};

/** The one thing that can be changed of a standard claim: whether thin ID tokens keep it. */
export function SystemClaimForm(props: SystemClaimFormProps) {
  const { serverId, consolePath, claim, onDone, onCancel } = props;
  const [isAlways, setIsAlways] = useState(claim.alwaysIncludeInToken);
  return (
    <ChangeForm
      title={`Edit claim ${claim.name}`}
      call={setAlwaysIncluded(serverId, claim, isAlways)}
      consolePath={[...consolePath, claim.name, "Edit"]}
      submitLabel="Save"
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <SelectField
          label="Include in ID Token"
          value={isAlways ? "always" : "asked"}
          onChange={(chosen) => setIsAlways(chosen === "always")}
          options={inclusionOptions}
          hint={inclusionHint}
          error={problems.of("alwaysIncludeInToken")}
        />
      )}
    </ChangeForm>
  );
}
