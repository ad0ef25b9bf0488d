import { Panel } from "../../../ui/Panel.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { type Assignable, AssignForm } from "../form/AssignForm.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";

type AssignmentPanelProps = {
  /** As in the console's "Assign to People" and "Assign to Groups". */
  title: "People" | "Groups";
  /** Shown after "None yet." */
  empty: string;
  assigned: readonly Assignable[];
  all: readonly Assignable[];
  buildAssign: (one: Assignable) => ApiCall;
  buildUnassign: (one: Assignable) => ApiCall;
  consolePath: readonly string[];
  onDone: () => void;
};

/** The people or groups that an app is assigned to, with a form to assign more. */
export function AssignmentPanel(props: AssignmentPanelProps) {
  const { title, empty, assigned, all, buildAssign, buildUnassign, consolePath, onDone } = props;
  return (
    <Panel title={title}>
      <ObjectTable
        caption={title}
        items={assigned}
        idOf={({ id }) => id}
        textOf={({ name }) => name}
        empty={empty}
        columns={[
          { header: "Name", render: ({ name }) => <bdi>{name}</bdi> },
          {
            header: "Assignment",
            holdsActions: true,
            render: (one) => (
              <ChangeButton
                look="quiet"
                label="Unassign"
                object={one.name}
                meaning="Anyone without another assignment to the app will get access_denied."
                call={buildUnassign(one)}
                consolePath={[...consolePath, title, one.name, "Remove"]}
                onDone={onDone}
              />
            ),
          },
        ]}
      />
      <AssignForm
        title={`Assign to ${title}`}
        label={title === "People" ? "Person" : "Group"}
        choices={all.filter(({ id }) => !assigned.some((it) => it.id === id))}
        buildCall={buildAssign}
        consolePath={[...consolePath, "Assign", `Assign to ${title}`]}
        onDone={onDone}
      />
    </Panel>
  );
}
