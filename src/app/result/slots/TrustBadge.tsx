import type { Trust } from "../../../oidc/trust.ts";
import slotStyles from "./Slot.module.css";
import styles from "./TokenSlots.module.css";

/** Shows whether a token is verified, so that nobody mistakes a decoded token for a verified token. */
export function TrustBadge({ trust }: { trust: Trust }) {
  const { look, word } =
    trust.level === "failed" && isOnlyExpired(trust)
      ? { look: "fail", word: "Expired" }
      : badges[trust.level];
  return (
    <span className={`${slotStyles.tag} ${slotStyles.badge}`} data-look={look}>
      {word}
    </span>
  );
}

const badges: Record<Trust["level"], { look: "pass" | "fail" | "neutral"; word: string }> = {
  verified: { look: "pass", word: "Verified" },
  checking: { look: "neutral", word: "Checking…" },
  unverified: { look: "neutral", word: "Not verified" },
  failed: { look: "fail", word: "Failed check" },
};

function isOnlyExpired({ failed }: Extract<Trust, { level: "failed" }>): boolean {
  return failed.every(({ isExpired }) => isExpired);
}

export function TrustReason({ trust }: { trust: Trust }) {
  if (trust.level === "unverified")
    return <p className={`fine-print ${styles.reason}`}>{trust.reason}</p>;
  if (trust.level !== "failed" || isOnlyExpired(trust)) return null;
  return (
    <p className={`fine-print ${styles.reason}`} data-look="fail">
      Failed: {trust.failed.map(({ name }) => name).join(", ")}.
    </p>
  );
}
