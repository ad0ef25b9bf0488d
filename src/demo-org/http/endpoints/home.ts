import type { Context } from "hono";
import { findActiveUser } from "../../model/directory.ts";
import { formatFullName } from "../../model/user.ts";
import { listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { renderHomePage } from "../pages/home-page.ts";
import { sendPage } from "../pages/send-page.ts";
import { loadSession } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";

export async function answerHome(c: Context, org: Org): Promise<Response> {
  const { baseUrl } = org;
  const configuration = await org.loadConfiguration();
  const applications = configuration.applications.filter(({ status }) => status === "ACTIVE");
  const servers = configuration.customServers.filter(({ status }) => status === "ACTIVE");
  const session = await loadSession(c, org);
  const user = session && findActiveUser(configuration, session.userId);
  const page = renderHomePage({
    baseUrl,
    issuers: [baseUrl, ...servers.map(({ id }) => `${baseUrl}/oauth2/${id}`)],
    apps: applications.map((application) => ({
      label: application.label,
      clientId: application.credentials.oauthClient.client_id,
      redirectUris: listRedirectUris(application, org),
    })),
    signedIn: user && formatFullName(user.profile),
  });
  return sendPage(c, page);
}
