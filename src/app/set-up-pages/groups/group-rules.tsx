import * as v from "valibot";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { User } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import type { FormFields } from "../form/form-fields.ts";
import { listPersonOptions, type OrgLists, WithLists } from "../form/org-lists.tsx";
import { ExpressionField } from "../groups-claim/ExpressionField.tsx";
import { LanguageLink } from "../groups-claim/LanguageLink.tsx";
import { usePreviewUser } from "../groups-claim/PreviewedField.tsx";
import { WordList } from "../list/WordList.tsx";
import { ResourcePage } from "../resource/ResourcePage.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge, StatusBadge } from "../StatusBadge.tsx";
import { isOktaGroup } from "./groups.tsx";

/** @see Okta: Group Rules API, the GroupRule object */
export const groupRuleSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  /** `INVALID` once one of its groups was deleted. */
  status: v.picklist(["ACTIVE", "INACTIVE", "INVALID"]),
  conditions: v.looseObject({
    expression: v.looseObject({ value: v.string() }),
  }),
  actions: v.looseObject({ assignUserToGroups: v.looseObject({ groupIds: v.array(v.string()) }) }),
});

export type GroupRule = v.InferOutput<typeof groupRuleSchema>;

/** Directory > Groups > Rules. @see Okta: Group Rules API; Okta help: Create group rules */
const buildGroupRules = ({ groups, people }: OrgLists): Resource<GroupRule> => ({
  title: "Group rules",
  noun: "rule",
  intro:
    "A rule puts people into groups based on their profile, for example everyone in a department. An active rule adds each person who matches, and removes them again when they no longer match.",
  consolePath: ["Directory", "Groups", "Rules"],
  path: paths.groupRules,
  schema: groupRuleSchema,

  nameOf: ({ name }) => name,
  textOf: ({ name, conditions }) => `${name} ${conditions.expression.value}`,
  columns: [
    { header: "IF", render: ({ conditions }) => <code>{conditions.expression.value}</code> },
    {
      header: "THEN assign to",
      render: ({ actions }) => (
        <WordList
          words={actions.assignUserToGroups.groupIds.map(
            (id) => groups.find((group) => group.id === id)?.profile.name ?? id,
          )}
        />
      ),
    },
    {
      header: "Status",
      render: ({ status }) =>
        status === "INVALID" ? (
          <StatusBadge isGood={false}>Invalid: a group was deleted</StatusBadge>
        ) : (
          <ActiveBadge status={status} />
        ),
    },
  ],
  empty: "Add one to put everyone in a department into a group.",

  add: { button: "Add Rule", submit: "Save" },
  edit: {
    // @see Okta: Group Rules API, "Replace a group rule"
    allows: ({ status }) => status === "INACTIVE",
  },
  newBody: {
    type: "group_rule",
    name: "",
    conditions: {
      people: { users: { exclude: [] } },
      expression: { type: "urn:okta:expression:1.0", value: "" },
    },
    actions: { assignUserToGroups: { groupIds: [] } },
  },
  fields: (form, before) => (
    <>
      <TextField label="Name" required {...form.text("name")} />
      <ConditionField form={form} people={people} />
      {before ? (
        <p>A rule’s groups can’t be changed. For other groups, add a new rule.</p>
      ) : (
        <CheckboxGroup
          legend="THEN assign to"
          options={groups
            .filter(isOktaGroup)
            .map(({ id, profile }) => ({ value: id, label: profile.name }))}
          {...form.requiredList(
            "Select at least one group.",
            "actions.assignUserToGroups.groupIds",
          )}
        />
      )}
      <CheckboxGroup
        legend="EXCEPT the following users"
        options={listPersonOptions(people)}
        {...form.list("conditions.people.users.exclude")}
      />
    </>
  ),
  describeSaved: ({ name, status }) => (
    <>
      Saved <bdi>{showName(name)}</bdi>.
      {status === "INACTIVE" && " It is inactive: activate it to add people."}
    </>
  ),
  terraform: {
    type: "okta_group_rule",
    others: { status: "INACTIVE" },
    paths: {
      name: "name",
      group_assignments: "actions.assignUserToGroups.groupIds",
      expression_type: "conditions.expression.type",
      expression_value: "conditions.expression.value",
      users_excluded: "conditions.people.users.exclude",
    },
  },

  lifecycle: {
    ACTIVE: "The rule won’t add or remove anyone. People it added stay in its groups.",
    INACTIVE: "The rule will add everyone who matches, and keep its groups up to date.",
  },
  deletion: { meaning: "People the rule added stay in its groups." },
});

export function GroupRules() {
  return <WithLists>{(lists) => <ResourcePage resource={buildGroupRules(lists)} />}</WithLists>;
}

function ConditionField({ form, people }: { form: FormFields; people: readonly User[] }) {
  return (
    <ExpressionField
      label="IF"
      {...form.text("conditions.expression.value")}
      hint={
        <>
          <LanguageLink language="classic" /> with the person’s Okta profile. The result must be
          true or false.
        </>
      }
      patterns="group-rule"
      subject={{ place: "group rule" }}
      previewUser={usePreviewUser(people)}
      showValue={(value) =>
        value === true ? "Matches: the rule adds this person." : "Doesn’t match."
      }
    />
  );
}
