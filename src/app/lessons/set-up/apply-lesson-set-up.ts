import type { ClaimEntry } from "../../../okta/set-up-change.ts";
import { buildAppGroupsClaimBody, buildClaimBody } from "../../../okta/set-up-guide/api-bodies.ts";
import { demoClientId } from "../../request-draft.ts";
import type { LessonSetUp } from "../lesson.ts";
import type { ExportedApplication, ExportedOrg, ExportedServer } from "./exported-org.ts";
import { isSameJson } from "./same-json.ts";

/** The custom server that lessons are about. */
export const lessonServerId = "default";

/** The parts of an org that lessons change: settings of its first app and of the server `default`, and the code flow's ID token. */
type LessonParts = Pick<ExportedServer, "claims" | "scopes"> & {
  groupsClaim: unknown;
  profile: Readonly<Record<string, unknown>>;
  codeFlowIdToken: string;
};

const partNames = [
  ["groupsClaim", "the app’s groups claim"],
  ["profile", "the app’s profile"],
  ["claims", `the claims of the server ${lessonServerId}`],
  ["scopes", `the scopes of the server ${lessonServerId}`],
  ["codeFlowIdToken", "the ID token of the code flow"],
] as const satisfies readonly (readonly [keyof LessonParts, string])[];

type AppliedSetUp =
  | { kind: "org"; org: ExportedOrg; changedParts: readonly string[] }
  /** What the org lacks, in an admin's words: "the group IT". */
  | { kind: "missing"; what: string };

/** Applies a step's set-up to an exported org. @param person The username that signs in: it must exist. */
export function applyLessonSetUp(
  org: ExportedOrg,
  setUp: LessonSetUp,
  person: string,
): AppliedSetUp {
  const { users, groups, applications, customServers } = org.configuration;
  const missing = (what: string) => ({ kind: "missing", what }) as const;
  const app = applications.find(isLessonApp);
  const server = customServers.find(({ id }) => id === lessonServerId);
  if (!app) return missing("its first app");
  if (!server) return missing(`the authorization server ${lessonServerId}`);
  if (!users.some(({ profile }) => profile.login === person)) return missing(`the user ${person}`);
  const { appClaim, allowlist, appLabel, claims, hasGroupsScope } = setUp;
  const groupIds = new Map(groups.map(({ id, profile }) => [profile.name, id]));
  const missingGroup = allowlist?.find((name) => !groupIds.has(name));
  if (missingGroup !== undefined) return missing(`the group ${missingGroup}`);

  const system = server.claims.filter((claim) => claim.system);
  const own = server.claims.filter((claim) => !claim.system);
  const otherScopes = server.scopes.filter(({ name }) => name !== "groups");
  const groupsScope = server.scopes.find(({ name }) => name === "groups") ?? newGroupsScope;
  const before: LessonParts = {
    groupsClaim: app.groupsClaim,
    profile: app.profile,
    claims: server.claims,
    scopes: server.scopes,
    codeFlowIdToken: org.configuration.codeFlowIdToken,
  };
  const parts: LessonParts = {
    groupsClaim: appClaim ? buildAppGroupsClaimBody(appClaim.name, appClaim.value) : null,
    profile: {
      ...app.profile,
      ...(allowlist && { groupallowlist: allowlist.map((name) => groupIds.get(name)) }),
      ...(appLabel !== undefined && { label: appLabel }),
    },
    claims: [...system, ...claims.map((claim, index) => toClaim(claim, index, own))],
    scopes: hasGroupsScope ? [...otherScopes, groupsScope] : otherScopes,
    codeFlowIdToken: "fat",
  };
  return {
    kind: "org",
    org: replaceParts(org, parts),
    changedParts: partNames
      .filter(([part]) => !isSameJson(before[part], parts[part]))
      .map(([, name]) => name),
  };
}

/** Whether two states of an org differ only in parts that lessons change. */
export function isSameOutsideLessons(one: ExportedOrg, other: ExportedOrg): boolean {
  const none = { groupsClaim: null, profile: {}, claims: [], scopes: [], codeFlowIdToken: "" };
  const outside = (org: ExportedOrg) => replaceParts(org, none, { lastUpdated: undefined });
  return isSameJson(outside(one).configuration, outside(other).configuration);
}

function replaceParts(org: ExportedOrg, parts: LessonParts, others: object = {}): ExportedOrg {
  const { groupsClaim, profile, claims, scopes, codeFlowIdToken } = parts;
  const { applications, customServers } = org.configuration;
  return {
    ...org,
    configuration: {
      ...org.configuration,
      applications: applications.map((app) =>
        isLessonApp(app) ? { ...app, ...others, groupsClaim, profile } : app,
      ),
      customServers: customServers.map((server) =>
        server.id === lessonServerId ? { ...server, ...others, claims, scopes } : server,
      ),
      codeFlowIdToken,
    },
  };
}

function isLessonApp({ credentials }: ExportedApplication): boolean {
  return credentials.oauthClient.client_id === demoClientId;
}

/** The scope that lessons add. Its ID is as long as Okta's. */
const newGroupsScope = {
  id: "scplessonGroups00h7",
  name: "groups",
  system: false,
  metadataPublish: "ALL_CLIENTS",
  default: false,
};

/** Builds the org's claim. A claim that the org already has keeps its ID. */
function toClaim(entry: ClaimEntry, index: number, own: ExportedServer["claims"]) {
  const claim = { ...buildClaimBody(entry), system: false };
  const existing = own.find(({ id, ...rest }) => isSameJson(rest, claim));
  return existing ?? { ...claim, id: `ocllessonClaim00${index + 1}0h7` };
}
