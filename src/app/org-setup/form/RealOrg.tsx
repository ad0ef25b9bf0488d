import { Fragment } from "react";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { buildApiCommand } from "../api/curl-command.ts";
import styles from "./RealOrg.module.css";

type RealOrgProps = {
  /** The way through the Admin Console: ["Directory", "Groups", "Add group"]; undefined where it has none. */
  consolePath: readonly string[] | undefined;
  /** What else there is to know of it. */
  note?: string | undefined;
  /** undefined where Okta's API has no such call. */
  call: ApiCall | undefined;
};

/** How to make the same change in a real org: by hand, and by the API. */
export function RealOrg({ consolePath, note, call }: RealOrgProps) {
  return (
    <details className={styles.realOrg}>
      <summary>In a real org</summary>
      <p>
        Admin Console:{" "}
        {consolePath ? <ConsolePath steps={consolePath} /> : "it has no page for this."}
      </p>
      {call ? (
        <figure>
          <figcaption>
            With an API token, the Management API:{" "}
            <CopyButton label="Copy the curl command" getText={() => buildApiCommand(call)} />
          </figcaption>
          <pre>
            <code>{buildApiCommand(call)}</code>
          </pre>
        </figure>
      ) : (
        <p>Management API: it has no call for this.</p>
      )}
      {note && <p>{note}</p>}
    </details>
  );
}

/** A step may be a name that somebody has given: however that is written, the others stay where they are. */
function ConsolePath({ steps }: { steps: readonly string[] }) {
  return (
    <strong>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps may repeat, and keep their order
        <Fragment key={index}>
          {index > 0 && " > "}
          <bdi>{step}</bdi>
        </Fragment>
      ))}
    </strong>
  );
}
