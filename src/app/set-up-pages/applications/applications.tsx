import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type Application, applicationSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import { getAt, getTexts } from "../form/body.ts";
import { LinesField } from "../form/LinesField.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import { ResourcePage } from "../resource/ResourcePage.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge } from "../StatusBadge.tsx";
import { buildConsolePath } from "./application-calls.ts";

/** The application types in the console's wizard. */
const kinds = [
  { value: "browser", label: "Single-Page Application" },
  { value: "web", label: "Web Application" },
  { value: "native", label: "Native Application" },
  { value: "service", label: "API Services" },
] as const;

const kindPath = "settings.oauthClient.application_type";
const redirectUrisPath = "settings.oauthClient.redirect_uris";

/** Applications and Resources > Applications. @see Okta: Applications API */
export const applications: Resource<Application> = {
  title: "Applications",
  noun: "application",
  intro:
    "Each app has a client ID. To add a groups claim for the org authorization server, open the app’s Sign On tab.",
  consolePath: buildConsolePath(),
  consoleMenu: "Active",
  path: paths.applications,
  schema: applicationSchema,

  nameOf: ({ label }) => label,
  textOf: ({ id, label }) => `${label} ${id}`,
  section: "applications",
  columns: [
    {
      header: "Client ID",
      render: ({ credentials }) => <code>{credentials.oauthClient.client_id}</code>,
    },
    { header: "Status", render: ({ status }) => <ActiveBadge status={status} /> },
  ],
  empty: "Create one: every request needs an app’s client ID.",

  add: { button: "Create App Integration", submit: "Create", steps: ["OIDC - OpenID Connect"] },
  newBody: {
    name: "oidc_client",
    label: "",
    signOnMode: "OPENID_CONNECT",
    settings: { oauthClient: { application_type: "browser", redirect_uris: [] } },
  },
  fields: (form) => (
    <>
      <TextField label="App integration name" {...form.text("label")} />
      <SelectField label="Application type" options={kinds} {...form.text(kindPath)} />
      {getAt(form.body, kindPath) !== "service" && (
        <LinesField
          label="Sign-in redirect URIs"
          hint="One per line. The request’s redirect_uri must match one exactly."
          {...form.requiredList("Enter at least one URI.", redirectUrisPath)}
        />
      )}
    </>
  ),
  // The defaults that the console's wizard sets.
  buildBody: (body) => {
    const kind = getAt(body, kindPath);
    const isService = kind === "service";
    const isPublic = kind === "browser" || kind === "native";
    return {
      ...body,
      credentials: {
        oauthClient: {
          token_endpoint_auth_method: isPublic ? "none" : "client_secret_basic",
          pkce_required: isPublic,
        },
      },
      settings: {
        oauthClient: {
          application_type: kind,
          grant_types: [isService ? "client_credentials" : "authorization_code"],
          response_types: [isService ? "token" : "code"],
          // The field is hidden for services, but may hold input from before the type changed.
          redirect_uris: isService ? [] : getTexts(body, redirectUrisPath),
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
    paths: {
      label: "label",
      type: kindPath,
      grant_types: "settings.oauthClient.grant_types",
      response_types: "settings.oauthClient.response_types",
      redirect_uris: redirectUrisPath,
      token_endpoint_auth_method: "credentials.oauthClient.token_endpoint_auth_method",
      pkce_required: "credentials.oauthClient.pkce_required",
    },
  },

  lifecycle: {
    ACTIVE:
      "The demo org will refuse the app’s requests, as if it didn’t exist. Okta’s pages don’t say how a real org responds.",
    INACTIVE: "The org will accept its requests again.",
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
