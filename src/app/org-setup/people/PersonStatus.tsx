import { buildItemPath } from "../api/api-call.ts";
import type { User } from "../api/okta-objects.ts";
import { usersPath } from "../api/paths.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";

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
    <StatusBadge isWell={status === "ACTIVE" || undefined}>
      {names.get(status) ?? status}
    </StatusBadge>
  );
}

type PersonStatusButtonsProps = { user: User; onChange: () => void };

/** The lifecycle actions that an account's status allows. @see Okta: User Lifecycle API */
export function PersonStatusButtons({ user, onChange }: PersonStatusButtonsProps) {
  const { id, status, profile } = user;
  return listSteps(status).map(({ step, label, meaning }) => (
    <ChangeButton
      key={`${status} ${step}`}
      label={label}
      object={profile.login}
      meaning={meaning}
      call={{ method: "POST", path: `${buildItemPath(usersPath, id)}/lifecycle/${step}` }}
      consolePath={["Directory", "People", profile.login, "More Actions", label]}
      onDone={onChange}
    />
  ));
}

type Step = { readonly step: string; readonly label: string; readonly meaning: string };

const activate: Step = {
  step: "activate",
  label: "Activate",
  meaning: "They will be able to sign in.",
};
const deactivate: Step = {
  step: "deactivate",
  label: "Deactivate",
  meaning:
    "They won’t be able to sign in, and the demo org’s UserInfo will reject their access tokens.",
};
const suspend: Step = {
  step: "suspend",
  label: "Suspend",
  meaning: "They won’t be able to sign in until you unsuspend them.",
};
const unsuspend: Step = {
  step: "unsuspend",
  label: "Unsuspend",
  meaning: "They will be able to sign in again.",
};

function listSteps(status: string): readonly Step[] {
  switch (status) {
    case "ACTIVE":
      return [suspend, deactivate];
    case "SUSPENDED":
      return [unsuspend, deactivate];
    case "PROVISIONED":
      return [deactivate];
    case "STAGED":
      return [activate, deactivate];
    default:
      return [activate];
  }
}
