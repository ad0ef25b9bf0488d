import { use } from "react";
import type { AuthorizationServer } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { buildConsolePath, buildServerPath, deleteServer } from "./server-calls.ts";

type ServerButtonsProps = { server: AuthorizationServer; onChange: () => void };

/** What is done to a whole server. All but the first one can be deleted. */
export function ServerButtons({ server, onChange }: ServerButtonsProps) {
  const navigate = use(Navigation);
  const { id, name, status } = server;
  const consolePath = buildConsolePath(name, "Settings");
  return (
    <>
      <StatusButton
        object={name}
        status={status}
        path={buildServerPath(id)}
        consolePath={consolePath}
        meanings={{
          ACTIVE: "Every address of this server then answers that it is not there.",
          INACTIVE: "The server then answers again, under the issuer it had.",
        }}
        onDone={onChange}
      />
      {id !== "default" && (
        <ChangeButton
          label="Delete"
          object={name}
          meaning="The server goes with its scopes, claims and policies, and its tokens are worth nothing."
          isFinal
          call={deleteServer(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "authorization-servers" })}
        />
      )}
    </>
  );
}
