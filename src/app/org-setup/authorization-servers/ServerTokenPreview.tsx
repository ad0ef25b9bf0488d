import { Callout } from "../../../ui/Callout.tsx";
import { type AuthorizationServer, scopesSchema } from "../api/okta-objects.ts";
import { buildListPath, buildScopesPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { TokenPreview } from "./TokenPreview.tsx";

type ServerTokenPreviewProps = { server: AuthorizationServer };

/** The Token Preview tab of a custom server. */
export function ServerTokenPreview({ server }: ServerTokenPreviewProps) {
  const [scopes] = useAnswer(buildListPath(buildScopesPath(server.id)), scopesSchema);
  if (server.status === "INACTIVE")
    return (
      <Callout kind="warning">
        <p>This server is inactive. Activate it to preview its tokens.</p>
      </Callout>
    );
  return (
    <Loaded answer={scopes}>
      {(list) => <TokenPreview serverId={server.id} scopes={list.map(({ name }) => name)} />}
    </Loaded>
  );
}
