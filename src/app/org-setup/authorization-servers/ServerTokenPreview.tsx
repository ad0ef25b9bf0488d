import { type AuthorizationServer, scopesSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { buildScopesPath } from "./scope-calls.ts";
import { TokenPreview } from "./TokenPreview.tsx";

type ServerTokenPreviewProps = { server: AuthorizationServer };

/** The preview of a custom server, with the scopes that it has. */
export function ServerTokenPreview({ server }: ServerTokenPreviewProps) {
  const [scopes] = useAnswer(buildScopesPath(server.id), scopesSchema);
  return (
    <Loaded answer={scopes}>
      {(list) => <TokenPreview serverId={server.id} scopes={list.map(({ name }) => name)} />}
    </Loaded>
  );
}
