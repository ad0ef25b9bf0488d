import * as v from "valibot";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { Application } from "../api/okta-objects.ts";
import { buildApplicationPath } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";

type ClientSecretsProps = { application: Application };

/** @see Okta: Applications API, List all OAuth 2.0 client secrets */
const secretsSchema = v.array(v.looseObject({ id: v.string(), client_secret: v.string() }));

/** Client secrets. Public clients have none. */
export function ClientSecrets({ application }: ClientSecretsProps) {
  const [secrets] = useAnswer(
    `${buildApplicationPath(application.id)}/credentials/secrets`,
    secretsSchema,
  );
  const { token_endpoint_auth_method: method } = application.credentials.oauthClient;
  // For a public client, show nothing while loading, so that the page doesn't shift.
  if (secrets.status === "loaded" ? secrets.value.length === 0 : method === "none") return null;
  return (
    <Panel title="Client Credentials">
      <Loaded answer={secrets}>
        {(list) =>
          list.map(({ id, client_secret: secret }) => (
            <p key={id}>
              Client secret: <code>{secret}</code>{" "}
              <CopyButton label="Copy client secret" getText={() => secret} />
            </p>
          ))
        }
      </Loaded>
    </Panel>
  );
}
