import { use } from "react";
import type { Application } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { buildApplicationPath, buildConsolePath, deleteApplication } from "./application-calls.ts";

type ApplicationButtonsProps = { application: Application; onChange: () => void };

/** What is done to a whole app. Only one that is switched off can be deleted. */
export function ApplicationButtons({ application, onChange }: ApplicationButtonsProps) {
  const navigate = use(Navigation);
  const { id, label, status } = application;
  const consolePath = buildConsolePath(label, "Active");
  return (
    <>
      <StatusButton
        object={label}
        status={status}
        path={buildApplicationPath(id)}
        consolePath={consolePath}
        meanings={{
          ACTIVE: "Its requests are then refused, as if nobody knew it.",
          INACTIVE: "Its requests are then taken again.",
        }}
        onDone={onChange}
      />
      {status === "INACTIVE" && (
        <ChangeButton
          label="Delete"
          object={label}
          meaning="The app goes for good, with its assignments and its claim."
          isFinal
          call={deleteApplication(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "applications" })}
        />
      )}
    </>
  );
}
