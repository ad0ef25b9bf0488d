import type { User } from "../api/okta-objects.ts";
import { paths } from "../api/paths.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { StatusBadge } from "../StatusBadge.tsx";

const names: ReadonlyMap<string, string> = new Map([
  ["STAGED", "Staged"],
  ["PROVISIONED", "Pending user action"],
  ["ACTIVE", "Active"],
  ["SUSPENDED", "Suspended"],
  ["DEPROVISIONED", "Deactivated"],
]);

/** A person's status. Only active people can sign in. */
export function PersonStatus({ status }: { status: string }) {
  return (
    <StatusBadge isGood={status === "ACTIVE" || undefined}>
      {names.get(status) ?? status}
    </StatusBadge>
  );
}

type PersonStatusButtonsProps = { user: User; onChange: () => void };

/** The lifecycle actions that an account's status allows. @see Okta: User Lifecycle API */
export function PersonStatusButtons({ user, onChange }: PersonStatusButtonsProps) {
  const { id, status, profile } = user;
  return (stepsByStatus.get(status) ?? ["activate"]).map((step) => (
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

const stepsByStatus: ReadonlyMap<string, readonly (keyof typeof steps)[]> = new Map([
  ["ACTIVE", ["suspend", "deactivate"]],
  ["SUSPENDED", ["unsuspend", "deactivate"]],
  ["PROVISIONED", ["deactivate"]],
  ["STAGED", ["activate", "deactivate"]],
]);
