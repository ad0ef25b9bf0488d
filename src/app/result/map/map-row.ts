import * as v from "valibot";
import { type ResponseType, responseTypes } from "../../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../../okta/authorization-server.ts";
import { atEachPlace, type PredictedCells } from "../../../okta/groups-map/map-cell.ts";
import { authorizationServerSchema } from "../../pending-requests.ts";
import { claimOriginsSchema } from "../../run.ts";

export const claimsSchema = v.pipe(
  v.array(v.object({ name: v.string(), count: v.number() })),
  v.readonly(),
);
export const weightSchema = v.exactOptional(v.picklist(["fat", "thin"]));

const predictedCellSchema = v.object({
  groups: v.picklist(["yes", "no", "depends", "refused", "not-requested"]),
  because: v.string(),
  isSetUpKnown: v.boolean(),
  weight: weightSchema,
  isOpaque: v.exactOptional(v.boolean()),
  claims: v.exactOptional(claimsSchema),
  error: v.exactOptional(v.string()),
});

export const predictedCellsSchema = v.object(atEachPlace(() => predictedCellSchema));

/** Removes the reasons from a prediction before it is stored, because reasons can name groups. */
export function withoutReasons(cells: PredictedCells): PredictedCells {
  return atEachPlace((place) => {
    const cell = cells[place];
    return cell.groups === "not-requested" ? cell : { ...cell, because: "" };
  });
}

export const scopesSchema = v.pipe(v.array(v.string()), v.readonly());

export const mapRowSchema = v.object({
  id: v.string(),
  server: authorizationServerSchema,
  serverName: v.string(),
  responseType: v.picklist(responseTypes),
  /** The form's scopes that the server has, or the scopes last sent to the server. */
  scopes: scopesSchema,
  cells: predictedCellsSchema,
  /** Set if the server's set-up is known. */
  origins: v.optional(claimOriginsSchema),
  /** Why the request is not sent: the org would show an error page, and the browser would stay there. */
  unsent: v.optional(v.string()),
});

export type MapRow = v.InferOutput<typeof mapRowSchema>;

export const mapRequests = [
  { responseType: "id_token", name: "ID token" },
  { responseType: "token", name: "Access token" },
  { responseType: "id_token token", name: "Both" },
  { responseType: "code", name: "Code + PKCE" },
] as const satisfies readonly { responseType: ResponseType; name: string }[];

export function nameRequest(responseType: ResponseType): string {
  return mapRequests.find((it) => it.responseType === responseType)?.name ?? responseType;
}

export function buildRowId(server: AuthorizationServer, responseType: ResponseType): string {
  return `${server.kind === "org" ? "org" : `custom/${server.id}`} ${responseType}`;
}

export function isSameServer(one: AuthorizationServer, other: AuthorizationServer): boolean {
  if (one.kind === "org" || other.kind === "org") return one.kind === other.kind;
  return one.id === other.id;
}
