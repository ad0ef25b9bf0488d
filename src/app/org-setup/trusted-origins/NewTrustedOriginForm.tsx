import { useState } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { addTrustedOrigin } from "./trusted-origin-calls.ts";

type NewTrustedOriginFormProps = { consolePath: readonly string[]; onDone: () => void };

const empty = { name: "", origin: "", allowsCors: true, allowsRedirect: false };

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
          <Checkbox
            label="Cross-Origin Resource Sharing (CORS)"
            isChecked={added.allowsCors}
            onChange={(allowsCors) => setAdded({ ...added, allowsCors })}
          />
          <Checkbox
            label="Redirect"
            isChecked={added.allowsRedirect}
            onChange={(allowsRedirect) => setAdded({ ...added, allowsRedirect })}
          />
        </>
      )}
    </ChangeForm>
  );
}
