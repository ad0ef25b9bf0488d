import { type ReactNode, useState } from "react";
import * as v from "valibot";
import type { FilterType } from "../../../okta/filter-types.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { filterTypeSchema } from "../api/okta-objects.ts";
import { getAt } from "../form/body.ts";
import type { FormFields } from "../form/form-fields.ts";
import { GroupFilterField } from "./GroupFilterField.tsx";
import type { PreviewUser } from "./PreviewedField.tsx";

type ValueType = "EXPRESSION" | "GROUPS";

type FilterOrExpressionFieldProps = {
  form: FormFields;
  label: string;
  types: readonly { readonly value: ValueType; readonly label: string }[];
  /** The name of the filter's type in the body, which only a filter has. */
  filterTypePath: string;
  newFilterType: FilterType;
  previewUser: PreviewUser;
  expressionField: ReactNode;
  /** Fields between the choice of the type and the value. */
  children?: ReactNode;
};

/** A claim's `value`, by its `valueType`. The input of the other type is kept, in case the user changes back. */
export function FilterOrExpressionField(props: FilterOrExpressionFieldProps) {
  const { form, label, types, filterTypePath, newFilterType, previewUser, expressionField } = props;
  const [other, setOther] = useState({ value: "", filterType: newFilterType });
  const isFilter = form.body.valueType === "GROUPS";
  const value = form.text("value", filterTypePath);
  const parsed = v.safeParse(filterTypeSchema, getAt(form.body, filterTypePath));
  const filterType = parsed.success ? parsed.output : newFilterType;

  function change(type: ValueType) {
    setOther({ value: value.value, filterType });
    form.set("valueType", type);
    form.set("value", other.value);
    form.set(filterTypePath, type === "GROUPS" ? other.filterType : undefined);
  }

  return (
    <>
      <SelectField
        label={label}
        options={types}
        value={isFilter ? "GROUPS" : "EXPRESSION"}
        onChange={change}
      />
      {props.children}
      {isFilter ? (
        <GroupFilterField
          filterType={filterType}
          value={value.value}
          onChange={(type, text) => {
            form.set(filterTypePath, type);
            form.set("value", text);
          }}
          error={form.problems.mistake ?? value.error}
          previewUser={previewUser}
        />
      ) : (
        expressionField
      )}
    </>
  );
}
