import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { addTrustedOrigin, type NewTrustedOrigin, originTypes } from "./trusted-origin-calls.ts";

type NewTrustedOriginFormProps = { consolePath: readonly string[]; onDone: () => void };

const empty: NewTrustedOrigin = { name: "", origin: "", types: ["CORS"] };

/** A new trusted origin, and what its pages may do. */
export function NewTrustedOriginForm({ consolePath, onDone }: NewTrustedOriginFormProps) {
  const { draft, change, reset } = useDraft(empty);

  function finish() {
    reset();
    onDone();
  }

  return (
    <ChangeForm
      title="Add Origin"
      call={addTrustedOrigin(draft)}
      consolePath={consolePath}
      submitLabel="Add Origin"
      onDone={finish}
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
            hint="Without a path: https://app.example.com"
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
