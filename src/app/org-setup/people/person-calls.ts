import type { ApiCall } from "../api/api-call.ts";

/** @see Okta: Users API */
const base = "/api/v1/users";

export const peoplePath = `${base}?limit=200`;
/** Path of one person. */
export const buildPersonPath = (id: string) => `${base}/${encodeURIComponent(id)}`;
/** Path of a person's groups. */
export const buildPersonGroupsPath = (id: string) => `${buildPersonPath(id)}/groups?limit=200`;

export type NewPerson = {
  readonly firstName: string;
  readonly lastName: string;
  /** Used as both username and primary email, as the console suggests. */
  readonly login: string;
  readonly password: string;
};

/** Adds an active person. @see Okta: Users API, "Create a user" */
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

/** Changes the given attributes only. */
export function updateProfile(id: string, profile: Readonly<Record<string, unknown>>): ApiCall {
  return { method: "POST", path: buildPersonPath(id), body: { profile } };
}

/** Keeps the profile. @see Okta: Users API, "Replace a user" */
export function setPassword(id: string, value: string): ApiCall {
  return {
    method: "PUT",
    path: buildPersonPath(id),
    body: { credentials: { password: { value } } },
  };
}

export type LifecycleStep = "activate" | "deactivate" | "suspend" | "unsuspend";

/** @see Okta: User Lifecycle API */
export function changeStatus(id: string, step: LifecycleStep): ApiCall {
  return { method: "POST", path: `${buildPersonPath(id)}/lifecycle/${step}` };
}

/** Deletes a deactivated person. Called for anyone else, Okta only deactivates them. @see Okta: Users API, "Delete a user" */
export function deletePerson(id: string): ApiCall {
  return { method: "DELETE", path: buildPersonPath(id) };
}
