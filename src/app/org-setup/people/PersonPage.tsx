import { Panel } from "../../../ui/Panel.tsx";
import { showName, showText } from "../../result/claims/VisibleText.tsx";
import { shorten } from "../../shorten.ts";
import { groupsSchema, userSchema } from "../api/okta-objects.ts";
import { buildUserGroupsPath, buildUserPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded, LoadedPage } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ObjectHeading } from "../resource/ObjectHeading.tsx";
import {
  type CustomAttribute,
  customAttributesSchema,
  userSchemaPath,
} from "./custom-attributes.ts";
import { PersonStatus, PersonStatusButtons } from "./PersonStatus.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { people } from "./people.tsx";
import { SetPasswordForm } from "./SetPasswordForm.tsx";

type PersonPageProps = { id: string };

const noAttributes: readonly CustomAttribute[] = [];

const back = { section: "people", name: "All people" } as const;

export function PersonPage({ id }: PersonPageProps) {
  const [person, reload] = useAnswer(buildUserPath(id), userSchema);
  const [customAttributes] = useAnswer(userSchemaPath, customAttributesSchema);
  const [groups] = useAnswer(buildUserGroupsPath(id), groupsSchema);
  return (
    <LoadedPage answer={person} back={back} title="Person">
      {(user) => (
        <>
          <ObjectHeading
            resource={people}
            item={user}
            back={back}
            id={{ label: "User ID", value: id }}
            status={<PersonStatus status={user.status} />}
            buttons={<PersonStatusButtons user={user} onChange={reload} />}
            onChange={reload}
          />
          {user.status === "PROVISIONED" && <SetPasswordForm user={user} onDone={reload} />}
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
                    {
                      header: "Description",
                      render: ({ profile }) =>
                        profile.description && <bdi>{showText(shorten(profile.description))}</bdi>,
                    },
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
            customAttributes={
              customAttributes.status === "loaded" ? customAttributes.value : noAttributes
            }
            onDone={reload}
          />
        </>
      )}
    </LoadedPage>
  );
}
