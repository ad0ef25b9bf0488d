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

/** Puts an exported org in this one's place. A file that is not one changes nothing. */
export function ImportForm({ onDone }: ImportFormProps) {
  const [chosen, setChosen] = useState<Chosen>({ kind: "nothing" });
  const mistake = describeMistake(chosen);

  async function choose(file: File | undefined) {
    if (!file) return setChosen({ kind: "nothing" });
    setChosen({ kind: "reading", file });
    const read = await readFile(file);
    // By then another may have been chosen in its place.
    setChosen((now) => (now.kind === "reading" && now.file === file ? read : now));
  }

  /** Browsers say nothing where the same file is chosen again, though it may have been mended since. */
  function forget(field: HTMLInputElement) {
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
          hint="It takes the place of everything that is set up here."
          error={chosen.kind === "unreadable" ? mistake : problems.mistake}
        >
          {(ties) => (
            <input
              {...ties}
              type="file"
              accept="application/json,.json"
              onClick={(event) => forget(event.currentTarget)}
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
      )}
    </ChangeForm>
  );
}

async function readFile(file: File): Promise<Chosen> {
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
      return "Choose a file that was exported here.";
    case "reading":
      return `${chosen.file.name} is still being read: try again in a moment.`;
    case "unreadable":
      return `${chosen.name} is no JSON: choose a file that was exported here.`;
    default:
      return chosen satisfies never;
  }
}
