import { useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";

type Assignable = { readonly id: string; readonly name: string };

type AssignmentPanelProps = {
  /** "People" or "Groups", as the console's buttons end. */
  title: "People" | "Groups";
  assigned: readonly Assignable[];
  all: readonly Assignable[];
  buildAssign: (one: Assignable) => ApiCall;
  buildUnassign: (one: Assignable) => ApiCall;
  consolePath: readonly string[];
  onDone: () => void;
};

/** The people, or the groups, that an app is assigned to, and a form for one more. */
export function AssignmentPanel(props: AssignmentPanelProps) {
  const { title, assigned, all, buildAssign, buildUnassign, consolePath, onDone } = props;
  const others = all.filter(({ id }) => !assigned.some((it) => it.id === id));
  return (
    <>
      <Panel title={title}>
        <ObjectTable
          caption={title}
          items={assigned}
          idOf={({ id }) => id}
          textOf={({ name }) => name}
          columns={[
            { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
            {
              header: "Assignment",
              render: (one) => (
                <ChangeButton
                  label="Unassign"
                  object={one.name}
                  meaning="Whoever is not assigned in another way gets access_denied then."
                  call={buildUnassign(one)}
                  consolePath={[...consolePath, title, one.name, "Remove"]}
                  onDone={onDone}
                />
              ),
            },
          ]}
        />
      </Panel>
      {others[0] && (
        <AssignForm
          title={title}
          first={others[0]}
          others={others}
          buildAssign={buildAssign}
          consolePath={consolePath}
          onDone={onDone}
        />
      )}
    </>
  );
}

type AssignFormProps = Pick<
  AssignmentPanelProps,
  "title" | "buildAssign" | "consolePath" | "onDone"
> & { first: Assignable; others: readonly Assignable[] };

function AssignForm({ title, first, others, buildAssign, consolePath, onDone }: AssignFormProps) {
  const [chosen, setChosen] = useState(first.id);
  const one = others.find(({ id }) => id === chosen) ?? first;
  return (
    <ChangeForm
      title={`Assign to ${title}`}
      call={buildAssign(one)}
      consolePath={[...consolePath, "Assign", `Assign to ${title}`]}
      submitLabel="Assign"
      onDone={onDone}
    >
      {() => (
        <SelectField
          label={title === "People" ? "Person" : "Group"}
          value={one.id}
          onChange={setChosen}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </ChangeForm>
  );
}
