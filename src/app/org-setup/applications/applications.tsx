import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import { type Application, applicationSchema } from "../api/okta-objects.ts";
import { applicationsPath, largestPage } from "../api/paths.ts";
import { PlaceLink } from "../PlaceLink.tsx";
import { ResourcePage } from "../resource/ResourcePage.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge } from "../StatusBadge.tsx";
import { buildConsolePath } from "./application-calls.ts";
import { parseLines } from "./lines.ts";

/** The application types in the console's wizard, with the defaults that it sets. */
const kinds = [
  {
    value: "browser",
    label: "Single-Page Application",
    grantTypes: ["authorization_code"],
    authentication: "none",
  },
  {
    value: "web",
    label: "Web Application",
    grantTypes: ["authorization_code"],
    authentication: "client_secret_basic",
  },
  {
    value: "native",
    label: "Native Application",
    grantTypes: ["authorization_code"],
    authentication: "none",
  },
  {
    value: "service",
    label: "API Services",
    grantTypes: ["client_credentials"],
    authentication: "client_secret_basic",
  },
] as const;

type Draft = {
  readonly label: string;
  readonly kind: (typeof kinds)[number]["value"];
  readonly redirectUris: string;
};

function listSettings({ label, kind, redirectUris }: Draft) {
  const { grantTypes, authentication } = kinds.find(({ value }) => value === kind) ?? kinds[0];
  const isService = kind === "service";
  return {
    label,
    kind,
    grantTypes,
    authentication,
    needsPkce: authentication === "none",
    responseTypes: isService ? ["token"] : ["code"],
    // The field is hidden for services, but may hold input from before the type changed.
    redirectUris: isService ? [] : parseLines(redirectUris),
  };
}

/** Applications and Resources > Applications. @see Okta: Applications API */
export const applications: Resource<Application, Draft> = {
  title: "Applications",
  noun: "app",
  intro:
    "Each app has a client ID. To add a groups claim for the org authorization server, open the app’s Sign On tab.",
  consolePath: buildConsolePath(),
  consoleMenu: "Active",
  path: applicationsPath,
  listQuery: largestPage,
  schema: applicationSchema,

  nameOf: ({ label }) => label,
  textOf: ({ id, label }) => `${label} ${id}`,
  section: "applications",
  columns: [
    { header: "Name", render: ({ label }) => <bdi>{showName(label)}</bdi> },
    {
      header: "Client ID",
      render: ({ credentials }) => <code>{credentials.oauthClient.client_id}</code>,
    },
    { header: "Status", render: ({ status }) => <ActiveBadge status={status} /> },
  ],
  empty: "Create one: every request needs an app’s client ID.",

  add: { button: "Create App Integration", submit: "Create", steps: ["OIDC - OpenID Connect"] },
  newDraft: { label: "", kind: "browser", redirectUris: "" },
  fields: (form) => (
    <>
      <TextField label="App integration name" {...form.value("label")} />
      <SelectField label="Application type" options={kinds} {...form.value("kind")} />
      {form.draft.kind !== "service" && (
        <TextArea
          label="Sign-in redirect URIs"
          hint="One per line. The request’s redirect_uri must match one exactly."
          {...form.value("redirectUris", "settings.oauthClient.redirect_uris")}
        />
      )}
    </>
  ),
  buildBody: (draft) => {
    const settings = listSettings(draft);
    return {
      name: "oidc_client",
      label: settings.label,
      signOnMode: "OPENID_CONNECT",
      credentials: {
        oauthClient: {
          token_endpoint_auth_method: settings.authentication,
          pkce_required: settings.needsPkce,
        },
      },
      settings: {
        oauthClient: {
          application_type: settings.kind,
          grant_types: settings.grantTypes,
          response_types: settings.responseTypes,
          redirect_uris: settings.redirectUris,
        },
      },
    };
  },
  describeSaved: ({ id, label, settings }) =>
    settings.oauthClient.application_type === "service" ? (
      <>
        Created <bdi>{showName(label)}</bdi>. It requests tokens for itself, so it needs no
        assignments.{" "}
        <PlaceLink place={{ section: "applications", id }}>See the client secret</PlaceLink>
      </>
    ) : (
      <>
        Created <bdi>{showName(label)}</bdi>. Nobody is assigned yet.{" "}
        <PlaceLink place={{ section: "applications", id, tab: "assignments" }}>
          Assign people or groups
        </PlaceLink>
      </>
    ),
  terraform: {
    type: "okta_app_oauth",
    list: (draft) => {
      const settings = listSettings(draft);
      return [
        ["label", settings.label],
        ["type", settings.kind],
        ["grant_types", settings.grantTypes],
        ["response_types", settings.responseTypes],
        ["redirect_uris", settings.redirectUris],
        ["token_endpoint_auth_method", settings.authentication],
        ["pkce_required", settings.needsPkce],
      ];
    },
  },

  lifecycle: {
    statusOf: ({ status }) => status,
    meanings: {
      ACTIVE:
        "The demo org will refuse its requests, as if the app didn’t exist. Okta’s pages don’t say how a real org responds.",
      INACTIVE: "The org will accept its requests again.",
    },
  },
  deletion: {
    meaning: "This permanently deletes the app, with its assignments and claims.",
    // @see Okta: Applications API, "Delete an application"
    allows: ({ status }) => status === "INACTIVE",
  },
};

const refreshed =
  "Refreshed the list. Okta doesn’t document what this step changes, and the demo org doesn’t need it: its settings apply at once.";

export function Applications() {
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const menuId = useId();
  return (
    <ResourcePage
      resource={applications}
      showActions={(refresh) => (
        <>
          <Button
            aria-expanded={isMenuOpen}
            aria-controls={menuId}
            onClick={() => setIsMenuOpen(!isMenuOpen)}
          >
            More
          </Button>
          <span id={menuId} hidden={!isMenuOpen}>
            <Button look="quiet" onClick={() => refresh(refreshed)}>
              Refresh Application Data
            </Button>
          </span>
        </>
      )}
    />
  );
}
