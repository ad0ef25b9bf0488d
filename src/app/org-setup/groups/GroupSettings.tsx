import { type Group, groupSchema } from "../api/okta-objects.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { GroupForm } from "./GroupForm.tsx";
import { buildGroupPath, replaceGroup, toGroupProfile } from "./group-calls.ts";

type GroupSettingsProps = { group: Group; consolePath: readonly string[]; onDone: () => void };

/** The form for an existing group. Only groups created in Okta can be changed. */
export function GroupSettings({ group, consolePath, onDone }: GroupSettingsProps) {
  const checkOutdated = useOutdatedCheck({
    path: buildGroupPath(group.id),
    schema: groupSchema,
    object: group,
    sendBack: (it) => replaceGroup(it, toGroupProfile(it)),
    onOutdated: onDone,
  });
  return (
    <GroupForm
      title="Group settings"
      submitLabel="Save"
      initial={toGroupProfile(group)}
      buildCall={(changed) => replaceGroup(group, changed)}
      checkOutdated={checkOutdated}
      consolePath={consolePath}
      onDone={onDone}
    />
  );
}
