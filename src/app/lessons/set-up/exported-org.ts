import * as v from "valibot";

const applicationSchema = v.looseObject({
  id: v.string(),
  label: v.string(),
  credentials: v.looseObject({ oauthClient: v.looseObject({ client_id: v.string() }) }),
  profile: v.record(v.string(), v.unknown()),
  groupsClaim: v.unknown(),
});

const serverSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  scopes: v.array(v.looseObject({ id: v.string(), name: v.string() })),
  claims: v.array(v.looseObject({ id: v.string(), system: v.boolean() })),
});

/** The members of the demo org's exported file that lessons read or change. All others are kept. */
const exportedOrgSchema = v.looseObject({
  configuration: v.looseObject({
    users: v.array(v.looseObject({ profile: v.looseObject({ login: v.string() }) })),
    groups: v.array(
      v.looseObject({ id: v.string(), profile: v.looseObject({ name: v.string() }) }),
    ),
    applications: v.array(applicationSchema),
    customServers: v.array(serverSchema),
    codeFlowIdToken: v.string(),
  }),
});

export type ExportedOrg = v.InferOutput<typeof exportedOrgSchema>;
export type ExportedApplication = v.InferOutput<typeof applicationSchema>;
export type ExportedServer = v.InferOutput<typeof serverSchema>;

/** @returns `undefined` if the body is not an exported org. */
export function parseExportedOrg(body: unknown): ExportedOrg | undefined {
  const parsed = v.safeParse(exportedOrgSchema, body);
  return parsed.success ? parsed.output : undefined;
}
