import { SelectField } from "../../../ui/SelectField.tsx";
import type { User } from "../api/okta-objects.ts";

type PersonFieldProps = {
  label: string;
  people: readonly User[];
  value: string;
  onChange: (userId: string) => void;
};

export function PersonField({ label, people, value, onChange }: PersonFieldProps) {
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={people.map(({ id, profile }) => ({ value: id, label: profile.login }))}
    />
  );
}
