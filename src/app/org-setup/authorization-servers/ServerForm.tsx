import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import type { ServerSettings } from "./server-calls.ts";

type ServerFormProps = {
  title: string;
  submitLabel: string;
  consolePath: readonly string[];
  buildCall: (settings: ServerSettings) => ApiCall;
  initial?: ServerSettings;
  isOutdated?: () => Promise<boolean>;
  onDone: () => void;
};

const empty: ServerSettings = { name: "", audience: "", description: "" };

/** A server's name, audience and description. A new one's are cleared once it is there, for the next. */
export function ServerForm(props: ServerFormProps) {
  const { title, submitLabel, consolePath, buildCall, initial, isOutdated, onDone } = props;
  const { draft, change, reset } = useDraft(initial ?? empty);

  function finish() {
    if (!initial) reset();
    onDone();
  }

  return (
    <ChangeForm
      title={title}
      call={buildCall(draft)}
      consolePath={consolePath}
      submitLabel={submitLabel}
      isOutdated={isOutdated}
      onDone={finish}
    >
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
            hint={
              <>
                The API that the access tokens are for, their <code>aud</code>: api://default
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
