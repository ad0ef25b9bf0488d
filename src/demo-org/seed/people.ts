import type { Group } from "../model/group.ts";
import type { User } from "../model/user.ts";
import { directoryGroups, everyone, hostileGroups, it, midwestSales, projects } from "./groups.ts";

type Person = {
  readonly user: User;
  readonly groups: readonly Group[];
  readonly isAssigned: boolean;
};

const password = "demo-password";

/** Each user's groups are in the order in which tokens list them. */
export const people: readonly Person[] = [
  {
    user: buildUser("00uixa271s6x7qt8I0h7", {
      login: "it.user@example.com",
      firstName: "Ingrid",
      middleName: "Tove",
      lastName: "Holm",
      nickName: "Inge",
      profileUrl: "https://people.example.com/it.user",
      picture: "https://people.example.com/it.user.png",
      website: "https://ingrid.example.com",
      gender: "female",
      birthdate: "1985-04-12",
      timezone: "Europe/Oslo",
      locale: "en-GB",
      primaryPhone: "+47 22 00 00 00",
      streetAddress: "Storgata 1",
      city: "Oslo",
      state: "Oslo",
      zipCode: "0155",
      countryCode: "NO",
    }),
    groups: [everyone, it],
    isAssigned: true,
  },
  {
    user: buildUser("00uzrjisTQK1SlAMB1d5", {
      login: "joe.user@example.com",
      firstName: "Joe",
      lastName: "User",
      timezone: "America/Chicago",
      locale: "en-US",
      primaryPhone: "+1 312 555 0100",
      streetAddress: "100 Lake Street",
      city: "Chicago",
      state: "IL",
      zipCode: "60601",
      countryCode: "US",
    }),
    groups: [midwestSales, everyone],
    isAssigned: true,
  },
  {
    user: buildUser("00unewUserDemoOrg0h7", {
      login: "new.user@example.com",
      firstName: "Nora",
      lastName: "Newell",
      locale: "en-US",
    }),
    groups: [everyone],
    isAssigned: true,
  },
  {
    user: buildUser("00uoutsideUserDem0h7", {
      login: "outside.user@example.com",
      firstName: "Otto",
      lastName: "Seidel",
      locale: "de-DE",
    }),
    groups: [everyone, it],
    isAssigned: false,
  },
  {
    user: buildUser("00umanyGroupsDemo0h7", {
      login: "many.groups@example.com",
      firstName: "Maya",
      lastName: "Grant",
      locale: "en-US",
    }),
    groups: [everyone, ...projects],
    isAssigned: true,
  },
  {
    user: buildUser("00udirectoryUserD0h7", {
      login: "directory.user@example.com",
      firstName: "Dana",
      lastName: "Reyes",
      locale: "es-MX",
    }),
    groups: [everyone, it, ...directoryGroups],
    isAssigned: true,
  },
  {
    user: buildUser("00uhostileNamesDe0h7", {
      login: "hostile.names@example.com",
      firstName: "Zoë <b>",
      lastName: "O'Néill & “Søn”",
      locale: "fr-FR",
    }),
    groups: [everyone, ...hostileGroups],
    isAssigned: true,
  },
];

function buildUser(
  id: string,
  profile: Omit<User["profile"], "email"> & {
    readonly login: string;
    readonly firstName: string;
    readonly lastName: string;
  },
): User {
  return {
    id,
    status: "ACTIVE",
    created: "2019-11-01T08:00:00.000Z",
    lastUpdated: "2019-11-19T22:11:56.000Z",
    profile: { ...profile, email: profile.login },
    credentials: { password: { value: password } },
  };
}
