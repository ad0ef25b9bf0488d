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
        <svg viewBox="0 0 9 5" width="9" fill="currentColor" aria-hidden="true">
          <path d="M0 0h9L4.5 5z" />
        </svg>
      </div>
      <span role="status" className="visually-hidden">
        {`${name}: ${state.detail}`}
      </span>
    </>
  );
}
