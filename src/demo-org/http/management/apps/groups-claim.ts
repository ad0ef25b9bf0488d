import * as v from "valibot";
import type { Application, GroupsClaim } from "../../../model/application.ts";
import { groupFilterTypeSchema } from "../../../model/claim.ts";
import { findReservedName } from "../../../rules/claims/reserved-claim-names.ts";
import { refuseCauses } from "../api-error.ts";
import { claimValueSchema } from "../authorization-servers/claims.ts";
import { withNullsAsMissing } from "../common-schemas.ts";
import { leftBlank } from "../describe-issue.ts";
import { listIssues, listReserved } from "../import-problems.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import { type Part, partIn } from "../part.ts";
import { apps, changeApp } from "./apps.ts";

const groupsClaims: Part<Application["groupsClaim"]> = partIn(apps, "groupsClaim");

const path = "/api/v1/internal/apps/:appId/settings/oauth/idToken";

/** Okta's public API has no call for this claim. @see okta/terraform-provider-okta: sdk/app_oauth_group_claim.go */
export const groupsClaim: Resource = {
  routes: [
    ["GET", path, retrieveGroupsClaim],
    ["POST", path, setGroupsClaim, ["application.lifecycle.update", "Update application"]],
  ],
  listProblems: (configuration) =>
    groupsClaims
      .listAll(configuration)
      .flatMap(([place, claim]) =>
        claim
          ? [
              ...listReserved(claim.name, "IDENTITY").map((it) => `${place}.${it}`),
              ...listIssues(`${place}.value`, claim.value, claimValueSchema),
            ]
          : [],
      ),
};

const textSchema = v.optional(claimValueSchema, "");

const bodySchema = withNullsAsMissing(
  v.object({
    name: textSchema,
    value: textSchema,
    valueType: v.optional(v.picklist(["GROUPS", "EXPRESSION", ""])),
    groupFilterType: v.optional(v.picklist([...groupFilterTypeSchema.options, ""])),
  }),
);

function retrieveGroupsClaim(request: ManagementRequest): Response {
  const application = apps.find(request.configuration, request);
  return request.c.json(renderGroupsClaim(application, request.org.baseUrl));
}

// Unverified: that a filter may be empty. @see Okta help: Add a custom claim ("Okta doesn't validate the expression")
async function setGroupsClaim(request: ManagementRequest): Promise<Response> {
  const groupsClaim = buildClaim(await parseBody(request.c, bodySchema, "groupsClaim"));
  const application = await changeApp(request, { groupsClaim });
  // Recorded responses to this call have neither an issuer nor an audience.
  const shown = renderGroupsClaim(application, request.org.baseUrl);
  return request.c.json({ ...shown, issuer: null, audience: null });
}

function buildClaim({
  name,
  value,
  valueType,
  groupFilterType,
}: v.InferOutput<typeof bodySchema>): GroupsClaim | null {
  if (name === "" && value === "") return null;
  const causes = [
    ...(name === "" ? [`name: ${leftBlank}`] : []),
    ...(valueType ? [] : [`valueType: ${leftBlank}`]),
    ...(valueType === "GROUPS" && !groupFilterType ? [`groupFilterType: ${leftBlank}`] : []),
    ...(valueType === "EXPRESSION" && value === "" ? [`value: ${leftBlank}`] : []),
    ...[findReservedName(name, "IDENTITY")].flatMap((it) => (it ? [`name: ${it}`] : [])),
  ];
  refuseCauses("groupsClaim", causes);
  return valueType === "GROUPS" && groupFilterType
    ? { name, valueType, groupFilterType, value }
    : { name, valueType: "EXPRESSION", value };
}

function renderGroupsClaim({ credentials, settings, groupsClaim }: Application, baseUrl: string) {
  return {
    issuer: baseUrl,
    orgUrl: null,
    customUrl: null,
    audience: credentials.oauthClient.client_id,
    issuerMode: settings.oauthClient.issuer_mode ?? "ORG_URL",
    ...(groupsClaim && {
      valueType: groupsClaim.valueType,
      name: groupsClaim.name,
      ...(groupsClaim.valueType === "GROUPS" && { groupFilterType: groupsClaim.groupFilterType }),
      value: groupsClaim.value,
    }),
  };
}
