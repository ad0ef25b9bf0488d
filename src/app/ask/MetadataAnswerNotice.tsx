import type { Metadata, MetadataAnswer } from "../../oidc/discovery.ts";
import { Callout } from "../../ui/Callout.tsx";
import { explainMetadataProblem } from "../metadata-problem.ts";
import styles from "./MetadataAnswerNotice.module.css";

/** What an org says of one of its servers, or why it cannot be read. Sending stays possible either way. */
export function MetadataAnswerNotice({ answer }: { answer: MetadataAnswer }) {
  if (answer.kind !== "read") {
    return (
      <div role="status">
        <Callout kind="warning">
          <p>{explainMetadataProblem(answer)}</p>
          <p>
            You can send the request all the same
            {answer.kind === "unreachable"
              ? ": the browser may get through where a page may not."
              : ", and see what comes of it."}
          </p>
        </Callout>
      </div>
    );
  }
  return (
    <div role="status">
      <details className={styles.endpoints}>
        <summary>The server answers: see its endpoints</summary>
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
