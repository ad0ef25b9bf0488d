import * as v from "valibot";
import { type FilterType, filterTypes } from "../../../okta/filter-types.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { GroupList } from "../../result/claims/GroupList.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { Columns } from "../layout.tsx";
import styles from "./PreviewedField.module.css";
import { PreviewedField, type PreviewUser } from "./PreviewedField.tsx";

/** The Admin Console doesn't save a blank one. @see oktadeveloper/okta-blog-archive#1594 on GitHub */
export function findFilterMistake(value: unknown): string | undefined {
  return typeof value !== "string" || value.trim() === ""
    ? "Enter a value. To match every group, use Matches regex with .*"
    : undefined;
}

const filterResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("names"), names: v.array(v.string()) }),
  v.object({ kind: v.literal("problem"), message: v.string() }),
  v.object({ kind: v.literal("too_many") }),
]);

type FilterResult = v.InferOutput<typeof filterResultSchema>;

/** The demo org's own call. Okta shows a filter's result only in tokens. */
function buildFilterCheck(filterType: FilterType, value: string, userId: string): ApiCall {
  return { method: "POST", path: "/demo/v1/filter-check", body: { filterType, value, userId } };
}

type GroupFilterFieldProps = {
  filterType: FilterType;
  value: string;
  onChange: (filterType: FilterType, value: string) => void;
  error?: string | undefined;
  previewUser: PreviewUser;
};

export function GroupFilterField(props: GroupFilterFieldProps) {
  const { filterType, value, onChange, error, previewUser } = props;
  return (
    <PreviewedField
      previewUser={previewUser}
      buildCheck={(userId) => buildFilterCheck(filterType, value, userId)}
      schema={filterResultSchema}
      showResult={showResult}
    >
      {(resultId) => (
        <Columns>
          <SelectField
            label="Filter"
            value={filterType}
            onChange={(chosen) => onChange(chosen, value)}
            options={filterTypes}
          />
          <TextField
            label="Value"
            data-code
            value={value}
            onChange={(typed) => onChange(filterType, typed)}
            error={error}
            describedBy={resultId}
            hint="Only Matches regex is case-sensitive. In the demo org the regex must match the whole name; .* matches every name."
          />
        </Columns>
      )}
    </PreviewedField>
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
