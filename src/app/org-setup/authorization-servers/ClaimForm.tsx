import { Checkbox } from "../../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import {
  type Application,
  type Claim,
  claimSchema,
  type Scope,
  type User,
} from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { findFilterMistake } from "../groups-claim/GroupFilterField.tsx";
import { ClaimValueFields } from "./ClaimValueFields.tsx";
import { addClaim, buildClaimPath, draftClaim, newClaim, replaceClaim } from "./claim-calls.ts";
import { inclusionHint, inclusionOptions } from "./inclusion-options.ts";

type ClaimFormProps = {
  serverId: string;
  consolePath: readonly string[];
  /** undefined for a new claim. */
  claim: Claim | undefined;
  scopes: readonly Scope[];
  people: readonly User[];
  applications: readonly Application[];
  onRenew: (newest: Claim) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const tokenTypeOptions = [
  { value: "RESOURCE", label: "Access Token" },
  { value: "IDENTITY", label: "ID Token" },
] as const;

const includeInOptions = [
  { value: "any", label: "Any scope" },
  { value: "chosen", label: "The following scopes" },
] as const;

/** The form for a custom claim. */
export function ClaimForm(props: ClaimFormProps) {
  const { serverId, consolePath, claim, scopes, people, applications, onRenew, onDone, onCancel } =
    props;
  const { draft, change } = useDraft(claim ? draftClaim(claim) : newClaim);
  const checkOutdated = useOutdatedCheck({
    path: buildClaimPath(serverId, claim?.id ?? ""),
    schema: claimSchema,
    object: claim,
    sendBack: (it) => replaceClaim(serverId, it, draftClaim(it)),
    onOutdated: onRenew,
  });

  return (
    <ChangeForm
      title={claim ? `Edit claim ${claim.name}` : "Add Claim"}
      call={claim ? replaceClaim(serverId, claim, draft) : addClaim(serverId, draft)}
      consolePath={[...consolePath, ...(claim ? [claim.name, "Edit"] : ["Add Claim"])]}
      submitLabel={claim ? "Save" : "Create"}
      mistake={draft.valueType === "GROUPS" ? findFilterMistake(draft.filterValue) : undefined}
      checkOutdated={checkOutdated}
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
            required
          />
          <SelectField
            label="Include in token type"
            value={draft.claimType}
            onChange={(claimType) => change({ claimType })}
            options={tokenTypeOptions}
            error={problems.of("claimType")}
          />
          {draft.claimType === "IDENTITY" && (
            <SelectField
              label="Include in ID Token"
              value={draft.isAlways ? "always" : "asked"}
              onChange={(chosen) => change({ isAlways: chosen === "always" })}
              options={inclusionOptions}
              hint={inclusionHint}
              error={problems.of("alwaysIncludeInToken")}
            />
          )}
          <ClaimValueFields
            draft={draft}
            onChange={change}
            error={problems.mistake ?? problems.of("value", "valueType", "group_filter_type")}
            people={people}
            applications={applications}
          />
          <Checkbox
            label="Disable claim"
            hint="Leaves the claim out of all tokens without deleting it."
            isChecked={draft.isDisabled}
            onChange={(isDisabled) => change({ isDisabled })}
          />
          <SelectField
            label="Include in"
            value={draft.includeIn}
            onChange={(includeIn) => change({ includeIn })}
            options={includeInOptions}
          />
          {draft.includeIn === "chosen" && (
            <CheckboxGroup
              legend="Scopes"
              options={scopes.map(({ name }) => ({ value: name, label: name }))}
              chosen={draft.scopes}
              onChange={(chosen) => change({ scopes: chosen })}
              hint="Included if the request has one of these scopes. With none selected, any scope counts."
              error={problems.of("conditions.scopes")}
            />
          )}
        </>
      )}
    </ChangeForm>
  );
}
