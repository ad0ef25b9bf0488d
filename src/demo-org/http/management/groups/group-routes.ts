import type { Group } from "../../../model/group.ts";
import { prepareAppAnswers, renderApp } from "../apps/app-answers.ts";
import { selectMatching } from "../filter/select-matching.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { findUser } from "../users/find-user.ts";
import { renderUser } from "../users/user-answers.ts";
import { createGroup, deleteGroup, replaceGroup } from "./change-group.ts";
import { findGroup, findOktaGroup } from "./find-group.ts";
import { createStatsRenderer, renderGroup } from "./group-answers.ts";
import { addMember, listMembers, removeMember } from "./group-memberships.ts";

const base = "/api/v1/groups";

/** @see Okta: Groups API */
export const groupRoutes: readonly ManagementRoute[] = [
  ["GET", base, listGroups],
  ["POST", base, createGroup],
  ["GET", `${base}/:groupId`, readGroup],
  ["PUT", `${base}/:groupId`, replaceGroup],
  ["DELETE", `${base}/:groupId`, deleteGroup],
  ["GET", `${base}/:groupId/users`, sendMembers],
  ["GET", `${base}/:groupId/apps`, listApps],
  ["PUT", `${base}/:groupId/users/:userId`, changeMembership(addMember)],
  ["DELETE", `${base}/:groupId/users/:userId`, changeMembership(removeMember)],
];

/** `q` matches the start of a name. */
function listGroups(request: ManagementRequest): Response {
  const { c, configuration, org } = request;
  const start = c.req.query("q")?.toLowerCase() ?? "";
  const matching = selectMatching(c, configuration.groups, (group) => renderGroup(org, group));
  const groups = matching.filter(({ profile }) => profile.name.toLowerCase().startsWith(start));
  return sendList(request, groups, createRenderer(request), {
    pageSize: 10_000,
    idOf: ({ id }) => id,
  });
}

function readGroup(request: ManagementRequest): Response {
  const { c, configuration, param } = request;
  return c.json(createRenderer(request)(findGroup(configuration, param("groupId"))));
}

/** Computed once for a whole list. */
function createRenderer({ c, configuration, org }: ManagementRequest): (group: Group) => unknown {
  return c.req.query("expand") === "stats"
    ? createStatsRenderer(org, configuration)
    : (group) => renderGroup(org, group);
}

function sendMembers(request: ManagementRequest): Response {
  const { configuration, org, param } = request;
  const { id } = findGroup(configuration, param("groupId"));
  return sendList(request, listMembers(configuration, id), (user) => renderUser(org, user), {
    pageSize: 1000,
    idOf: (user) => user.id,
  });
}

/** The apps that the group is assigned to. */
async function listApps(request: ManagementRequest): Promise<Response> {
  const { configuration, org, param } = request;
  const answers = await prepareAppAnswers(org);
  const group = findGroup(configuration, param("groupId"));
  const applications = configuration.applications.filter(({ assignments }) =>
    assignments.groups.some(({ id }) => id === group.id),
  );
  return sendList(request, applications, (application) => renderApp(answers, application), {
    pageSize: 20,
    idOf: ({ id }) => id,
  });
}

function changeMembership(change: typeof addMember) {
  return async ({ c, org, param }: ManagementRequest): Promise<Response> => {
    const now = new Date(org.clock()).toISOString();
    await org.changeConfiguration((latest) => {
      const { id: groupId } = findOktaGroup(latest, param("groupId"));
      const { id: userId } = findUser(latest, param("userId"));
      return { configuration: change(latest, { groupId, userId, now }), result: undefined };
    });
    return c.body(null, 204);
  };
}
