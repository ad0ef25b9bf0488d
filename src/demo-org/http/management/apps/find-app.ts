import type { Application } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest } from "../management-request.ts";

export const appsPath = "/api/v1/apps";

export const appPath = `${appsPath}/:appId`;

/** @throws {ApiError} There is no app with this ID. */
export function findApp({ applications }: Configuration, id: string): Application {
  const application = applications.find((it) => it.id === id);
  if (!application) throw new ApiError({ code: "not_found", id, type: "AppInstance" });
  return application;
}

/** The app in the request's path. */
export function findNamedApp({ configuration, param }: ManagementRequest): Application {
  return findApp(configuration, param("appId"));
}

/**
 * Changes the app in the request's path, and its `lastUpdated`.
 *
 * @returns The changed app.
 * @throws {ApiError} There is no such app. Also what `change` throws.
 */
export function changeApp(
  { org, param }: ManagementRequest,
  change: (before: Application, latest: Configuration) => Application,
): Promise<Application> {
  return org.changeConfiguration((latest) => {
    const before = findApp(latest, param("appId"));
    const lastUpdated = new Date(org.clock()).toISOString();
    const result = { ...change(before, latest), lastUpdated };
    const applications = latest.applications.map((it) => (it === before ? result : it));
    return { configuration: { ...latest, applications }, result };
  });
}
