import { takeWritable } from "../api/api-call.ts";
import type { Scope } from "../api/okta-objects.ts";

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

export function draftScope(scope: Scope): ScopeDraft {
  return {
    name: scope.name,
    displayName: scope.displayName ?? "",
    description: scope.description ?? "",
    isDefault: scope.default,
    isPublished: scope.metadataPublish === "ALL_CLIENTS",
  };
}

export function buildScopeBody(draft: ScopeDraft, before?: Scope) {
  const { isDefault, isPublished, ...texts } = draft;
  return {
    ...takeWritable(before),
    ...texts,
    default: isDefault,
    metadataPublish: isPublished ? "ALL_CLIENTS" : "NO_CLIENTS",
  };
}
