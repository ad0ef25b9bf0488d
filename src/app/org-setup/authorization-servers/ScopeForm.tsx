import { useState } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Scope } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { addScope, replaceScope, type ScopeDraft } from "./scope-calls.ts";

type ScopeFormProps = {
  serverId: string;
  consolePath: readonly string[];
  /** undefined for a new one. */
  scope: Scope | undefined;
  onDone: () => void;
  onCancel: () => void;
};

/** A scope: its name, how it is described, and who hears of it. */
export function ScopeForm({ serverId, consolePath, scope, onDone, onCancel }: ScopeFormProps) {
  const [draft, setDraft] = useState<ScopeDraft>({
    name: scope?.name ?? "",
    displayName: scope?.displayName ?? "",
    description: scope?.description ?? "",
    isDefault: scope?.default ?? false,
    isPublished: scope?.metadataPublish === "ALL_CLIENTS",
  });
  return (
    <ChangeForm
      title={scope ? `Edit scope ${scope.name}` : "Add Scope"}
      call={scope ? replaceScope(serverId, scope, draft) : addScope(serverId, draft)}
      consolePath={[...consolePath, ...(scope ? [scope.name, "Edit"] : ["Add Scope"])]}
      submitLabel={scope ? "Save" : "Create"}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            error={problems.of("name")}
            disabled={scope?.system}
            required
          />
          <TextField
            label="Display phrase"
            value={draft.displayName}
            onChange={(displayName) => setDraft({ ...draft, displayName })}
            error={problems.of("displayName")}
          />
          <TextField
            label="Description"
            value={draft.description}
            onChange={(description) => setDraft({ ...draft, description })}
            error={problems.of("description")}
          />
          <Checkbox
            label="Set as a default scope"
            hint="Granted to a request that asks for no scope at all."
            isChecked={draft.isDefault}
            onChange={(isDefault) => setDraft({ ...draft, isDefault })}
          />
          <Checkbox
            label="Include in public metadata"
            hint="Listed in scopes_supported, for anybody to read."
            isChecked={draft.isPublished}
            onChange={(isPublished) => setDraft({ ...draft, isPublished })}
          />
        </>
      )}
    </ChangeForm>
  );
}
