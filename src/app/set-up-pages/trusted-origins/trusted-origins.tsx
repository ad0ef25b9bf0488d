import * as v from "valibot";
import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { getTexts } from "../form/body.ts";
import { describeList } from "../form/form-fields.ts";
import type { Resource } from "../resource/resource.ts";

/** @see Okta: Trusted Origins API */
const schema = v.looseObject({
  id: v.string(),
  name: v.string(),
  origin: v.string(),
  scopes: v.array(v.looseObject({ type: v.string() })),
});

const types = [
  { value: "CORS", label: "Cross-Origin Resource Sharing (CORS)" },
  { value: "REDIRECT", label: "Redirect" },
] as const;

/** Security > API > Trusted Origins. */
export const trustedOrigins: Resource<v.InferOutput<typeof schema>> = {
  title: "Trusted Origins",
  noun: "origin",
  intro:
    "Pages on these origins can call the token endpoint and the Management API. Origins of an app’s redirect URIs can call the token endpoint without being listed here. Metadata and UserInfo accept any origin.",
  consolePath: ["Security", "API", "Trusted Origins"],
  path: "/api/v1/trustedOrigins",
  schema,

  nameOf: ({ name }) => name,
  textOf: ({ name, origin }) => `${name} ${origin}`,
  caption: "Trusted origins",
  columns: [
    { header: "Origin", render: ({ origin }) => <code>{origin}</code> },
    { header: "Type", render: ({ scopes }) => scopes.map(({ type }) => type).join(", ") },
  ],
  empty:
    "Add the origin of a page that calls the Management API, for example http://localhost:3000.",

  add: { button: "Add Origin", submit: "Add Origin" },
  newBody: { name: "", origin: "", scopes: [{ type: "CORS" }] },
  fields: (form) => (
    <>
      <TextField label="Origin name" {...form.text("name")} />
      <TextField
        label="Origin URL"
        data-code
        hint="Without a path, for example https://app.example.com"
        {...form.text("origin")}
      />
      <CheckboxGroup
        legend="Type"
        options={types}
        chosen={getTexts(form.body, "scopes.type")}
        onChange={(chosen) =>
          form.set(
            "scopes",
            chosen.map((type) => ({ type })),
          )
        }
        error={describeList(
          "Select at least one type.",
          getTexts(form.body, "scopes.type"),
          form.problems.of("scopes"),
        )}
      />
    </>
  ),
  describeSaved: () => "Saved.",
  terraform: {
    type: "okta_trusted_origin",
    paths: { name: "name", origin: "origin", scopes: "scopes.type" },
  },
  deletion: { meaning: "Pages on this origin will lose access that requires a trusted origin." },
};
