import { type ApiCall, buildSaveCall, takeWritable } from "../../org-api/api-call.ts";
import type { Application } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { type Body, setAt } from "../form/body.ts";

/** Steps to an app's pages in the Admin Console. Until August 2026 the menu was called Applications. */
export const buildConsolePath = (...steps: readonly string[]) => [
  "Applications and Resources",
  "Applications",
  ...steps,
];

export const listClientOptions = (applications: readonly Application[]) =>
  applications.map(({ label, credentials }) => ({
    value: credentials.oauthClient.client_id,
    label,
  }));

/** Sends the whole app, because a PUT removes what it leaves out. A client secret stays as it is. */
export function replaceApplication(id: string, changed: Body): ApiCall {
  const body = setAt(
    takeWritable(changed, "status"),
    "credentials.oauthClient.client_secret",
    undefined,
  );
  return buildSaveCall(paths.applications, body, id);
}

/** @see Okta: Application Users API, "Assign an application user" */
export function assignUser(applicationId: string, id: string, userName: string): ApiCall {
  return {
    method: "POST",
    path: paths.assignedUsers(applicationId),
    body: { id, scope: "USER", credentials: { userName } },
  };
}
