import { type Application, type Claim, claimSchema, type User } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewApp } from "../groups-claim/use-preview-app.tsx";
import { useTrial } from "../groups-claim/use-trial.ts";
import { buildClaimPath, replaceSystemExpression } from "./claim-calls.ts";

type SubjectClaimFormProps = {
  serverId: string;
  consolePath: readonly string[];
  claim: Claim;
  people: readonly User[];
  applications: readonly Application[];
  onRenew: (newest: Claim) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

/** The form for `sub` of access tokens, the only system claim with an expression. */
export function SubjectClaimForm(props: SubjectClaimFormProps) {
  const { serverId, consolePath, claim, people, applications, onRenew, onDone, onCancel } = props;
  const { draft, change } = useDraft({ expression: claim.value ?? "" });
  const { clientId, appChoice } = usePreviewApp(applications);
  const trial = useTrial(people);
  const checkOutdated = useOutdatedCheck({
    path: buildClaimPath(serverId, claim.id),
    schema: claimSchema,
    object: claim,
    sendBack: (it) => replaceSystemExpression(serverId, it, it.value ?? ""),
    onOutdated: onRenew,
  });
  return (
    <ChangeForm
      title={`Edit claim ${claim.name}`}
      call={replaceSystemExpression(serverId, claim, draft.expression)}
      consolePath={[...consolePath, claim.name, "Edit"]}
      submitLabel="Save"
      checkOutdated={checkOutdated}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <ExpressionField
          label="Value"
          value={draft.expression}
          onChange={(expression) => change({ expression })}
          error={problems.of("value")}
          hint={
            <>
              <LanguageLink language="classic" />, up to 1,024 characters. Without a value, requests
              fail with server_error.
            </>
          }
          subject={{ clientId, scopes: ["openid"] }}
          trial={trial}
          appChoice={appChoice}
        />
      )}
    </ChangeForm>
  );
}
