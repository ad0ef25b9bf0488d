import type { User } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { StatusBadge } from "../StatusBadge.tsx";

const steps = {
  activate: { label: "Activate", meaning: "They will be able to sign in." },
  deactivate: {
    label: "Deactivate",
    meaning:
      "They won’t be able to sign in, and the demo org’s UserInfo will reject their access tokens.",
  },
  suspend: { label: "Suspend", meaning: "They won’t be able to sign in until you unsuspend them." },
  unsuspend: { label: "Unsuspend", meaning: "They will be able to sign in again." },
} as const;

/** Names of account statuses, with the actions that each status allows. @see Okta: User Lifecycle API */
const statuses: ReadonlyMap<string, { name: string; steps: readonly (keyof typeof steps)[] }> =
  new Map([
    ["STAGED", { name: "Staged", steps: ["activate", "deactivate"] }],
    ["PROVISIONED", { name: "Pending user action", steps: ["deactivate"] }],
    ["ACTIVE", { name: "Active", steps: ["suspend", "deactivate"] }],
    ["SUSPENDED", { name: "Suspended", steps: ["unsuspend", "deactivate"] }],
    ["DEPROVISIONED", { name: "Deactivated", steps: ["activate"] }],
  ]);

/** A person's status. Only active people can sign in. */
export function PersonStatus({ status }: { status: string }) {
  return (
    <StatusBadge isGood={status === "ACTIVE" || undefined}>
      {statuses.get(status)?.name ?? status}
    </StatusBadge>
  );
}

type PersonStatusButtonsProps = { user: User; onChange: () => void };

export function PersonStatusButtons({ user, onChange }: PersonStatusButtonsProps) {
  const { id, status, profile } = user;
  return (statuses.get(status)?.steps ?? ["activate"]).map((step) => (
    <ChangeButton
      key={`${status} ${step}`}
      {...steps[step]}
      object={profile.login}
      call={{ method: "POST", path: `${paths.user(id)}/lifecycle/${step}` }}
      consolePath={["Directory", "People", profile.login, "More Actions", steps[step].label]}
      onDone={onChange}
    />
  ));
}
