import { use } from "react";
import { type Group, groupSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { GroupForm } from "./GroupForm.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { buildGroupPath, deleteGroup, readGroupProfile, replaceGroup } from "./group-calls.ts";

type GroupPageProps = { id: string };

/** One group: who is in it, and what it is called. */
export function GroupPage({ id }: GroupPageProps) {
  const [group, reload] = useAnswer(buildGroupPath(id), groupSchema);
  return (
    <Loaded answer={group}>
      {(it) => (
        <>
          <GroupMembers group={it} />
          {it.type === "OKTA_GROUP" && <OwnGroup group={it} onDone={reload} />}
        </>
      )}
    </Loaded>
  );
}

/** What only a group made in Okta has: others are changed where they come from. */
function OwnGroup({ group, onDone }: { group: Group; onDone: () => void }) {
  const navigate = use(Navigation);
  const { id, profile } = group;
  const consolePath = ["Directory", "Groups", profile.name, "Actions"];
  const isOutdated = useOutdatedCheck({
    path: buildGroupPath(id),
    schema: groupSchema,
    object: group,
    sendBack: (it) => replaceGroup(it, readGroupProfile(it)),
    onOutdated: onDone,
  });
  return (
    <>
      <GroupForm
        title="Group settings"
        submitLabel="Save"
        initial={readGroupProfile(group)}
        buildCall={(changed) => replaceGroup(group, changed)}
        isOutdated={isOutdated}
        consolePath={[...consolePath, "Edit"]}
        onDone={onDone}
      />
      <ChangeButton
        label="Delete"
        object={profile.name}
        meaning="The group goes, and with it everybody’s place in it and its assignments to apps."
        call={deleteGroup(id)}
        consolePath={[...consolePath, "Delete"]}
        onDone={() => navigate({ section: "groups" })}
      />
    </>
  );
}
