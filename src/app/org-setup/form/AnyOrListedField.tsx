import { useState } from "react";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { isSame } from "./body.ts";

type AnyOrListedFieldProps = {
  label: string;
  /** The list that stands for any value in the API, and its option. */
  any: { readonly value: readonly string[]; readonly label: string };
  listedLabel: string;
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  hint: string | undefined;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  error: string | undefined;
};

/** Any value, or those that are checked. What was checked is kept while "any" is selected. */
export function AnyOrListedField(props: AnyOrListedFieldProps) {
  const { label, any, listedLabel, legend, options, hint, chosen, onChange, error } = props;
  const [listed, setListed] = useState<readonly string[]>([]);
  // The list that stands for any value can be the empty one.
  const [isListing, setListing] = useState(false);
  const isAny = isSame(chosen, any.value) && !isListing;

  function select(kind: string) {
    if (kind === "any") setListed(chosen);
    setListing(kind === "listed");
    onChange(kind === "any" ? any.value : listed);
  }

  return (
    <>
      <SelectField
        label={label}
        value={isAny ? "any" : "listed"}
        onChange={select}
        options={[
          { value: "any", label: any.label },
          { value: "listed", label: listedLabel },
        ]}
      />
      {!isAny && <CheckboxGroup {...{ legend, options, hint, chosen, onChange, error }} />}
    </>
  );
}
