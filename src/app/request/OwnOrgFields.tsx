import { listAllowedOrgs } from "../../oidc/allowed-orgs.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { findServerInDomain } from "../own-org.ts";
import { hintId } from "./highlight.ts";
import { MetadataDetails } from "./MetadataDetails.tsx";
import styles from "./OwnOrgFields.module.css";
import type { RequestFieldProps } from "./RequestFields.tsx";
import type { MetadataState } from "./use-metadata.ts";

type Field = "domain" | "clientId";

type OwnOrgFieldsProps = Omit<RequestFieldProps, "showsProblems"> & {
  metadata: MetadataState;
  visibleProblems: Record<Field, string | undefined>;
  onLeave: (field: Field) => void;
};

export function OwnOrgFields(props: OwnOrgFieldsProps) {
  const { choice, draft, metadata, visibleProblems, onLeave, onChange, onHighlight } = props;
  const { ownOrg, request } = draft;
  const allowedOrgs = listAllowedOrgs();
  const changeDomain = (domain: string) => onChange({ domain, ...findServerInDomain(domain) });
  return (
    <>
      {allowedOrgs ? (
        <SelectField
          label="Okta domain"
          value={ownOrg?.orgUrl ?? ""}
          options={[{ value: "", label: "Choose an org" }, ...allowedOrgs.map(toOption)]}
          onChange={changeDomain}
          error={choice.domain === "" ? visibleProblems.domain : draft.problems.domain}
        />
      ) : (
        <TextField
          label="Okta domain"
          value={choice.domain}
          onChange={changeDomain}
          onFocus={() => onHighlight({ parameter: "endpoint" })}
          onBlur={() => onLeave("domain")}
          error={visibleProblems.domain}
          message={ownOrg?.notes.join(" ")}
          placeholder="dev-123.okta.com"
          inputMode="url"
          describedBy={hintId}
          data-parameter="endpoint"
        />
      )}
      <TextField
        label="Client ID"
        value={choice.clientId}
        onChange={(clientId) => onChange({ clientId })}
        onFocus={() => onHighlight({ parameter: "client_id" })}
        onBlur={() => onLeave("clientId")}
        error={visibleProblems.clientId ?? findUnknownClient(metadata)}
        placeholder="0oa…"
        describedBy={hintId}
        data-parameter="client_id"
      />
      <div className={styles.redirectUri}>
        <p>Register exactly this sign-in redirect URI in your app:</p>
        <code>{request.redirectUri}</code>
        <CopyButton label="Copy redirect URI" getText={() => request.redirectUri} />
      </div>
      <MetadataDetails metadata={metadata} onTakeIssuer={changeDomain} />
      <AppSteps />
    </>
  );
}

function findUnknownClient(metadata: MetadataState): string | undefined {
  return metadata.status === "done" && metadata.isClientUnknown
    ? "The org responds, but has no app with this client ID."
    : undefined;
}

/** @see Okta: Implement the implicit grant; Customize tokens returned from Okta with a Groups claim */
function AppSteps() {
  return (
    <details className={styles.steps}>
      <summary>No app yet? Create one in Okta</summary>
      <ol className="numbered">
        <li>
          <b>Applications and Resources &gt; Applications &gt; Create App Integration</b>: choose
          OIDC - OpenID Connect, then Single-Page Application.
        </li>
        <li>
          <b>Grant type &gt; Advanced</b>: select Implicit (hybrid) and both Allow boxes. Keep
          Authorization Code for Code + PKCE.
        </li>
        <li>
          <b>Sign-in redirect URIs</b>: add the URI above.
        </li>
        <li>
          <b>Assignments</b>: assign the people who sign in. Save, and copy the client ID.
        </li>
        <li>
          <b>Sign On &gt; OpenID Connect ID Token &gt; Edit</b>: set the groups claim to Filter,{" "}
          <code>groups</code>, Matches regex <code>.*</code>. If that section is missing, choose
          Show legacy configuration.
        </li>
      </ol>
    </details>
  );
}

function toOption(orgUrl: string) {
  return { value: orgUrl, label: new URL(orgUrl).host };
}
