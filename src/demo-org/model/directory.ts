/** Where a group comes from. Filters of groups claims see the first two kinds only. */
export type GroupType = "OKTA_GROUP" | "BUILT_IN" | "APP_GROUP";

/** A group, in the shape of Okta's Management API (`/api/v1/groups`). */
export type Group = {
  readonly id: string;
  readonly type: GroupType;
  readonly profile: { readonly name: string; readonly description: string };
};

/** A person, in the shape of Okta's Management API (`/api/v1/users`), with the groups in the order they joined. */
export type User = {
  readonly id: string;
  readonly profile: UserProfile;
  readonly password: string;
  readonly groupIds: readonly string[];
  /** NumericDate seconds. */
  readonly lastUpdated: number;
};

/** Okta's default user profile, as far as OpenID Connect's scopes draw on it. Absent means no value. */
export type UserProfile = {
  readonly login: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly middleName?: string;
  readonly nickName?: string;
  readonly profileUrl?: string;
  readonly primaryPhone?: string;
  readonly streetAddress?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zipCode?: string;
  readonly countryCode?: string;
  readonly locale?: string;
  readonly timezone?: string;
};
