import { useState } from "react";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { addTrustedOrigin, type NewTrustedOrigin, originTypes } from "./trusted-origin-calls.ts";

type NewTrustedOriginFormProps = { consolePath: readonly string[]; onDone: () => void };

const empty: NewTrustedOrigin = { name: "", origin: "", types: ["CORS"] };

export function NewTrustedOriginForm({ consolePath, onDone }: NewTrustedOriginFormProps) {
  const [added, setAdded] = useState(empty);

  function finish() {
    setAdded(empty);
    onDone();
  }

  return (
    <ChangeForm
      title="Add Origin"
      call={addTrustedOrigin(added)}
      consolePath={consolePath}
      submitLabel="Add Origin"
      onDone={finish}
    >
      {(problems) => (
        <>
          <TextField
            label="Origin name"
            value={added.name}
            onChange={(name) => setAdded({ ...added, name })}
            error={problems.of("name")}
          />
          <TextField
            label="Origin URL"
            hint="Without a path: https://app.example.com"
            value={added.origin}
            onChange={(origin) => setAdded({ ...added, origin })}
            error={problems.of("origin")}
          />
          <CheckboxGroup
            legend="Type"
            options={originTypes}
            chosen={added.types}
            onChange={(types) => setAdded({ ...added, types })}
            error={problems.of("scopes")}
          />
        </>
      )}
    </ChangeForm>
  );
}
