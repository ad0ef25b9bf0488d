import type { Metadata } from "../../oidc/discovery.ts";
import { Callout } from "../../ui/Callout.tsx";
import { explainMetadataProblem } from "../metadata-problem.ts";
import styles from "./MetadataNotice.module.css";
import type { MetadataState } from "./use-metadata.ts";

/** What the person's own org says of itself, or why it cannot be read. Sending stays possible either way. */
export function MetadataNotice({ metadata }: { metadata: MetadataState }) {
  if (metadata.status === "unasked") return null;
  if (metadata.status === "reading") {
    return (
      <p role="status" className={styles.reading}>
        Reading the server’s metadata…
      </p>
    );
  }
  const { answer } = metadata;
  if (answer.kind !== "read") {
    return (
      <div role="status">
        <Callout kind="warning">
          <p>{explainMetadataProblem(answer)}</p>
          <p>
            You can send the request all the same: the browser may get through where a page may not.
          </p>
        </Callout>
      </div>
    );
  }
  return (
    <div role="status">
      <details className={styles.endpoints}>
        <summary>The server answers. Its endpoints</summary>
        <dl>
          {endpointsOf(answer.metadata).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function endpointsOf(metadata: Metadata): readonly (readonly [string, string])[] {
  return [
    ["Issuer", metadata.issuer],
    ["Authorization endpoint", metadata.authorizationEndpoint],
    ["UserInfo endpoint", metadata.userinfoEndpoint ?? "none"],
    ["Keys", metadata.jwksUri],
    ["Scopes it publishes", metadata.scopesSupported.join(" ")],
  ];
}
