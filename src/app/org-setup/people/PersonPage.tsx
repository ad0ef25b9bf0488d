import { use } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { showName, showText } from "../../result/claims/VisibleText.tsx";
import { shorten } from "../../shorten.ts";
import { groupsSchema, userSchema } from "../api/okta-objects.ts";
import { buildUserGroupsPath, buildUserPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded, LoadedPage } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { Navigation, PlaceLink } from "../PlaceLink.tsx";
import { ResourceButtons } from "../resource/ResourceButtons.tsx";
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
  const navigate = use(Navigation);
  const [person, reload] = useAnswer(buildUserPath(id), userSchema);
  const [customAttributes] = useAnswer(userSchemaPath, customAttributesSchema);
  const [groups] = useAnswer(buildUserGroupsPath(id), groupsSchema);
  return (
    <LoadedPage answer={person} back={back} title="Person">
      {(user) => (
        <>
          <PageHeading
            title={user.profile.login}
            back={back}
            id={{ label: "User ID", value: id }}
            status={<PersonStatus status={user.status} />}
            actions={
              <>
                <PersonStatusButtons user={user} onChange={reload} />
                <ResourceButtons
                  resource={people}
                  item={user}
                  look="secondary"
                  onChange={reload}
                  onDeleted={() => navigate({ section: "people" })}
                />
              </>
            }
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
