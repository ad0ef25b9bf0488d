import type { Group, User, UserProfile } from "../model/directory.ts";
import { directoryGroups, everyone, hostileGroups, it, midwestSales, projects } from "./groups.ts";

/** Everybody's: this is a demo, and its sign-in page says so. */
const password = "demo-password";

/** 1 October 2026, 09:00 UTC. */
const lastUpdated = 1_790_845_200;

function person(
  id: string,
  profile: Pick<UserProfile, "login" | "firstName" | "lastName"> & Partial<UserProfile>,
  groups: readonly Group[],
): User {
  return {
    id,
    password,
    lastUpdated,
    profile: { email: profile.login, locale: "en-US", timezone: "America/Chicago", ...profile },
    groupIds: groups.map((group) => group.id),
  };
}

/** The two whose tokens Okta's guide shows keep the ids they have there, and their groups' order. */
export const people: readonly User[] = [
  person(
    "00uixa271s6x7qt8I0h7",
    {
      login: "it.user@example.com",
      firstName: "It",
      lastName: "User",
      middleName: "Quincy",
      nickName: "Itty",
      profileUrl: "https://example.com/people/it.user",
      primaryPhone: "+1 (312) 555-0100",
      streetAddress: "1 Operations Way",
      city: "Chicago",
      state: "IL",
      zipCode: "60601",
      countryCode: "US",
    },
    [everyone, it],
  ),
  person(
    "00uzrjisTQK1SlAMB1d5",
    {
      login: "joe.user@example.com",
      firstName: "Joe",
      lastName: "User",
      primaryPhone: "+1 (816) 555-0101",
      streetAddress: "22 Prairie Avenue",
      city: "Kansas City",
      state: "MO",
      zipCode: "64106",
      countryCode: "US",
    },
    [midwestSales, everyone],
  ),
  person(
    "00udem0newuser00u0h7",
    { login: "new.user@example.com", firstName: "New", lastName: "User" },
    [everyone],
  ),
  person(
    "00udem0outside00u0h7",
    { login: "outside.user@example.com", firstName: "Outside", lastName: "User" },
    [everyone, it],
  ),
  person(
    "00udem0many0grps00h7",
    { login: "many.groups@example.com", firstName: "Many", lastName: "Groups" },
    [everyone, ...projects],
  ),
  person(
    "00udem0directory00h7",
    { login: "directory.user@example.com", firstName: "Directory", lastName: "User" },
    [everyone, it, ...directoryGroups],
  ),
  person(
    "00udem0hostile0000h7",
    { login: "hostile.names@example.com", firstName: "Hostile", lastName: "Names" },
    [everyone, ...hostileGroups],
  ),
];

/** What the sign-in page says of a person in one line. */
export const descriptions: Readonly<Record<string, string>> = {
  "it.user@example.com": "It User: Everyone, IT",
  "joe.user@example.com": "Joe User: Everyone, Midwest Sales",
  "new.user@example.com": "New User: Everyone",
  "outside.user@example.com": "Outside User: Everyone, IT; not assigned to the app",
  "many.groups@example.com": "Many Groups: Everyone and 120 more",
  "directory.user@example.com": "Directory User: Everyone, IT, and groups from Active Directory",
  "hostile.names@example.com": "Hostile Names: Everyone, and groups named to break a page",
};
