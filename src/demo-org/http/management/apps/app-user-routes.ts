import * as v from "valibot";
import type { Application, AssignedUser } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { ApiError } from "../api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { profileAttributeSchema, withoutNulls } from "../profile-attribute.ts";
import { readBody } from "../read-body.ts";
import { findUser } from "../users/find-user.ts";
import {
  type AssignedPerson,
  findAssignedPerson,
  listAssignedPeople,
  renderAssignedPerson,
} from "./assigned-people.ts";
import { appPath, changeApp, findNamedApp } from "./find-app.ts";

const usersPath = `${appPath}/users`;

/** @see Okta: Application Users API */
export const appUserRoutes: readonly ManagementRoute[] = [
  ["GET", usersPath, listAppUsers],
  ["POST", usersPath, assignUser],
  ["GET", `${usersPath}/:userId`, toAppUser],
  ["POST", `${usersPath}/:userId`, updateAppUser],
  ["DELETE", `${usersPath}/:userId`, unassignUser],
];

const changeSchema = v.object({
  scope: v.optional(
    v.literal("USER", "Must be USER. To assign a user through a group, add them to the group"),
  ),
  credentials: v.optional(
    v.object({
      userName: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))),
    }),
    {},
  ),
  profile: v.optional(v.record(v.string(), profileAttributeSchema), {}),
});

const assignmentSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  ...changeSchema.entries,
});

/** `q` matches the start of a username, name or email address. */
function listAppUsers(request: ManagementRequest): Response {
  const { c, configuration, org } = request;
  const application = findNamedApp(request);
  const start = c.req.query("q")?.toLowerCase() ?? "";
  const people = listAssignedPeople(configuration, application).filter(({ userName, user }) =>
    [userName, user.profile.firstName, user.profile.lastName, user.profile.email].some((text) =>
      text.toLowerCase().startsWith(start),
    ),
  );
  return sendList(request, people, (it) => renderAssignedPerson(org, application.id, it), {
    pageSize: 50,
    idOf: ({ user }) => user.id,
  });
}

function toAppUser(request: ManagementRequest): Response {
  const { c, configuration, org, param } = request;
  const application = findNamedApp(request);
  const person = findAssignedPerson(configuration, application, param("userId"));
  return c.json(renderAssignedPerson(org, application.id, person));
}

/** Assigning a user again replaces the assignment. Without a username the Okta username is used. */
async function assignUser(request: ManagementRequest): Promise<Response> {
  const { id, ...change } = await readBody(request.c, assignmentSchema, "appUser");
  return keepAssignment(request, id, change, () => undefined);
}

/** Missing members are kept; null attributes are removed. A user assigned through a group is then assigned directly. */
async function updateAppUser(request: ManagementRequest): Promise<Response> {
  const change = await readBody(request.c, changeSchema, "appUser");
  const userId = request.param("userId");
  return keepAssignment(request, userId, change, (latest, application) =>
    findAssignedPerson(latest, application, userId),
  );
}

/** @param findBefore Finds the assignment to change; undefined if there is none. */
async function keepAssignment(
  request: ManagementRequest,
  userId: string,
  { credentials, profile }: v.InferOutput<typeof changeSchema>,
  findBefore: (latest: Configuration, application: Application) => AssignedPerson | undefined,
): Promise<Response> {
  const { c, org } = request;
  const now = new Date(org.clock()).toISOString();
  const application = await changeApp(request, (app, latest) => {
    const before = findBefore(latest, app);
    const user = findUser(latest, userId);
    const assigned: AssignedUser = {
      id: user.id,
      credentials: { userName: credentials.userName ?? before?.userName ?? user.profile.login },
      profile: withoutNulls({ ...before?.profile, ...profile }),
      created: before?.created ?? now,
      lastUpdated: now,
    };
    const { users } = app.assignments;
    const isThere = users.some(({ id }) => id === user.id);
    const after = isThere
      ? users.map((it) => (it.id === user.id ? assigned : it))
      : [...users, assigned];
    return { ...app, assignments: { ...app.assignments, users: after } };
  });
  const configuration = await org.loadConfiguration();
  const { id } = findUser(configuration, userId);
  const person = findAssignedPerson(configuration, application, id);
  return c.json(renderAssignedPerson(org, application.id, person));
}

/** Removes a direct assignment. An assignment through a group remains. */
async function unassignUser(request: ManagementRequest): Promise<Response> {
  const userId = request.param("userId");
  await changeApp(request, (before, latest) => {
    const { scope } = findAssignedPerson(latest, before, userId);
    if (scope === "GROUP")
      throw new ApiError({
        code: "forbidden",
        reason: "This user is assigned through a group. Remove them from the group instead.",
      });
    const users = before.assignments.users.filter(({ id }) => id !== userId);
    return { ...before, assignments: { ...before.assignments, users } };
  });
  return request.c.body(null, 204);
}
