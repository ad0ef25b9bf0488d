import { useId, useState } from "react";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { GroupList } from "../../claims/GroupList.tsx";
import type { User } from "../api/okta-objects.ts";
import { useCheck } from "../api/use-check.ts";
import {
  buildFilterCheck,
  type FilterType,
  filterResultSchema,
  filterTypeOptions,
} from "./filter-check.ts";
import { PersonField } from "./PersonField.tsx";
import styles from "./TriedField.module.css";

type GroupFilterFieldProps = {
  filterType: FilterType;
  value: string;
  onChange: (filterType: FilterType, value: string) => void;
  error?: string | undefined;
  /** For whom it can be tried. */
  people: readonly User[];
};

/** A filter of group names, and what it lets through for somebody: asked as it is typed. */
export function GroupFilterField(props: GroupFilterFieldProps) {
  const { filterType, value, onChange, error, people } = props;
  const [userId, setUserId] = useState(people[0]?.id ?? "");
  const result = useCheck(
    userId === "" ? undefined : buildFilterCheck(filterType, value, userId),
    filterResultSchema,
  );
  const id = useId();

  return (
    <div className={styles.tried}>
      <SelectField
        label="Filter"
        value={filterType}
        onChange={(chosen) => onChange(chosen, value)}
        options={filterTypeOptions}
      />
      <TextField
        label="Value"
        value={value}
        onChange={(typed) => onChange(filterType, typed)}
        error={error}
        describedBy={id}
        hint="Matches regex: the whole name, in the case it is written in. The others pass over case, and read a pattern as plain text."
      />
      <PersonField label="Try it for" people={people} value={userId} onChange={setUserId} />
      <output id={id} aria-label="What it comes to" className={styles.result}>
        {result?.kind === "problem" && <strong className={styles.mistake}>{result.message}</strong>}
        {result?.kind === "too_many" && (
          <strong className={styles.mistake}>
            More than 100 groups match: outside the code flow the whole request fails with
            server_error.
          </strong>
        )}
        {result?.kind === "names" &&
          (result.names.length > 0 ? (
            <GroupList groups={result.names} />
          ) : (
            "Lets no group through: the claim is left out of the token."
          ))}
        {!result && "…"}
      </output>
    </div>
  );
}
