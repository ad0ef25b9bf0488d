import { use } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { groupsSchema, type User, userSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { ObjectTable } from "../list/ObjectTable.tsx";
import { Navigation, PlaceLink } from "../PlaceLink.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import {
  buildPersonGroupsPath,
  buildPersonPath,
  changeStatus,
  deletePerson,
} from "./person-calls.ts";
import { describeStatus, listSteps } from "./person-status.ts";

type PersonPageProps = { id: string };

/** One person: their groups, their profile, and whether they can sign in. */
export function PersonPage({ id }: PersonPageProps) {
  const [person, reload] = useAnswer(buildPersonPath(id), userSchema);
  const [groups] = useAnswer(buildPersonGroupsPath(id), groupsSchema);
  return (
    <Loaded answer={person}>
      {(user) => (
        <>
          <Panel title={user.profile.login} headingLevel={2}>
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
                          <bdi>{group.profile.name}</bdi>
                        </PlaceLink>
                      ),
                    },
                    {
                      header: "Description",
                      render: ({ profile }) => <bdi>{profile.description}</bdi>,
                    },
                  ]}
                />
              )}
            </Loaded>
          </Panel>
          <ProfileForm user={user} onDone={reload} />
          <Account user={user} onChange={reload} />
        </>
      )}
    </Loaded>
  );
}

function Account({ user, onChange }: { user: User; onChange: () => void }) {
  const navigate = use(Navigation);
  const { id, status, profile } = user;
  const consolePath = ["Directory", "People", profile.login, "More Actions"];
  return (
    <Panel title="Account">
      <p>{describeStatus(status)}. Only who is active can sign in.</p>
      {listSteps(status).map(({ step, label, meaning }) => (
        <ChangeButton
          key={`${status} ${step}`}
          label={label}
          object={profile.login}
          meaning={meaning}
          call={changeStatus(id, step)}
          consolePath={[...consolePath, label]}
          onDone={onChange}
        />
      ))}
      {status === "DEPROVISIONED" && (
        <ChangeButton
          label="Delete"
          object={profile.login}
          meaning="The person goes for good, with their memberships and assignments."
          call={deletePerson(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "people" })}
        />
      )}
    </Panel>
  );
}
