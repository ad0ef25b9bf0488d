import type { GroupFilter } from "../claims/group-filter.ts";

/** An OpenID Connect app integration: General, Sign On and Assignments in one. */
export type Application = {
  readonly id: string;
  readonly clientId: string;
  readonly label: string;
  readonly responseTypes: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** Sign On > OpenID Connect ID Token. Absent means that no groups claim is set up. */
  readonly groupsClaim?: { readonly name: string; readonly filter: GroupFilter };
  readonly assignedUserIds: readonly string[];
};
