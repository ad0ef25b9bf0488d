import { Callout } from "../../../ui/Callout.tsx";
import { type AuthorizationServer, scopesSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { buildScopesPath } from "./scope-calls.ts";
import { TokenPreview } from "./TokenPreview.tsx";

type ServerTokenPreviewProps = { server: AuthorizationServer };

/** The preview of a custom server, with the scopes that it has. */
export function ServerTokenPreview({ server }: ServerTokenPreviewProps) {
  const [scopes] = useAnswer(buildScopesPath(server.id), scopesSchema);
  if (server.status === "INACTIVE")
    return (
      <Callout kind="warning">
        <p>This server is switched off and answers nobody. Activate it above.</p>
      </Callout>
    );
  return (
    <Loaded answer={scopes}>
      {(list) => <TokenPreview serverId={server.id} scopes={list.map(({ name }) => name)} />}
    </Loaded>
  );
}
