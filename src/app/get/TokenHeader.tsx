import type { JsonObject } from "../../oidc/json.ts";
import styles from "./RawToken.module.css";

/** The token's header: which key signed it, and how (RFC 7515 §4.1). */
export function TokenHeader({ header }: { header: JsonObject }) {
  return (
    <details className={styles.details}>
      <summary>Header: which key signed it</summary>
      <pre className={styles.code}>{JSON.stringify(header, undefined, 2)}</pre>
    </details>
  );
}
