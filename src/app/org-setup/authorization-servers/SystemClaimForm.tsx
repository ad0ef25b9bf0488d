import { SelectField } from "../../../ui/SelectField.tsx";
import { type Claim, claimSchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { buildClaimPath, setAlwaysIncluded } from "./claim-calls.ts";
import { inclusionHint, inclusionOptions } from "./inclusion-options.ts";

type SystemClaimFormProps = {
  serverId: string;
  consolePath: readonly string[];
  claim: Claim;
  onRenew: (newest: Claim) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

/** The form for a system claim of ID tokens. Okta lets admins change only whether thin ID tokens include it. */
export function SystemClaimForm(props: SystemClaimFormProps) {
  const { serverId, consolePath, claim, onRenew, onDone, onCancel } = props;
  const { draft, change } = useDraft({ isAlways: claim.alwaysIncludeInToken });
  const { isAlways } = draft;
  const checkOutdated = useOutdatedCheck({
    path: buildClaimPath(serverId, claim.id),
    schema: claimSchema,
    object: claim,
    sendBack: (it) => setAlwaysIncluded(serverId, it, it.alwaysIncludeInToken),
    onOutdated: onRenew,
  });
  return (
    <ChangeForm
      title={`Edit claim ${claim.name}`}
      call={setAlwaysIncluded(serverId, claim, isAlways)}
      consolePath={[...consolePath, claim.name, "Edit"]}
      submitLabel="Save"
      checkOutdated={checkOutdated}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <SelectField
          label="Include in ID Token"
          value={isAlways ? "always" : "asked"}
          onChange={(chosen) => change({ isAlways: chosen === "always" })}
          options={inclusionOptions}
          hint={inclusionHint}
          error={problems.of("alwaysIncludeInToken")}
        />
      )}
    </ChangeForm>
  );
}
