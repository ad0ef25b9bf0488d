import * as v from "valibot";
import type { Application, AssignedGroup } from "../../../model/application.ts";
import type { Org } from "../../state/org.ts";
import { ApiError } from "../api-error.ts";
import { findGroup } from "../groups/find-group.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { profileAttributeSchema, withoutNulls } from "../profile-attribute.ts";
import { parseFields, readBody } from "../read-body.ts";
import { assignByPriority } from "./assign-by-priority.ts";
import { appPath, appsPath, changeApp, findNamedApp } from "./find-app.ts";

const groupsPath = `${appPath}/groups`;

/** @see Okta: Application Groups API */
export const appGroupRoutes: readonly ManagementRoute[] = [
  ["GET", groupsPath, listAppGroups],
  ["GET", `${groupsPath}/:groupId`, readAppGroup],
  ["PUT", `${groupsPath}/:groupId`, assignGroup],
  ["DELETE", `${groupsPath}/:groupId`, unassignGroup],
];

const assignmentSchema = v.object({
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  profile: v.optional(v.record(v.string(), profileAttributeSchema), {}),
});

/** `q` matches the start of a group's name. */
function listAppGroups(request: ManagementRequest): Response {
  const { c, configuration, org } = request;
  const application = findNamedApp(request);
  const start = c.req.query("q")?.toLowerCase() ?? "";
  const names = new Map(configuration.groups.map(({ id, profile }) => [id, profile.name]));
  const groups = application.assignments.groups.filter(({ id }) =>
    names.get(id)?.toLowerCase().startsWith(start),
  );
  return sendList(request, groups, (group) => renderAppGroup(org, application, group), {
    pageSize: 20,
    idOf: ({ id }) => id,
  });
}

function readAppGroup(request: ManagementRequest): Response {
  const { c, org, param } = request;
  const application = findNamedApp(request);
  const group = findAssigned(application, param("groupId"));
  return c.json(renderAppGroup(org, application, group));
}

/** Assigning a group again replaces its assignment. Without a priority it comes last. */
async function assignGroup(request: ManagementRequest): Promise<Response> {
  const { c, org, param } = request;
  const { priority, profile } = await readAssignment(c);
  const group: AssignedGroup = {
    id: param("groupId"),
    profile: withoutNulls(profile),
    lastUpdated: new Date(org.clock()).toISOString(),
  };
  const application = await changeApp(request, (before, latest) => {
    findGroup(latest, group.id);
    const groups = assignByPriority(before.assignments.groups, group, priority);
    return { ...before, assignments: { ...before.assignments, groups } };
  });
  return c.json(renderAppGroup(org, application, findAssigned(application, group.id)));
}

/** The body is optional. */
async function readAssignment(c: ManagementRequest["c"]) {
  const isEmpty = (await c.req.text()).trim() === "";
  return isEmpty
    ? parseFields({}, assignmentSchema, "group")
    : readBody(c, assignmentSchema, "group");
}

async function unassignGroup(request: ManagementRequest): Promise<Response> {
  const groupId = request.param("groupId");
  await changeApp(request, (before) => {
    findAssigned(before, groupId);
    const groups = before.assignments.groups.filter(({ id }) => id !== groupId);
    return { ...before, assignments: { ...before.assignments, groups } };
  });
  return request.c.body(null, 204);
}

function findAssigned({ assignments }: Application, groupId: string): AssignedGroup {
  const group = assignments.groups.find(({ id }) => id === groupId);
  if (!group)
    throw new ApiError({ code: "not_found", id: groupId, type: "ApplicationGroupAssignment" });
  return group;
}

/** @see Okta: Application Groups API, the ApplicationGroupAssignment object */
function renderAppGroup(
  { baseUrl }: Pick<Org, "baseUrl">,
  { id: appId, created, lastUpdated: appUpdated, assignments }: Application,
  {
    id,
    priority = assignments.groups.findIndex((it) => it.id === id),
    profile = {},
    lastUpdated = appUpdated ?? created,
  }: AssignedGroup,
) {
  const app = `${baseUrl}${appsPath}/${appId}`;
  return {
    id,
    ...(lastUpdated !== undefined && { lastUpdated }),
    priority,
    profile,
    _links: {
      app: { href: app },
      self: { href: `${app}/groups/${id}` },
      group: { href: `${baseUrl}/api/v1/groups/${id}` },
    },
  };
}
