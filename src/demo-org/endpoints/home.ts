import type { Context } from "hono";
import { findActiveUser } from "../model/directory.ts";
import { readFullName } from "../model/user.ts";
import type { Org } from "../org.ts";
import { renderHomePage } from "../pages/home-page.ts";
import { sendPage } from "../pages/send-page.ts";
import { readSession } from "../sign-in/sessions.ts";

/** Says what this address is, to whoever opens it by itself. */
export async function answerHome(c: Context, org: Org): Promise<Response> {
  const { baseUrl, redirectUris } = org;
  const configuration = await org.readConfiguration();
  const session = await readSession(c, org);
  const user = session && findActiveUser(configuration, session.userId);
  const page = renderHomePage({
    baseUrl,
    clientIds: configuration.applications.map((it) => it.credentials.oauthClient.client_id),
    issuers: [baseUrl, ...configuration.customServers.map(({ id }) => `${baseUrl}/oauth2/${id}`)],
    redirectUris,
    signedIn: user && readFullName(user.profile),
  });
  return sendPage(c, page);
}
