import * as v from "valibot";
import { isJsonObject } from "../../oidc/json.ts";
import type { AppSetUp } from "../../okta/org-set-up.ts";
import {
  type Application,
  applicationSchema,
  federatedClaimSchema,
  groupsClaimSchema,
} from "../org-api/okta-objects.ts";
import { buildListPath, paths } from "../org-api/paths.ts";
import { type EvaluateExpression, evaluateClaimValue } from "./evaluate-expression.ts";
import type { SetUpFetcher } from "./set-up-fetcher.ts";

/** Fetches the app with a client ID. It is also the app's ID, unless the admin chose it when creating the app. */
export async function fetchApp(
  { fetchOptional, fetchRequired }: SetUpFetcher,
  clientId: string,
): Promise<Application | undefined> {
  const hasClientId = (app: Application) => app.credentials.oauthClient.client_id === clientId;
  const app =
    clientId === ""
      ? undefined
      : await fetchOptional(paths.application(clientId), applicationSchema);
  if (app && hasClientId(app)) return app;
  const apps = await fetchRequired(buildListPath(paths.applications), v.array(v.unknown()));
  return apps
    .flatMap((it) => {
      // Apps of other kinds have no client ID.
      const parsed = v.safeParse(applicationSchema, it);
      return parsed.success ? [parsed.output] : [];
    })
    .find(hasClientId);
}

/** Fetches an app's settings, without the user's assignment. */
export async function fetchAppSettings(
  { fetchOptional, fetchRequired }: SetUpFetcher,
  { id, label, status, settings, profile }: Application,
  evaluate: EvaluateExpression,
): Promise<Omit<AppSetUp, "isUserAssigned">> {
  const [recorded, unifiedClaims] = await Promise.all([
    fetchRequired(paths.groupsClaim(id), groupsClaimSchema),
    fetchOptional(paths.federatedClaims(id), v.array(federatedClaimSchema)),
  ]);
  const { name, valueType, groupFilterType } = recorded;
  const value = recorded.value ?? "";
  const { grant_types, response_types, redirect_uris } = settings.oauthClient;
  return {
    id,
    label,
    isActive: status === "ACTIVE",
    grantTypes: grant_types,
    responseTypes: response_types,
    redirectUris: redirect_uris,
    groupsClaim: name
      ? {
          name,
          value: await evaluateClaimValue(
            valueType === "EXPRESSION"
              ? { kind: "expression", expression: value }
              : { kind: "filter", type: groupFilterType ?? "REGEX", value },
            evaluate,
          ),
        }
      : undefined,
    ...(unifiedClaims && {
      unifiedClaims: unifiedClaims.map(({ name, expression }) => ({ name, expression })),
    }),
    profile: isJsonObject(profile) ? profile : {},
  };
}

/**
 * Fetches whether an app is assigned to a user: directly, through a group, or because it lets everyone in.
 *
 * @see Okta: Application Users API; Federation Broker Mode
 */
export async function isAssigned(
  { fetchOptional }: SetUpFetcher,
  { id, settings }: Application,
  userId: string,
): Promise<boolean> {
  if (settings.implicitAssignment) return true;
  const path = `${paths.assignedUsers(id)}/${encodeURIComponent(userId)}`;
  return (await fetchOptional(path, v.looseObject({ id: v.string() }))) !== undefined;
}
