import { useState } from "react";
import * as v from "valibot";
import { Field } from "../../../ui/Field.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { importOrg } from "./whole-org-calls.ts";

type Chosen = {
  readonly file: File;
  readonly state: "reading" | "parsed" | "invalid" | "foreign";
  readonly content?: unknown;
};

/** Replaces the org's configuration with an exported one. An invalid file changes nothing. */
export function ImportForm({ onDone }: { onDone: () => void }) {
  const [chosen, setChosen] = useState<Chosen>();
  const mistake = describeMistake(chosen);

  async function choose(file: File | undefined) {
    setChosen(file && { file, state: "reading" });
    if (!file) return;
    const parsed = await parseFile(file);
    // Another file may have been chosen while this one was read.
    setChosen((now) => (now?.file === file ? parsed : now));
  }

  /** Browsers fire no change event if the same file is chosen again, although it may have been edited. */
  function reset(field: HTMLInputElement) {
    field.value = "";
    setChosen(undefined);
  }

  return (
    <ChangeForm
      title="Import"
      call={importOrg(chosen?.content)}
      mistake={mistake}
      consolePath={undefined}
      isOktaCall={false}
      submitLabel="Import"
      doneWord="Imported."
      question={{
        title: `Replace the demo org’s set-up with ${chosen?.file.name}?`,
        text: "This deletes what is set up now. To keep it, export the org first.",
        confirmLabel: "Replace",
      }}
      onDone={onDone}
    >
      {(problems) => (
        <Field
          label="Exported file"
          hint="Replaces the whole configuration of this org."
          error={
            chosen?.state === "invalid" || chosen?.state === "foreign" ? mistake : problems.mistake
          }
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

/** The parts of a file that the page checks. The org checks the rest, and says what is wrong. */
const exportSchema = v.object({ format: v.string(), configuration: v.unknown() });

async function parseFile(file: File): Promise<Chosen> {
  try {
    const content: unknown = JSON.parse(await file.text());
    return v.is(exportSchema, content)
      ? { file, state: "parsed", content }
      : { file, state: "foreign" };
  } catch {
    return { file, state: "invalid" };
  }
}

function describeMistake(chosen: Chosen | undefined): string | undefined {
  if (!chosen) return "Choose an exported file.";
  const { file, state } = chosen;
  switch (state) {
    case "parsed":
      return undefined;
    case "reading":
      return `Still reading ${file.name}. Try again in a moment.`;
    case "invalid":
      return `${file.name} isn’t valid JSON. Choose an exported file.`;
    case "foreign":
      return `${file.name} isn’t an export of a demo org. Choose an exported file.`;
    default:
      return state satisfies never;
  }
}
