import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import type { OutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import type { ServerSettings } from "./server-calls.ts";

type ServerFormProps = {
  title: string;
  submitLabel: string;
  consolePath: readonly string[];
  buildCall: (settings: ServerSettings) => ApiCall;
  initial?: ServerSettings;
  checkOutdated?: OutdatedCheck;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
};

const empty: ServerSettings = { name: "", audience: "", description: "" };

/** A server's name, audience and description. */
export function ServerForm({ buildCall, initial = empty, ...form }: ServerFormProps) {
  const { draft, change } = useDraft(initial);
  return (
    <ChangeForm {...form} call={buildCall(draft)}>
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name")}
            required
          />
          <TextField
            label="Audience"
            data-code
            hint={
              <>
                The API that access tokens are for, for example api://default. It becomes their{" "}
                <code>aud</code> claim.
              </>
            }
            value={draft.audience}
            onChange={(audience) => change({ audience })}
            error={problems.of("audiences", "audiences.0")}
            required
          />
          <TextField
            label="Description"
            value={draft.description}
            onChange={(description) => change({ description })}
            error={problems.of("description")}
          />
        </>
      )}
    </ChangeForm>
  );
}
