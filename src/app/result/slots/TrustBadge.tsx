import type { Trust } from "../../../oidc/trust.ts";
import styles from "./TrustBadge.module.css";

/** Says beside a token's name whether it is verified: a decoded token must not pass for a verified one. */
export function TrustBadge({ trust }: { trust: Trust }) {
  const { look, word } = describe(trust);
  return (
    <span className={styles.badge} data-look={look}>
      {word}
    </span>
  );
}

function describe(trust: Trust): { look: "pass" | "fail" | "neutral"; word: string } {
  switch (trust.level) {
    case "verified":
      return { look: "pass", word: "Verified" };
    case "checking":
      return { look: "neutral", word: "Checking…" };
    case "unverified":
      return { look: "neutral", word: "Not verified" };
    case "failed":
      return { look: "fail", word: isOnlyExpired(trust) ? "Expired" : "Failed check" };
    default:
      return trust satisfies never;
  }
}

function isOnlyExpired({ failed }: Extract<Trust, { level: "failed" }>): boolean {
  return failed.every(({ id }) => id === "id_token.exp" || id === "access_token.exp");
}

export function TrustReason({ trust }: { trust: Trust }) {
  if (trust.level === "unverified") return <p className={styles.reason}>{trust.reason}</p>;
  if (trust.level !== "failed" || isOnlyExpired(trust)) return null;
  return (
    <p className={styles.reason} data-look="fail">
      Failed: {trust.failed.map(({ name }) => name).join(", ")}.
    </p>
  );
}
