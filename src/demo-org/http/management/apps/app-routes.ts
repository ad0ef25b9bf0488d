import type { Application } from "../../../model/application.ts";
import { selectMatching } from "../filter/select-matching.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { prepareAppAnswers, renderApp } from "./app-answers.ts";
import { appGroupRoutes } from "./app-group-routes.ts";
import { appUserRoutes } from "./app-user-routes.ts";
import { listAssignedPeople } from "./assigned-people.ts";
import { createApp, deleteApp, replaceApp, setAppStatus } from "./change-app.ts";
import { clientSecretRoutes } from "./client-secrets.ts";
import { federatedClaimRoutes } from "./federated-claims.ts";
import { appPath, appsPath, findNamedApp } from "./find-app.ts";
import { groupsClaimRoutes } from "./groups-claim.ts";

/** @see Okta: Applications API */
export const appRoutes: readonly ManagementRoute[] = [
  ["GET", appsPath, listApps],
  ["POST", appsPath, createApp],
  ["GET", appPath, readApp],
  ["PUT", appPath, replaceApp],
  ["DELETE", appPath, deleteApp],
  ["POST", `${appPath}/lifecycle/activate`, (request) => setAppStatus(request, "ACTIVE")],
  ["POST", `${appPath}/lifecycle/deactivate`, (request) => setAppStatus(request, "INACTIVE")],
  ...clientSecretRoutes,
  ...appUserRoutes,
  ...appGroupRoutes,
  ...groupsClaimRoutes,
  ...federatedClaimRoutes,
];

/** `q` matches the start of a label or of the name `oidc_client`. */
async function listApps(request: ManagementRequest): Promise<Response> {
  const { c, configuration } = request;
  const answers = await prepareAppAnswers(request.org);
  const start = c.req.query("q")?.toLowerCase() ?? "";
  const matching = selectMatching(c, configuration.applications, (application) => ({
    ...renderApp(answers, application),
    ...describeAssignments(request, application),
  }));
  const applications = matching.filter(({ label }) =>
    [label, "oidc_client"].some((text) => text.toLowerCase().startsWith(start)),
  );
  return sendList(request, applications, (application) => renderApp(answers, application), {
    pageSize: 20,
    idOf: ({ id }) => id,
  });
}

/** The values for `user.id eq` and `group.id eq`: users include those assigned through a group. */
function describeAssignments({ configuration }: ManagementRequest, application: Application) {
  return {
    user: listAssignedPeople(configuration, application).map(({ user }) => ({ id: user.id })),
    group: application.assignments.groups.map(({ id }) => ({ id })),
  };
}

async function readApp(request: ManagementRequest): Promise<Response> {
  const application = findNamedApp(request);
  return request.c.json(renderApp(await prepareAppAnswers(request.org), application));
}
