import type { ApiCall } from "../api/api-call.ts";
import type { Scope } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";
import { buildServerPath } from "./server-calls.ts";

const buildBase = (serverId: string) => `${buildServerPath(serverId)}/scopes`;

/** Path of a server's scopes. */
export const buildScopesPath = (serverId: string) => `${buildBase(serverId)}?limit=200`;

export type ScopeDraft = {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly isPublished: boolean;
};

/** The defaults of the Admin Console's form. */
export const newScope: ScopeDraft = {
  name: "",
  displayName: "",
  description: "",
  isDefault: false,
  isPublished: false,
};

/** Form values of an existing scope. */
export function draftScope(scope: Scope): ScopeDraft {
  return {
    name: scope.name,
    displayName: scope.displayName ?? "",
    description: scope.description ?? "",
    isDefault: scope.default,
    isPublished: scope.metadataPublish === "ALL_CLIENTS",
  };
}

/** @see Okta: Authorization Servers API, "Create a custom token scope" */
export function addScope(serverId: string, draft: ScopeDraft): ApiCall {
  return { method: "POST", path: buildBase(serverId), body: buildBody(draft) };
}

/** @see Okta: Authorization Servers API, "Replace a custom token scope" */
export function replaceScope(serverId: string, scope: Scope, draft: ScopeDraft): ApiCall {
  return {
    method: "PUT",
    path: buildScopePath(serverId, scope.id),
    body: { ...takeWritable(scope), ...buildBody(draft) },
  };
}

/** @see Okta: Authorization Servers API, "Delete a custom token scope" */
export function deleteScope(serverId: string, id: string): ApiCall {
  return { method: "DELETE", path: buildScopePath(serverId, id) };
}

function buildBody({ name, displayName, description, isDefault, isPublished }: ScopeDraft) {
  return {
    name,
    displayName,
    description,
    default: isDefault,
    metadataPublish: isPublished ? "ALL_CLIENTS" : "NO_CLIENTS",
  };
}

/** Path of one scope. */
export function buildScopePath(serverId: string, id: string): string {
  return `${buildBase(serverId)}/${encodeURIComponent(id)}`;
}
