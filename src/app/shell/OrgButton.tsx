import { PopoverButton } from "../../ui/Popover.tsx";
import styles from "./ShellButtons.module.css";

export type OrgState = {
  status: "ready" | "waiting" | "problem" | "unknown";
  detail: string;
};

type OrgButtonProps = { name: string; state: OrgState; popoverId: string };

export function OrgButton({ name, state, popoverId }: OrgButtonProps) {
  return (
    <>
      <div className={`${styles.button} ${styles.frame}`}>
        <PopoverButton popoverId={popoverId} className={styles.cover} label={`Okta org: ${name}`} />
        <span className={styles.dot} data-status={state.status} />
        <bdi className={styles.name} aria-hidden="true">
          {name}
        </bdi>
        <span className={styles.detail} aria-hidden="true">
          {state.detail}
        </span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 6h8l-4 5z" fill="currentColor" />
        </svg>
      </div>
      <span role="status" className="visually-hidden">
        {`${name}: ${state.detail}`}
      </span>
    </>
  );
}
