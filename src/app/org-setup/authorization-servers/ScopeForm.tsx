import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type Scope, scopeSchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { addScope, buildScopePath, draftScope, newScope, replaceScope } from "./scope-calls.ts";

type ScopeFormProps = {
  serverId: string;
  consolePath: readonly string[];
  /** undefined for a new scope. */
  scope: Scope | undefined;
  onRenew: (newest: Scope) => void;
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

/** The form for a scope. */
export function ScopeForm(props: ScopeFormProps) {
  const { serverId, consolePath, scope, onRenew, onDone, onCancel } = props;
  const { draft, change } = useDraft(scope ? draftScope(scope) : newScope);
  const checkOutdated = useOutdatedCheck({
    path: buildScopePath(serverId, scope?.id ?? ""),
    schema: scopeSchema,
    object: scope,
    sendBack: (it) => replaceScope(serverId, it, draftScope(it)),
    onOutdated: onRenew,
  });
  return (
    <ChangeForm
      title={scope ? `Edit scope ${scope.name}` : "Add Scope"}
      call={scope ? replaceScope(serverId, scope, draft) : addScope(serverId, draft)}
      consolePath={[...consolePath, ...(scope ? [scope.name, "Edit"] : ["Add Scope"])]}
      submitLabel={scope ? "Save" : "Create"}
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
            disabled={scope?.system}
            required
          />
          <TextField
            label="Display phrase"
            value={draft.displayName}
            onChange={(displayName) => change({ displayName })}
            error={problems.of("displayName")}
          />
          <TextField
            label="Description"
            value={draft.description}
            onChange={(description) => change({ description })}
            error={problems.of("description")}
          />
          <Checkbox
            label="Set as a default scope"
            hint="Granted to requests without a scope parameter."
            isChecked={draft.isDefault}
            onChange={(isDefault) => change({ isDefault })}
          />
          <Checkbox
            label="Include in public metadata"
            hint="Lists the scope in scopes_supported. Okta’s guides select this for groups, and the explorer’s prediction depends on it."
            isChecked={draft.isPublished}
            onChange={(isPublished) => change({ isPublished })}
          />
        </>
      )}
    </ChangeForm>
  );
}
