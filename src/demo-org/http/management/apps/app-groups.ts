import * as v from "valibot";
import type { Application, AssignedGroup } from "../../../model/application.ts";
import type { Org } from "../../state/org.ts";
import { createCollection } from "../collection.ts";
import { profileAttributeSchema, withoutNulls } from "../common-schemas.ts";
import { groups } from "../groups/groups.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { partIn } from "../part.ts";
import { listIds, listUnknownReferences } from "../references.ts";
import { appPath, apps, assignments } from "./apps.ts";
import { renderApp } from "./render-app.ts";

const assignmentSchema = v.object({
  priority: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  profile: v.optional(v.record(v.string(), profileAttributeSchema), {}),
});

const collection = createCollection<AssignedGroup, typeof assignmentSchema>({
  path: `${appPath}/groups/:groupId`,
  type: "ApplicationGroupAssignment",
  events: {
    replace: ["group.application_assignment.add", "Add assigned application to group"],
    delete: ["group.application_assignment.remove", "Remove assigned application from group"],
  },
  items: partIn(assignments, "groups"),
  listing: {
    pageSize: 20,
    q: {
      match: "start",
      of: ({ id }, configuration) =>
        configuration.groups.filter((it) => it.id === id).map(({ profile }) => profile.name),
    },
  },
  body: assignmentSchema,
  object: "group",
  build: ({ profile, ...body }, { stamps: { id, lastUpdated } }) => ({
    ...body,
    id,
    profile: withoutNulls(profile),
    lastUpdated,
  }),
  check: (_item, latest, request) => void groups.find(latest, request),
  order: {
    sort: (assigned) => assigned,
    insert: assignByPriority,
    remove: (assigned, groupId) => assigned.filter(({ id }) => id !== groupId),
  },
  render: (group, request) =>
    renderAppGroup(request.org, apps.find(request.configuration, request), group),
});

/** @see Okta: Application Groups API; Okta: Groups API, "List all assigned apps" */
export const appGroups: Resource = {
  routes: [...collection.routes, ["GET", "/api/v1/groups/:groupId/apps", listAppsOfGroup]],
  listProblems: (configuration) => [
    ...collection.listProblems(configuration),
    ...assignments
      .listAll(configuration)
      .flatMap(([place, { groups: assigned }]) => [
        ...listUnknownReferences(place, [
          ["group", "groups", listIds(assigned), listIds(configuration.groups)],
        ]),
        ...listUnsorted(`${place}.groups`, assigned),
      ]),
  ],
};

function listAppsOfGroup(request: ManagementRequest): Promise<Response> {
  const { configuration } = request;
  const group = groups.find(configuration, request);
  const applications = configuration.applications.filter(({ assignments }) =>
    assignments.groups.some(({ id }) => id === group.id),
  );
  return sendList(request, applications, (application) => renderApp(application, request), 20);
}

// Unverified: that another group with the same priority moves down, as it does in the Admin Console.
// @see okta/terraform-provider-okta: recorded `PUT /api/v1/apps/{appId}/groups/{groupId}`
function assignByPriority(groups: readonly AssignedGroup[], group: AssignedGroup): AssignedGroup[] {
  const numbered = groups.map((it, index) => ({ ...it, priority: it.priority ?? index }));
  const others = numbered.filter(({ id }) => id !== group.id);
  const own = numbered.find(({ id }) => id === group.id)?.priority;
  const chosen = group.priority ?? own ?? (others.at(-1)?.priority ?? -1) + 1;
  const before = others.filter((it) => it.priority < chosen);
  const following = others.filter((it) => it.priority >= chosen);
  let previous = chosen;
  const renumbered = following.map((it) => {
    previous = Math.max(it.priority, previous + 1);
    return { ...it, priority: previous };
  });
  return [...before, { ...group, priority: chosen }, ...renumbered];
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

/** A user gets the profile of their first group, so groups must be sorted by priority. */
function listUnsorted(place: string, groups: readonly AssignedGroup[]): readonly string[] {
  const priorities = groups.map(({ priority }, index) => priority ?? index);
  return priorities.flatMap((priority, index) =>
    priority > (priorities[index - 1] ?? -1)
      ? []
      : [`${place}.${index}.priority: Must be greater than the priority before it`],
  );
}
