import type { JsonValue } from "../../oidc/json.ts";
import { Timestamp } from "../../ui/Timestamp.tsx";
import styles from "./ClaimValue.module.css";
import { cutLongText } from "./LongText.tsx";

type ClaimValueProps = {
  value: JsonValue;
  /** Set where the claim holds a NumericDate: it is then shown as a date, too, as seen from this moment. */
  nowSeconds?: number;
};

/** A claim's value as JSON, and where it is a moment as a date too. */
export function ClaimValue({ value, nowSeconds }: ClaimValueProps) {
  return (
    <>
      <code className={styles.value}>{cutLongText(write(value))}</code>
      {nowSeconds !== undefined && typeof value === "number" && (
        <small className={styles.moment}>
          <Timestamp seconds={value} nowSeconds={nowSeconds} />
        </small>
      )}
    </>
  );
}

/** Lists on one line, for they are short; objects a member a line. */
function write(value: JsonValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : JSON.stringify(value, undefined, 2);
}
