import { TextField } from "../../../ui/TextField.tsx";
import { Columns } from "../form/Columns.tsx";
import type { RuleDraft } from "./rule-calls.ts";

type LifetimeFieldsProps = {
  draft: RuleDraft;
  onChange: (changed: Partial<RuleDraft>) => void;
  errors: Readonly<Record<Lifetime, string | undefined>>;
};

type Lifetime = "accessTokenLifetime" | "refreshTokenLifetime" | "refreshTokenWindow";

/** How long a rule's tokens live, in minutes. */
export function LifetimeFields({ draft, onChange, errors }: LifetimeFieldsProps) {
  return (
    <Columns>
      <TextField
        label="THEN Access token lifetime is"
        hint="5 to 1440 minutes. In answers it is expires_in, in seconds."
        inputMode="numeric"
        value={draft.accessTokenLifetime}
        onChange={(accessTokenLifetime) => onChange({ accessTokenLifetime })}
        error={errors.accessTokenLifetime}
      />
      <TextField
        label="AND Refresh token lifetime is"
        hint="Minutes; 0 for no end."
        inputMode="numeric"
        value={draft.refreshTokenLifetime}
        onChange={(refreshTokenLifetime) => onChange({ refreshTokenLifetime })}
        error={errors.refreshTokenLifetime}
      />
      <TextField
        label="but will expire if not used every"
        hint="Minutes."
        inputMode="numeric"
        value={draft.refreshTokenWindow}
        onChange={(refreshTokenWindow) => onChange({ refreshTokenWindow })}
        error={errors.refreshTokenWindow}
      />
    </Columns>
  );
}
