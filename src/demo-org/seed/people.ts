import type { Group } from "../model/group.ts";
import type { User } from "../model/user.ts";
import { directoryGroups, everyone, hostileGroups, it, midwestSales, projects } from "./groups.ts";

type Person = {
  readonly user: User;
  readonly groups: readonly Group[];
  readonly isAssigned: boolean;
};

/** Each user's groups are in the order in which tokens list them. */
export const people: readonly Person[] = [
  buildPerson("00uixa271s6x7qt8I0h7", "it.user", "Ingrid", "Holm", [everyone, it], {
    middleName: "Tove",
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
  buildPerson("00uzrjisTQK1SlAMB1d5", "joe.user", "Joe", "User", [midwestSales, everyone], {
    timezone: "America/Chicago",
    locale: "en-US",
    primaryPhone: "+1 312 555 0100",
    streetAddress: "100 Lake Street",
    city: "Chicago",
    state: "IL",
    zipCode: "60601",
    countryCode: "US",
  }),
  buildPerson("00unewUserDemoOrg0h7", "new.user", "Nora", "Newell", [everyone], {
    locale: "en-US",
  }),
  {
    ...buildPerson("00uoutsideUserDem0h7", "outside.user", "Otto", "Seidel", [everyone, it], {
      locale: "de-DE",
    }),
    isAssigned: false,
  },
  buildPerson("00umanyGroupsDemo0h7", "many.groups", "Maya", "Grant", [everyone, ...projects], {
    locale: "en-US",
  }),
  buildPerson(
    "00udirectoryUserD0h7",
    "directory.user",
    "Dana",
    "Reyes",
    [everyone, it, ...directoryGroups],
    { locale: "es-MX" },
  ),
  buildPerson(
    "00uhostileNamesDe0h7",
    "hostile.names",
    "Zoë <b>",
    "O'Néill & “Søn”",
    [everyone, ...hostileGroups],
    { locale: "fr-FR" },
  ),
];

function buildPerson(
  id: string,
  name: string,
  firstName: string,
  lastName: string,
  groups: readonly Group[],
  attributes: Readonly<Record<string, string>>,
): Person {
  const login = `${name}@example.com`;
  const user: User = {
    id,
    status: "ACTIVE",
    created: "2019-11-01T08:00:00.000Z",
    lastUpdated: "2019-11-19T22:11:56.000Z",
    profile: { login, firstName, lastName, ...attributes, email: login },
    credentials: { password: { value: "demo-password" } },
  };
  return { user, groups, isAssigned: true };
}
