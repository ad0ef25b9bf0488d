import type { ClaimEntry } from "../../../okta/set-up-change.ts";
import { buildAppGroupsClaimBody, buildClaimBody } from "../../../okta/set-up-guide/api-bodies.ts";
import { demoClientId } from "../../request-draft.ts";
import type { LessonSetUp } from "../lesson.ts";
import type { ExportedApplication, ExportedOrg, ExportedServer } from "./exported-org.ts";
import { isSameJson } from "./same-json.ts";

type AppliedSetUp =
  | { kind: "org"; org: ExportedOrg }
  /** What the org has not, as an admin knows it: "the group IT". */
  | { kind: "missing"; what: string };

/** The custom server that lessons are about. */
export const lessonServerId = "default";

/** Applies a step's set-up to an exported org. @param person The username that signs in: it must exist. */
export function applyLessonSetUp(
  org: ExportedOrg,
  setUp: LessonSetUp,
  person: string,
): AppliedSetUp {
  const { configuration } = org;
  const { users, groups, applications, customServers } = configuration;
  const app = applications.find(isLessonApp);
  const server = customServers.find(({ id }) => id === lessonServerId);
  const listed = (setUp.allowlist ?? []).map((name) => ({
    name,
    group: groups.find(({ profile }) => profile.name === name),
  }));
  const missingGroup = listed.find(({ group }) => !group);
  if (!app) return { kind: "missing", what: "its first app" };
  if (!server) return { kind: "missing", what: `the authorization server ${lessonServerId}` };
  if (!users.some(({ profile }) => profile.login === person)) {
    return { kind: "missing", what: `the user ${person}` };
  }
  if (missingGroup) return { kind: "missing", what: `the group ${missingGroup.name}` };

  const changedApp = changeApp(
    app,
    setUp,
    listed.flatMap(({ group }) => group?.id ?? []),
  );
  const changedServer = changeServer(server, setUp);
  return {
    kind: "org",
    org: {
      ...org,
      configuration: {
        ...configuration,
        applications: applications.map((it) => (it === app ? changedApp : it)),
        customServers: customServers.map((it) => (it === server ? changedServer : it)),
        codeFlowIdToken: "fat",
      },
    },
  };
}

export function isLessonApp({ credentials }: ExportedApplication): boolean {
  return credentials.oauthClient.client_id === demoClientId;
}

function changeApp(
  app: ExportedApplication,
  { appClaim, allowlist, appLabel }: LessonSetUp,
  groupIds: readonly string[],
): ExportedApplication {
  return {
    ...app,
    profile: {
      ...app.profile,
      ...(allowlist && { groupallowlist: groupIds }),
      ...(appLabel !== undefined && { label: appLabel }),
    },
    groupsClaim: appClaim ? buildAppGroupsClaimBody(appClaim.name, appClaim.value) : null,
  };
}

function changeServer(
  server: ExportedServer,
  { claims, hasGroupsScope }: LessonSetUp,
): ExportedServer {
  const system = server.claims.filter((claim) => claim.system);
  const own = server.claims.filter((claim) => !claim.system);
  const others = server.scopes.filter(({ name }) => name !== "groups");
  const groupsScope = server.scopes.find(({ name }) => name === "groups") ?? newGroupsScope;
  return {
    ...server,
    scopes: hasGroupsScope ? [...others, groupsScope] : others,
    claims: [...system, ...claims.map((claim, index) => toClaim(claim, index, own))],
  };
}

/** With an ID of Okta's length. */
const newGroupsScope = {
  id: "scplessonGroups00h7",
  name: "groups",
  system: false,
  metadataPublish: "ALL_CLIENTS",
  default: false,
};

/** A claim that the org has already keeps its ID. */
function toClaim(entry: ClaimEntry, index: number, own: ExportedServer["claims"]) {
  const claim = { ...buildClaimBody(entry), system: false };
  const existing = own.find(({ id, ...rest }) => isSameJson(rest, claim));
  return existing ?? { ...claim, id: `ocllessonClaim00${index + 1}0h7` };
}
