import { firstDay } from "../../model/first-day.ts";
import { link } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { appPath, appsPath, findNamedApp } from "./find-app.ts";

const secretsPath = `${appPath}/credentials/secrets`;

/**
 * Where the secret of an app can still be looked up once it was made: the app itself no longer shows it.
 *
 * @see Okta: Application SSO Credential OAuth 2.0 Client Secrets API
 */
export const clientSecretRoutes: readonly ManagementRoute[] = [["GET", secretsPath, listSecrets]];

/** An app has one secret or none; Okta's may have two while one replaces the other. */
function listSecrets(request: ManagementRequest): Response {
  const { org } = request;
  const application = findNamedApp(request);
  const { id, credentials } = application;
  const { client_secret } = credentials.oauthClient;
  const { created = firstDay, lastUpdated = created } = application;
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
