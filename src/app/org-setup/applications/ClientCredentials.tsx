import * as v from "valibot";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { Application } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import { buildApplicationPath } from "./application-calls.ts";

type ClientCredentialsProps = { application: Application };

/** @see Okta: Applications API, List all OAuth 2.0 client secrets */
const secretsSchema = v.array(v.looseObject({ id: v.string(), client_secret: v.string() }));

/** By what an app is known: its client ID, and its secret if it has one. */
export function ClientCredentials({ application }: ClientCredentialsProps) {
  const clientId = application.credentials.oauthClient.client_id;
  const [secrets] = useAnswer(
    `${buildApplicationPath(application.id)}/credentials/secrets`,
    secretsSchema,
  );
  return (
    <Panel title="Client Credentials">
      <p>
        Client ID: <code>{clientId}</code>{" "}
        <CopyButton label="Copy client ID" getText={() => clientId} />
      </p>
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
