import * as v from "valibot";
import type { Application, AssignedGroup } from "../../../model/application.ts";
import type { Org } from "../../state/org.ts";
import { findById } from "../collection.ts";
import { profileAttributeSchema, withoutNulls } from "../common-schemas.ts";
import { findGroup } from "../groups/groups.ts";
import { listRepeated } from "../import-problems.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { filterByText, sendList } from "../paging.ts";
import { parseBody, parseFields } from "../parse-body.ts";
import { listUnknownReferences, refersToGroups } from "../references.ts";
import { appPath, changeApp, findApp, listProblemsOfApps } from "./apps.ts";
import { loadAppContext, renderApp } from "./render-app.ts";

const groupsPath = `${appPath}/groups`;

/** @see Okta: Application Groups API; Okta: Groups API, "List all assigned apps" */
export const appGroups: Resource = {
  routes: [
    ["GET", groupsPath, listAppGroups],
    ["GET", `${groupsPath}/:groupId`, retrieveAppGroup],
    [
      "PUT",
      `${groupsPath}/:groupId`,
      assignGroup,
      ["group.application_assignment.add", "Add assigned application to group"],
    ],
    [
      "DELETE",
      `${groupsPath}/:groupId`,
      unassignGroup,
      ["group.application_assignment.remove", "Remove assigned application from group"],
    ],
    ["GET", "/api/v1/groups/:groupId/apps", listAppsOfGroup],
  ],
  listProblems: listProblemsOfApps(({ assignments: { groups } }, place, configuration) => {
    const field = { field: "assignments.groups", values: groups.map(({ id }) => id) };
    return [
      ...listRepeated(`${place}.assignments.groups`, "id", groups, ({ id }) => id),
      ...listUnknownReferences(place, [refersToGroups(field, configuration)]),
      ...listUnsorted(`${place}.assignments.groups`, groups),
    ];
  }),
};

const assignmentSchema = v.object({
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  profile: v.optional(v.record(v.string(), profileAttributeSchema), {}),
});

function listAppGroups(request: ManagementRequest): Promise<Response> {
  const { c, configuration, org } = request;
  const application = findApp(configuration, request);
  const names = new Map(configuration.groups.map(({ id, profile }) => [id, profile.name]));
  const groups = filterByText(c, application.assignments.groups, {
    match: "start",
    of: ({ id }) => [names.get(id) ?? []].flat(),
  });
  return sendList(request, groups, (group) => renderAppGroup(org, application, group), 20);
}

async function listAppsOfGroup(request: ManagementRequest): Promise<Response> {
  const { configuration, org, param } = request;
  const context = await loadAppContext(org);
  const group = findGroup(configuration, param("groupId"));
  const applications = configuration.applications.filter(({ assignments }) =>
    assignments.groups.some(({ id }) => id === group.id),
  );
  return sendList(request, applications, (application) => renderApp(context, application), 20);
}

function retrieveAppGroup(request: ManagementRequest): Response {
  const { c, configuration, org, param } = request;
  const application = findApp(configuration, request);
  const group = findAssigned(application, param("groupId"));
  return c.json(renderAppGroup(org, application, group));
}

/** Replaces an existing assignment. A new one without a priority comes last. */
async function assignGroup(request: ManagementRequest): Promise<Response> {
  const { c, org, now, param } = request;
  const { priority, profile } = await parseAssignment(c);
  const group: AssignedGroup = {
    id: param("groupId"),
    profile: withoutNulls(profile),
    lastUpdated: now,
  };
  const application = await changeApp(request, (before, latest) => {
    findGroup(latest, group.id);
    const groups = assignByPriority(before.assignments.groups, group, priority);
    return { assignments: { ...before.assignments, groups } };
  });
  return c.json(renderAppGroup(org, application, findAssigned(application, group.id)));
}

async function parseAssignment(c: ManagementRequest["c"]) {
  const isEmpty = (await c.req.text()).trim() === "";
  return isEmpty
    ? parseFields({}, assignmentSchema, "group")
    : parseBody(c, assignmentSchema, "group");
}

async function unassignGroup(request: ManagementRequest): Promise<Response> {
  const groupId = request.param("groupId");
  await changeApp(request, (before) => {
    findAssigned(before, groupId);
    const groups = before.assignments.groups.filter(({ id }) => id !== groupId);
    return { assignments: { ...before.assignments, groups } };
  });
  return request.c.body(null, 204);
}

// Unverified: a group that already has the priority moves down, as it does in the Admin Console.
// @see okta/terraform-provider-okta: recorded `PUT /api/v1/apps/{appId}/groups/{groupId}`
function assignByPriority(
  groups: readonly AssignedGroup[],
  group: AssignedGroup,
  priority: number | undefined,
): AssignedGroup[] {
  const numbered = groups.map((it, index) => ({ ...it, priority: it.priority ?? index }));
  const others = numbered.filter(({ id }) => id !== group.id);
  const own = numbered.find(({ id }) => id === group.id)?.priority;
  const chosen = priority ?? own ?? (others.at(-1)?.priority ?? -1) + 1;
  const before = others.filter((it) => it.priority < chosen);
  const following = others.filter((it) => it.priority >= chosen);
  let previous = chosen;
  const renumbered = following.map((it) => {
    previous = Math.max(it.priority, previous + 1);
    return { ...it, priority: previous };
  });
  return [...before, { ...group, priority: chosen }, ...renumbered];
}

function findAssigned({ assignments }: Application, groupId: string): AssignedGroup {
  return findById(assignments.groups, groupId, "ApplicationGroupAssignment");
}

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
  const app = `${baseUrl}/api/v1/apps/${appId}`;
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

/** The first group counts, so groups must be sorted by priority. */
function listUnsorted(place: string, groups: readonly AssignedGroup[]): readonly string[] {
  const priorities = groups.map(({ priority }, index) => priority ?? index);
  return priorities.flatMap((priority, index) =>
    priority > (priorities[index - 1] ?? -1)
      ? []
      : [`${place}.${index}.priority: Must be greater than the priority before it`],
  );
}
