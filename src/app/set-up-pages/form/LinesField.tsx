import { useState } from "react";
import { TextArea } from "../../../ui/TextArea.tsx";
import { isSame } from "./body.ts";

type LinesFieldProps = {
  label: string;
  hint: string;
  chosen: readonly string[];
  onChange: (entries: readonly string[]) => void;
  error: string | undefined;
};

/** A list of texts, one per line. Blank lines stay while typing, and don't count. */
export function LinesField({ chosen, onChange, ...field }: LinesFieldProps) {
  const [typed, setTyped] = useState("");
  return (
    <TextArea
      {...field}
      value={isSame(parseLines(typed), chosen) ? typed : chosen.join("\n")}
      onChange={(text) => {
        setTyped(text);
        onChange(parseLines(text));
      }}
    />
  );
}

export function parseLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
