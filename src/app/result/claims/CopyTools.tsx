import { CopyIconButton } from "../../../ui/CopyIconButton.tsx";
import type { Copied } from "../../../ui/use-copy.ts";
import styles from "./CopyTools.module.css";

type CopyToolsProps = {
  copied: Copied | undefined;
  copy: (id: string, text: string) => void;
  getClaims?: () => string;
  token?: string | undefined;
};

const ids = { claims: "claims as JSON", token: "token" };

export function CopyTools({ copied, copy, getClaims, token }: CopyToolsProps) {
  const isCopied = (id: string) => copied?.id === id && copied.isDone;
  return (
    <div className={`row ${styles.tools}`}>
      {getClaims && (
        <CopyIconButton
          label="Copy claims as JSON"
          text="JSON"
          isCopied={isCopied(ids.claims)}
          onClick={() => copy(ids.claims, getClaims())}
        />
      )}
      {token !== undefined && (
        <CopyIconButton
          label="Copy token"
          text="Token"
          isCopied={isCopied(ids.token)}
          onClick={() => copy(ids.token, token)}
        />
      )}
      <span
        aria-live="polite"
        className={copied && !copied.isDone ? styles.problem : "visually-hidden"}
      >
        {copied &&
          (copied.isDone
            ? "Copied."
            : "Your browser blocked copying. Select the text and copy it.")}
      </span>
    </div>
  );
}
