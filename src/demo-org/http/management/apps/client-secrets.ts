import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { link } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { appPath, appsPath, findNamedApp } from "./find-app.ts";

const secretsPath = `${appPath}/credentials/secrets`;

/**
 * Returns the secret of an existing app, which the app itself no longer contains.
 *
 * @see Okta: Application SSO Credential OAuth 2.0 Client Secrets API
 */
export const clientSecretRoutes: readonly ManagementRoute[] = [["GET", secretsPath, listSecrets]];

/** An app has at most one secret. Okta's can have two during a rotation. */
function listSecrets(request: ManagementRequest): Response {
  const { org } = request;
  const application = findNamedApp(request);
  const { id, credentials } = application;
  const { client_secret } = credentials.oauthClient;
  const { created = defaultCreatedAt, lastUpdated = created } = application;
  const secretId = `ocs${id.slice(3)}`;
  const deactivate = `${org.baseUrl}${appsPath}/${id}/credentials/secrets/${secretId}/lifecycle/deactivate`;
  const secret = {
    id: secretId,
    created,
    lastUpdated,
    status: "ACTIVE",
    client_secret,
    _links: { deactivate: link(deactivate, "POST") },
  };
  const secrets = client_secret === undefined ? [] : [secret];
  return sendList(request, secrets, (it) => it, { pageSize: 20, idOf: (it) => it.id });
}
