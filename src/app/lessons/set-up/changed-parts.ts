import { isLessonApp, lessonServerId } from "./apply-lesson-set-up.ts";
import type { ExportedOrg } from "./exported-org.ts";
import { isSameJson } from "./same-json.ts";

/** Names what differs between two states of an org, as an admin knows it. Empty if the lessons' parts are the same. */
export function listChangedParts(before: ExportedOrg, after: ExportedOrg): readonly string[] {
  const one = findParts(before);
  const other = findParts(after);
  return Object.keys(one).filter((name) => !isSameJson(one[name], other[name]));
}

/** Whether two states of an org differ at most in what lessons change. */
export function isSameOutsideLessons(one: ExportedOrg, other: ExportedOrg): boolean {
  return isSameJson(withoutLessonParts(one), withoutLessonParts(other));
}

function withoutLessonParts({ configuration }: ExportedOrg): unknown {
  return {
    ...configuration,
    codeFlowIdToken: undefined,
    applications: configuration.applications.map((app) =>
      isLessonApp(app)
        ? { ...app, groupsClaim: undefined, profile: undefined, lastUpdated: undefined }
        : app,
    ),
    customServers: configuration.customServers.map((server) =>
      server.id === lessonServerId
        ? { ...server, claims: undefined, scopes: undefined, lastUpdated: undefined }
        : server,
    ),
  };
}

function findParts({ configuration }: ExportedOrg): Readonly<Record<string, unknown>> {
  const { applications, customServers, codeFlowIdToken } = configuration;
  const app = applications.find(isLessonApp);
  const server = customServers.find(({ id }) => id === lessonServerId);
  return {
    "the app’s groups claim": app?.groupsClaim,
    "the app’s profile": app?.profile,
    [`the claims of the server ${lessonServerId}`]: server?.claims,
    [`the scopes of the server ${lessonServerId}`]: server?.scopes,
    "the ID token of the code flow": codeFlowIdToken,
  };
}
