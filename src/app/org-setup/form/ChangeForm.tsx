import { Panel } from "../../../ui/Panel.tsx";
import { PlainForm, type PlainFormProps } from "./PlainForm.tsx";

type ChangeFormProps = Omit<PlainFormProps, "isShort"> & {
  /** 4 where the form stands within a panel. */
  headingLevel?: 3 | 4;
};

/** A form that makes one change by the org's API, as a part of the page with a heading. */
export function ChangeForm({ headingLevel = 3, ...form }: ChangeFormProps) {
  return (
    <Panel title={form.title} headingLevel={headingLevel}>
      <PlainForm {...form} />
    </Panel>
  );
}
