import { type ReactNode, useState } from "react";
import * as v from "valibot";
import { type FilterType, filterTypes } from "../../../okta/filter-types.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { filterTypeSchema } from "../../org-api/okta-objects.ts";
import { GroupList } from "../../result/claims/GroupList.tsx";
import { getAt } from "../form/body.ts";
import type { FormFields } from "../form/form-fields.ts";
import { Columns } from "../layout.tsx";
import styles from "./PreviewedField.module.css";
import { PreviewedField, type PreviewUser } from "./PreviewedField.tsx";

/** The Admin Console doesn't save a blank filter. @see oktadeveloper/okta-blog-archive#1594 on GitHub */
export function findFilterMistake(value: unknown): string | undefined {
  return typeof value !== "string" || value.trim() === ""
    ? "Enter a value. Matches regex with the value .* matches every Okta group."
    : undefined;
}

const filterResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("names"), names: v.array(v.string()) }),
  v.object({ kind: v.literal("problem"), message: v.string() }),
  v.object({ kind: v.literal("too_many") }),
]);

type FilterResult = v.InferOutput<typeof filterResultSchema>;

type ValueType = "EXPRESSION" | "GROUPS";

type FilterOrExpressionFieldProps = {
  form: FormFields;
  label: string;
  types: readonly { readonly value: ValueType; readonly label: string }[];
  /** The path of the filter's type in the body. Expressions have none. */
  filterTypePath: string;
  newFilterType: FilterType;
  previewUser: PreviewUser;
  expressionField: ReactNode;
  /** Fields between the choice of the type and the value. */
  children?: ReactNode;
};

/** A field for a claim's `value`, which depends on `valueType`. The input of the other type is kept for changing back. */
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
        <PreviewedField
          previewUser={previewUser}
          // The demo org's own call. Okta shows a filter's result only in tokens.
          buildCheck={(userId) => ({
            method: "POST",
            path: "/demo/v1/filter-check",
            body: { filterType, value: value.value, userId },
          })}
          schema={filterResultSchema}
          showResult={showResult}
        >
          {(resultId) => (
            <Columns>
              <SelectField
                label="Filter"
                value={filterType}
                onChange={(chosen) => form.set(filterTypePath, chosen)}
                options={filterTypes}
              />
              <TextField
                label="Value"
                data-code
                {...value}
                error={form.problems.mistake ?? value.error}
                describedBy={resultId}
                hint="Only Matches regex is case-sensitive. In the demo org the regex must match the whole name; .* matches every name."
              />
            </Columns>
          )}
        </PreviewedField>
      ) : (
        expressionField
      )}
    </>
  );
}

function showResult(result: FilterResult) {
  switch (result.kind) {
    case "problem":
      return <strong className={styles.mistake}>{result.message}</strong>;
    case "too_many":
      return (
        <strong className={styles.mistake}>
          More than 100 groups match. The whole request fails with server_error, except in the
          authorization code flow.
        </strong>
      );
    case "names":
      return result.names.length > 0 ? (
        <GroupList groups={result.names} />
      ) : (
        "No group matches, so the claim is left out of the token."
      );
    default:
      return result satisfies never;
  }
}
