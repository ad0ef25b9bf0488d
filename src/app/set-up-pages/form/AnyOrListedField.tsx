import { type ComponentProps, useState } from "react";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { isSame } from "./body.ts";

type AnyOrListedFieldProps = ComponentProps<typeof CheckboxGroup> & {
  label: string;
  /** What the API’s list contains if any value is allowed, and the name of that choice. */
  any: { readonly value: readonly string[]; readonly label: string };
  listedLabel: string;
};

/** A choice of any value or of checked values. While "any" is selected, the checked values are kept. */
export function AnyOrListedField(props: AnyOrListedFieldProps) {
  const { label, any, listedLabel, ...group } = props;
  const { chosen, onChange } = group;
  const [listed, setListed] = useState<readonly string[]>([]);
  // For some fields an empty list means any value, so the list alone doesn’t tell what is selected.
  const [isListing, setListing] = useState(false);
  const isAny = isSame(chosen, any.value) && !(isListing && chosen.length === 0);

  function select(kind: string) {
    if (kind === "any") setListed(chosen);
    setListing(kind === "listed");
    onChange(kind === "any" ? any.value : listed);
  }

  function change(values: readonly string[]) {
    setListing(true);
    onChange(values);
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
      {!isAny && <CheckboxGroup {...group} onChange={change} />}
    </>
  );
}
