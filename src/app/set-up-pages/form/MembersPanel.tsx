import { type ReactNode, useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { type ApiCall, buildItemPath } from "../../org-api/api-call.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import type { Section } from "../../set-up-places.ts";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ChangeButton } from "./ChangeButton.tsx";
import { PlainForm } from "./ChangeForm.tsx";

type Member = { readonly id: string; readonly name: string };

type MembersPanelProps = {
  title: "People" | "Groups";
  empty: string;
  members: readonly Member[];
  /** Everyone who is or can be a member. */
  all: readonly Member[];
  headers: readonly [name: string, membership: string];
  /** The path of the list in the API. */
  path: string;
  /** By default a PUT without a body. */
  buildAssign?: (one: Member) => ApiCall;
  removal: { readonly label: string; readonly meaning: string };
  /** Stands in place of all actions if the members can't be changed. */
  managedBy?: string | undefined;
  assignTitle: string;
  /** Steps in the Admin Console to the list. */
  consolePath: readonly string[];
  /** The steps to the form. */
  assignPath: readonly string[];
  onDone: () => void;
  /** Between the list and the form. */
  children?: ReactNode;
};

/** The people or groups that belong to something, with an action for each, and a form that adds one. */
export function MembersPanel(props: MembersPanelProps) {
  const { title, empty, members, all, headers, path, removal, managedBy, consolePath } = props;
  const { buildAssign = ({ id }) => ({ method: "PUT", path: buildItemPath(path, id) }) } = props;
  const section: Section = title === "People" ? "people" : "groups";
  const [chosenId, setChosenId] = useState<string>();
  const choices = all.filter(({ id }) => !members.some((it) => it.id === id));
  // After one was added, the first remaining choice is selected.
  const chosen = choices.find(({ id }) => id === chosenId) ?? choices[0];
  return (
    <Panel title={title}>
      <ObjectTable
        caption={title}
        items={members}
        idOf={({ id }) => id}
        textOf={({ name }) => name}
        empty={empty}
        columns={[
          {
            header: headers[0],
            render: ({ id, name }) => (
              <PlaceLink place={{ section, id }}>
                <bdi>{showName(name)}</bdi>
              </PlaceLink>
            ),
          },
          {
            header: headers[1],
            isActions: true,
            render: ({ id, name }) =>
              managedBy ?? (
                <ChangeButton
                  look="quiet"
                  label={removal.label}
                  object={name}
                  meaning={removal.meaning}
                  call={{ method: "DELETE", path: buildItemPath(path, id) }}
                  consolePath={[...consolePath, name, "Remove"]}
                  onDone={props.onDone}
                />
              ),
          },
        ]}
      />
      {props.children}
      {managedBy === undefined && chosen && (
        <PlainForm
          title={props.assignTitle}
          call={buildAssign(chosen)}
          consolePath={props.assignPath}
          submitLabel="Assign"
          isShort
          onDone={props.onDone}
        >
          {() => (
            <SelectField
              label={title === "People" ? "Person" : "Group"}
              value={chosen.id}
              onChange={setChosenId}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </PlainForm>
      )}
    </Panel>
  );
}
