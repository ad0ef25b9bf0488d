import type { JsonValue } from "../../oidc/json.ts";
import { Timestamp } from "../../ui/Timestamp.tsx";
import styles from "./ClaimValue.module.css";

type ClaimValueProps = {
  value: JsonValue;
  /** Set where the claim holds a NumericDate: it is then shown as a date, too, as seen from this moment. */
  nowSeconds?: number;
};

/** A claim's value as JSON, and where it is a moment as a date too. */
export function ClaimValue({ value, nowSeconds }: ClaimValueProps) {
  return (
    <span className={styles.value}>
      <code>{JSON.stringify(value, undefined, 1)}</code>
      {nowSeconds !== undefined && typeof value === "number" && (
        <small>
          <Timestamp seconds={value} nowSeconds={nowSeconds} />
        </small>
      )}
    </span>
  );
}
