import { use } from "react";
import type { AuthorizationServer } from "../api/okta-objects.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { Navigation } from "../PlaceLink.tsx";
import { StatusButton } from "../status/StatusButton.tsx";
import { buildConsolePath, buildServerPath, deleteServer } from "./server-calls.ts";

type ServerButtonsProps = { server: AuthorizationServer; onChange: () => void };

/** Actions on a whole server. The `default` server can't be deleted. */
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
          ACTIVE: "All its endpoints will respond as if the server didn’t exist.",
          INACTIVE: "Its endpoints will work again, with the same issuer.",
        }}
        onDone={onChange}
      />
      {id !== "default" && (
        <ChangeButton
          label="Delete"
          object={name}
          meaning="This deletes the server with its scopes, claims and policies. Its tokens can no longer be verified."
          isFinal
          call={deleteServer(id)}
          consolePath={[...consolePath, "Delete"]}
          onDone={() => navigate({ section: "authorization-servers" })}
        />
      )}
    </>
  );
}
