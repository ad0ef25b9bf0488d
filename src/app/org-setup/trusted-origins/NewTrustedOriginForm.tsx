import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { addTrustedOrigin, type NewTrustedOrigin, originTypes } from "./trusted-origin-calls.ts";

type NewTrustedOriginFormProps = {
  consolePath: readonly string[];
  onDone: (body: unknown) => void;
  onCancel: () => void;
};

const empty: NewTrustedOrigin = { name: "", origin: "", types: ["CORS"] };

/** Adds a trusted origin. */
export function NewTrustedOriginForm(props: NewTrustedOriginFormProps) {
  const { consolePath, onDone, onCancel } = props;
  const { draft, change } = useDraft(empty);
  return (
    <ChangeForm
      title="Add Origin"
      call={addTrustedOrigin(draft)}
      consolePath={consolePath}
      submitLabel="Add Origin"
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <>
          <TextField
            label="Origin name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name")}
          />
          <TextField
            label="Origin URL"
            data-code
            hint="Without a path, for example https://app.example.com"
            value={draft.origin}
            onChange={(origin) => change({ origin })}
            error={problems.of("origin")}
          />
          <CheckboxGroup
            legend="Type"
            options={originTypes}
            chosen={draft.types}
            onChange={(types) => change({ types })}
            error={problems.of("scopes")}
          />
        </>
      )}
    </ChangeForm>
  );
}
