import { Panel } from "../../../ui/Panel.tsx";
import { groupSchema, type User } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { useAnswer, useList } from "../../org-api/use-answer.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { descriptionColumn } from "../groups/groups.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ObjectPage } from "../resource/ObjectPage.tsx";
import { customAttributesSchema, userSchemaPath } from "./custom-attributes.ts";
import { PersonStatus, PersonStatusButtons } from "./PersonStatus.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { people } from "./people.tsx";
import { SetPasswordForm } from "./SetPasswordForm.tsx";

export function PersonPage({ id }: { id: string }) {
  return (
    <ObjectPage
      resource={people}
      id={id}
      idOf={() => ({ label: "User ID", value: id })}
      status={({ status }) => <PersonStatus status={status} />}
      buttons={(user, reload) => <PersonStatusButtons user={user} onChange={reload} />}
      tabs={(user, reload) => <Person user={user} onDone={reload} />}
    />
  );
}

function Person({ user, onDone }: { user: User; onDone: () => void }) {
  const [customAttributes] = useAnswer(userSchemaPath, customAttributesSchema);
  const [groups] = useList(paths.userGroups(user.id), groupSchema);
  return (
    <>
      {user.status === "PROVISIONED" && <SetPasswordForm user={user} onDone={onDone} />}
      <Panel title="Groups">
        <Loaded answer={groups}>
          {(list) => (
            <ObjectTable
              caption="Groups"
              items={list}
              idOf={(group) => group.id}
              textOf={({ profile }) => profile.name}
              columns={[
                {
                  header: "Group",
                  render: (group) => (
                    <PlaceLink place={{ section: "groups", id: group.id }}>
                      <bdi>{showName(group.profile.name)}</bdi>
                    </PlaceLink>
                  ),
                },
                descriptionColumn,
              ]}
            />
          )}
        </Loaded>
        <p>
          To add this person to another group, open that group:{" "}
          <PlaceLink place={{ section: "groups" }}>all groups</PlaceLink>
        </p>
      </Panel>
      <ProfileForm
        user={user}
        customAttributes={customAttributes.status === "loaded" ? customAttributes.value : []}
        onDone={onDone}
      />
    </>
  );
}
