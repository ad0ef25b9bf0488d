import { TextField } from "../../../ui/TextField.tsx";
import { Columns } from "../form/Columns.tsx";
import type { RuleDraft } from "./rule-calls.ts";

type LifetimeFieldsProps = {
  draft: RuleDraft;
  onChange: (changed: Partial<RuleDraft>) => void;
  errors: Readonly<Record<Lifetime, string | undefined>>;
};

type Lifetime = "accessTokenLifetime" | "refreshTokenLifetime" | "refreshTokenWindow";

/** A rule's token lifetimes, in minutes. */
export function LifetimeFields({ draft, onChange, errors }: LifetimeFieldsProps) {
  return (
    <Columns>
      <TextField
        label="THEN Access token lifetime is"
        hint="5 to 1440 minutes. Returned as expires_in, in seconds."
        inputMode="numeric"
        value={draft.accessTokenLifetime}
        onChange={(accessTokenLifetime) => onChange({ accessTokenLifetime })}
        error={errors.accessTokenLifetime}
      />
      <TextField
        label="AND Refresh token lifetime is"
        hint="Minutes. 0 means unlimited."
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
