import { useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { PlainForm } from "./ChangeForm.tsx";

export type Assignable = { readonly id: string; readonly name: string };

type AssignFormProps = {
  title: string;
  label: string;
  choices: readonly Assignable[];
  buildCall: (chosen: Assignable) => ApiCall;
  consolePath: readonly string[];
  onDone: () => void;
};

/** A form that assigns one of the choices. After that, the first remaining choice is selected. */
export function AssignForm(props: AssignFormProps) {
  const { title, label, choices, buildCall, consolePath, onDone } = props;
  const [chosenId, setChosenId] = useState<string>();
  const chosen = choices.find(({ id }) => id === chosenId) ?? choices[0];
  if (!chosen) return null;
  return (
    <PlainForm
      title={title}
      call={buildCall(chosen)}
      consolePath={consolePath}
      submitLabel="Assign"
      isShort
      onDone={onDone}
    >
      {() => (
        <SelectField
          label={label}
          value={chosen.id}
          onChange={setChosenId}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </PlainForm>
  );
}
