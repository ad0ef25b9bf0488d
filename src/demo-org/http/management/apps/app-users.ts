import * as v from "valibot";
import type { AssignedUser } from "../../../model/application.ts";
import type { Configuration } from "../../../model/configuration.ts";
import type { Org } from "../../state/org.ts";
import { forbidden } from "../api-error.ts";
import { profileAttributeSchema, withoutNulls } from "../common-schemas.ts";
import { listRepeated } from "../import-problems.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { filterByText, sendList } from "../paging.ts";
import { parseBody } from "../parse-body.ts";
import { putById } from "../part.ts";
import { listIds, listUnknownReferences } from "../references.ts";
import { findUser } from "../users/users.ts";
import { appPath, apps, assignments } from "./apps.ts";
import { type AssignedPerson, findAssignedPerson, listAssignedPeople } from "./assigned-people.ts";

const usersPath = `${appPath}/users`;
const userPath = `${usersPath}/:userId`;

const nameEvent = (verb: string, message: string) =>
  [`application.user_membership.${verb}`, message] as const;

export const appUsers: Resource = {
  routes: [
    ["GET", usersPath, listAppUsers],
    ["POST", usersPath, assignUser, nameEvent("add", "Add user to application membership")],
    ["GET", userPath, retrieveAppUser],
    ["POST", userPath, updateAppUser, nameEvent("update", "Update application membership of user")],
    [
      "DELETE",
      userPath,
      unassignUser,
      nameEvent("remove", "Remove user from application membership"),
    ],
  ],
  listProblems: (configuration) =>
    assignments
      .listAll(configuration)
      .flatMap(([place, { users }]) => [
        ...listRepeated(`${place}.users`, "id", users, ({ id }) => id),
        ...listUnknownReferences(place, [
          ["user", "users", listIds(users), listIds(configuration.users)],
        ]),
      ]),
};

const changeSchema = v.object({
  scope: v.optional(
    v.literal("USER", "Must be USER. To assign a user through a group, add them to the group"),
  ),
  credentials: v.optional(
    v.object({ userName: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))) }),
    {},
  ),
  profile: v.optional(v.record(v.string(), profileAttributeSchema), {}),
});

const assignmentSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  ...changeSchema.entries,
});

function listAppUsers(request: ManagementRequest): Promise<Response> {
  const { configuration, org } = request;
  const application = apps.find(configuration, request);
  const people = filterByText(request, listAssignedPeople(configuration, application), {
    match: "start",
    of: ({ userName, user: { profile } }) => [
      userName,
      profile.firstName,
      profile.lastName,
      profile.email,
    ],
  });
  return sendList(request, people, (it) => renderAppUser(org, application.id, it), 50);
}

function retrieveAppUser(request: ManagementRequest): Response {
  return sendAppUser(request, request.configuration, request.param("userId"));
}

function sendAppUser(
  request: ManagementRequest,
  configuration: Configuration,
  userId: string,
): Response {
  const application = apps.find(configuration, request);
  const person = findAssignedPerson(configuration, application, userId);
  return request.c.json(renderAppUser(request.org, application.id, person));
}

/** Replaces the user's assignment, if there is one. The username defaults to the Okta username. */
async function assignUser(request: ManagementRequest): Promise<Response> {
  const { id, ...change } = await parseBody(request.c, assignmentSchema, "appUser");
  return saveAssignment(request, id, change, false);
}

async function updateAppUser(request: ManagementRequest): Promise<Response> {
  const change = await parseBody(request.c, changeSchema, "appUser");
  return saveAssignment(request, request.param("userId"), change, true);
}

async function saveAssignment(
  request: ManagementRequest,
  userId: string,
  { credentials, profile }: v.InferOutput<typeof changeSchema>,
  isUpdate: boolean,
): Promise<Response> {
  const { org, now } = request;
  const changed = await org.changeConfiguration((latest) => {
    const app = apps.find(latest, request);
    const before = isUpdate ? findAssignedPerson(latest, app, userId) : undefined;
    const user = findUser(latest, userId);
    const assigned: AssignedUser = {
      id: user.id,
      credentials: { userName: credentials.userName ?? before?.userName ?? user.profile.login },
      profile: withoutNulls({ ...before?.profile, ...profile }),
      created: before?.created ?? now,
      lastUpdated: now,
    };
    const users = putById(app.assignments.users, assigned);
    return assignments.put(latest, request, { ...app.assignments, users });
  });
  return sendAppUser(request, changed, findUser(changed, userId).id);
}

async function unassignUser(request: ManagementRequest): Promise<Response> {
  const userId = request.param("userId");
  await request.org.changeConfiguration((latest) => {
    const application = apps.find(latest, request);
    if (findAssignedPerson(latest, application, userId).scope === "GROUP")
      throw forbidden("This user is assigned through a group. Remove them from the group instead.");
    const users = application.assignments.users.filter(({ id }) => id !== userId);
    return assignments.put(latest, request, { ...application.assignments, users });
  });
  return request.c.body(null, 204);
}

/**
 * `profile` has only the values that the app overrides. A client that sends the response back would otherwise override
 * every value.
 */
function renderAppUser(
  { baseUrl }: Pick<Org, "baseUrl">,
  appId: string,
  { user, scope, userName, profile, created, lastUpdated }: AssignedPerson,
) {
  return {
    id: user.id,
    externalId: null,
    created,
    lastUpdated,
    scope,
    status: "ACTIVE",
    statusChanged: created,
    passwordChanged: null,
    syncState: "DISABLED",
    credentials: { userName },
    profile,
    _links: {
      app: { href: `${baseUrl}/api/v1/apps/${appId}` },
      user: { href: `${baseUrl}/api/v1/users/${user.id}` },
    },
  };
}
