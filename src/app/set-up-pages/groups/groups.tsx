import { TextField } from "../../../ui/TextField.tsx";
import { type Group, groupSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName, showText } from "../../result/claims/VisibleText.tsx";
import { shorten } from "../../shorten.ts";
import type { Column } from "../list/ObjectTable.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import type { Resource } from "../resource/resource.ts";

/** The sources of groups, by type. Filters find Okta groups and the built-in group, but no imported groups. */
export const groupSources = {
  OKTA_GROUP: "Okta",
  BUILT_IN: "Built in",
  APP_GROUP: "Imported",
} as const;

export const isOktaGroup = ({ type }: Group) => type === "OKTA_GROUP";

export const descriptionColumn: Column<Group> = {
  header: "Description",
  render: ({ profile }) =>
    profile.description && <bdi>{showText(shorten(profile.description))}</bdi>,
};

/** Directory > Groups. @see Okta: Groups API */
export const groups: Resource<Group> = {
  title: "Groups",
  noun: "group",
  intro:
    "A groups claim filter only matches groups created in Okta, and Everyone. For imported groups, use an expression.",
  consolePath: ["Directory", "Groups"],
  consoleMenu: "Actions",
  path: paths.groups,
  schema: groupSchema,

  nameOf: ({ profile }) => profile.name,
  // Newest first, so that a new group is visible in a long list.
  compare: (one, other) => Date.parse(other.created) - Date.parse(one.created),
  section: "groups",
  columns: [{ header: "Source", render: ({ type }) => groupSources[type] }, descriptionColumn],

  add: { button: "Add group", submit: "Add group" },
  edit: {
    allows: isOktaGroup,
    title: "Group settings",
    toBody: ({ profile }) => ({ profile }),
  },
  newBody: { profile: { name: "", description: "" } },
  fields: (form) => (
    <>
      <TextField label="Name" required {...form.text("profile.name", "name")} />
      <TextField label="Description" {...form.text("profile.description", "description")} />
    </>
  ),
  describeSaved: ({ id, profile }) => (
    <>
      Added <bdi>{showName(profile.name)}</bdi>. It has no members yet.{" "}
      <PlaceLink place={{ section: "groups", id }}>Assign people</PlaceLink>
    </>
  ),
  terraform: {
    type: "okta_group",
    paths: { name: "profile.name", description: "profile.description" },
  },

  deletion: {
    meaning: "This permanently deletes the group, with its memberships and app assignments.",
    allows: isOktaGroup,
  },
};
