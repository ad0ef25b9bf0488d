import { Fragment } from "react";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import type { ApiCall } from "../../org-api/api-call.ts";
import { buildApiCommand } from "../../org-api/curl-command.ts";
import styles from "./RealOrg.module.css";

type RealOrgProps = {
  /** Steps in the Admin Console, such as ["Directory", "Groups", "Add group"]; undefined if it has no page for it. */
  consolePath: readonly string[] | undefined;
  note?: string | undefined;
  call: ApiCall | undefined;
  terraform?: string | undefined;
};

export function RealOrg({ consolePath, note, call, terraform }: RealOrgProps) {
  if (!consolePath && !call) return null;
  return (
    <details className={`note ${styles.realOrg}`}>
      <summary>In a real org</summary>
      <p>
        Admin Console: {consolePath ? <ConsolePath steps={consolePath} /> : "no page for this."}
      </p>
      {call ? (
        <Code
          title="Management API, with an API token:"
          copyLabel="Copy as curl"
          text={buildApiCommand(call)}
        />
      ) : (
        <p>Management API: no call for this.</p>
      )}
      {terraform !== undefined && (
        <Code title="Terraform:" copyLabel="Copy as Terraform" text={terraform} />
      )}
      {note && <p>{note}</p>}
    </details>
  );
}

function Code({ title, copyLabel, text }: { title: string; copyLabel: string; text: string }) {
  return (
    <figure>
      <figcaption>
        {title} <CopyButton label={copyLabel} getText={() => text} />
      </figcaption>
      <pre>
        <code>{text}</code>
      </pre>
    </figure>
  );
}

/** Steps can be names of objects, in any script, so each is isolated for bidirectional text. */
function ConsolePath({ steps }: { steps: readonly string[] }) {
  return (
    <strong>
      {steps.map((step, index) => (
        <Fragment key={index}>
          {index > 0 && " > "}
          <bdi>{step}</bdi>
        </Fragment>
      ))}
    </strong>
  );
}
