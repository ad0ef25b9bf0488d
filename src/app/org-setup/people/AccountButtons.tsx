import { use } from "react";
import type { User } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { changeStatus, deletePerson } from "./person-calls.ts";
import { listSteps } from "./person-status.ts";

type AccountButtonsProps = { user: User; onChange: () => void };

/** Lifecycle actions for a person's account. Only deactivated people can be deleted. */
export function AccountButtons({ user, onChange }: AccountButtonsProps) {
  const navigate = use(Navigation);
  const { id, status, profile } = user;
  const consolePath = ["Directory", "People", profile.login, "More Actions"];
  return (
    <>
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
          meaning="This permanently deletes the person, with their group memberships and app assignments."
          isFinal
          call={deletePerson(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "people" })}
        />
      )}
    </>
  );
}
