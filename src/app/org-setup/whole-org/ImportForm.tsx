import { useState } from "react";
import { Field } from "../../../ui/Field.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { importOrg } from "./whole-org-calls.ts";

type Chosen =
  | { readonly kind: "nothing" }
  | { readonly kind: "reading"; readonly file: File }
  | { readonly kind: "file"; readonly content: unknown }
  | { readonly kind: "unreadable"; readonly name: string };

type ImportFormProps = { onDone: () => void };

/** Replaces the org's configuration with an exported one. An invalid file changes nothing. */
export function ImportForm({ onDone }: ImportFormProps) {
  const [chosen, setChosen] = useState<Chosen>({ kind: "nothing" });
  const mistake = describeMistake(chosen);

  async function choose(file: File | undefined) {
    if (!file) return setChosen({ kind: "nothing" });
    setChosen({ kind: "reading", file });
    const read = await parseFile(file);
    // Another file may have been chosen while this one was read.
    setChosen((now) => (now.kind === "reading" && now.file === file ? read : now));
  }

  /** Browsers fire no change event if the same file is chosen again, although it may have been edited. */
  function reset(field: HTMLInputElement) {
    field.value = "";
    setChosen({ kind: "nothing" });
  }

  return (
    <ChangeForm
      title="Import"
      call={importOrg(chosen.kind === "file" ? chosen.content : undefined)}
      mistake={mistake}
      consolePath={undefined}
      isOktaCall={false}
      submitLabel="Import"
      onDone={onDone}
    >
      {(problems) => (
        <Field
          label="Exported file"
          hint="Replaces the whole configuration of this org."
          error={chosen.kind === "unreadable" ? mistake : problems.mistake}
        >
          {(controlProps) => (
            <input
              {...controlProps}
              type="file"
              accept="application/json,.json"
              onClick={(event) => reset(event.currentTarget)}
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
      )}
    </ChangeForm>
  );
}

async function parseFile(file: File): Promise<Chosen> {
  try {
    return { kind: "file", content: JSON.parse(await file.text()) };
  } catch {
    return { kind: "unreadable", name: file.name };
  }
}

function describeMistake(chosen: Chosen): string | undefined {
  switch (chosen.kind) {
    case "file":
      return undefined;
    case "nothing":
      return "Choose an exported file.";
    case "reading":
      return `Still reading ${chosen.file.name}. Try again in a moment.`;
    case "unreadable":
      return `${chosen.name} isn’t valid JSON. Choose an exported file.`;
    default:
      return chosen satisfies never;
  }
}
