import { Panel } from "../../../ui/Panel.tsx";
import { PlainForm, type PlainFormProps } from "./PlainForm.tsx";

type ChangeFormProps = Omit<PlainFormProps, "isShort"> & {
  /** 4 inside another panel. */
  headingLevel?: 3 | 4;
};

export function ChangeForm({ headingLevel = 3, ...form }: ChangeFormProps) {
  return (
    <Panel title={form.title} headingLevel={headingLevel}>
      <PlainForm {...form} />
    </Panel>
  );
}
