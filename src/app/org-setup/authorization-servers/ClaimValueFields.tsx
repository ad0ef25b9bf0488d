import { SelectField } from "../../../ui/SelectField.tsx";
import type { Application, User } from "../api/okta-objects.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { GroupFilterField } from "../groups-claim/GroupFilterField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewApp } from "../groups-claim/use-preview-app.tsx";
import { useTrial } from "../groups-claim/use-trial.ts";
import type { ClaimDraft } from "./claim-calls.ts";

type ClaimValueFieldsProps = {
  draft: ClaimDraft;
  onChange: (changed: Partial<ClaimDraft>) => void;
  error: string | undefined;
  people: readonly User[];
  applications: readonly Application[];
};

const valueTypeOptions = [
  { value: "EXPRESSION", label: "Expression" },
  { value: "GROUPS", label: "Groups" },
] as const;

/** A claim's value: a group filter or an expression, each with a preview. */
export function ClaimValueFields(props: ClaimValueFieldsProps) {
  const { draft, onChange, error, people, applications } = props;
  const { valueType, expression, filterType, filterValue } = draft;
  const { clientId, appChoice } = usePreviewApp(applications);
  const trial = useTrial(people);
  return (
    <>
      <SelectField
        label="Value type"
        value={valueType}
        onChange={(chosen) => onChange({ valueType: chosen })}
        options={valueTypeOptions}
      />
      {valueType === "GROUPS" ? (
        <GroupFilterField
          filterType={filterType}
          value={filterValue}
          onChange={(type, value) => onChange({ filterType: type, filterValue: value })}
          error={error}
          trial={trial}
        />
      ) : (
        <ExpressionField
          label="Value"
          value={expression}
          onChange={(typed) => onChange({ expression: typed })}
          error={error}
          hint={
            <>
              <LanguageLink language="classic" />, up to 1,024 characters.
            </>
          }
          patterns="classic"
          subject={{ clientId, scopes: listTriedScopes(draft) }}
          trial={trial}
          appChoice={appChoice}
        />
      )}
    </>
  );
}

/** The scopes of a request that includes the claim. */
function listTriedScopes({ includeIn, scopes }: ClaimDraft): readonly string[] {
  return [...new Set(["openid", ...(includeIn === "chosen" ? scopes : [])])];
}
