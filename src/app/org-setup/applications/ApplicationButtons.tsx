import { use } from "react";
import type { Application } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { buildApplicationPath, buildConsolePath, deleteApplication } from "./application-calls.ts";

type ApplicationButtonsProps = { application: Application; onChange: () => void };

/** Actions on a whole app. Only inactive apps can be deleted. */
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
          ACTIVE:
            "The demo org will refuse its requests, as if the app didn’t exist. Okta’s pages don’t say how a real org responds.",
          INACTIVE: "The org will accept its requests again.",
        }}
        onDone={onChange}
      />
      {status === "INACTIVE" && (
        <ChangeButton
          label="Delete"
          object={label}
          meaning="This permanently deletes the app, with its assignments and claims."
          isFinal
          call={deleteApplication(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "applications" })}
        />
      )}
    </>
  );
}
