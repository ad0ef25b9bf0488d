import { CopyButton } from "../../../ui/CopyButton.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { buildApiCommand } from "../api/curl-command.ts";
import styles from "./RealOrg.module.css";

type RealOrgProps = {
  /** The way through the Admin Console: ["Directory", "Groups", "Add group"]. */
  consolePath: readonly string[];
  /** undefined where Okta's API has no such call. */
  call: ApiCall | undefined;
};

/** How to make the same change in a real org: by hand, and by the API. */
export function RealOrg({ consolePath, call }: RealOrgProps) {
  return (
    <details className={styles.realOrg}>
      <summary>In a real org</summary>
      <p>
        Admin Console:{" "}
        {consolePath.map((step, index) => (
          <span key={step}>
            {index > 0 && " > "}
            <strong>{step}</strong>
          </span>
        ))}
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
        <p>Okta’s API has no call for this.</p>
      )}
    </details>
  );
}
