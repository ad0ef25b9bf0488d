import type { ApiCall } from "../api/api-call.ts";
import type { User } from "../api/okta-objects.ts";

/** @see Okta: Users API */
const base = "/api/v1/users";

export const peoplePath = `${base}?limit=200`;
/** The path of one person. */
export const buildPersonPath = (id: string) => `${base}/${encodeURIComponent(id)}`;
/** The path of the groups that a person is in. */
export const buildPersonGroupsPath = (id: string) => `${buildPersonPath(id)}/groups?limit=200`;

export type NewPerson = {
  readonly firstName: string;
  readonly lastName: string;
  /** Username and primary e-mail address alike, as the console fills them in. */
  readonly login: string;
  readonly password: string;
};

/** Adds somebody who can sign in at once. @see Okta: Users API, "Create a user" */
export function addPerson({ firstName, lastName, login, password }: NewPerson): ApiCall {
  return {
    method: "POST",
    path: `${base}?activate=true`,
    body: {
      profile: { firstName, lastName, email: login, login },
      credentials: { password: { value: password } },
    },
  };
}

/** Changes what is given of a profile, and leaves the rest. */
export function updateProfile(id: string, profile: Partial<User["profile"]>): ApiCall {
  return { method: "POST", path: buildPersonPath(id), body: { profile } };
}

export type LifecycleStep = "activate" | "deactivate" | "suspend" | "unsuspend";

/** @see Okta: User Lifecycle API */
export function changeStatus(id: string, step: LifecycleStep): ApiCall {
  return { method: "POST", path: `${buildPersonPath(id)}/lifecycle/${step}` };
}

/** Of somebody who is deactivated: anybody else is only deactivated by it. @see Okta: Users API, "Delete a user" */
export function deletePerson(id: string): ApiCall {
  return { method: "DELETE", path: buildPersonPath(id) };
}
