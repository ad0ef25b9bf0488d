import { PopoverButton } from "../../ui/Popover.tsx";
import styles from "./OrgButton.module.css";
import shell from "./ShellButton.module.css";

export type OrgState = {
  status: "ready" | "waiting" | "problem" | "unknown";
  /** A few words beside the name: "built in, no account", "starting…". */
  detail: string;
};

type OrgButtonProps = { name: string; state: OrgState; popoverId: string };

/** Which org the page talks to, and whether it responds. Opens the org choice. */
export function OrgButton({ name, state, popoverId }: OrgButtonProps) {
  return (
    <>
      <div className={`${shell.button} ${styles.frame}`}>
        <PopoverButton
          popoverId={popoverId}
          className={styles.button}
          label={`Okta org: ${name}`}
        />
        <span className={styles.dot} data-status={state.status} />
        <bdi className={styles.name} aria-hidden="true">
          {name}
        </bdi>
        <span className={styles.detail} aria-hidden="true">
          {state.detail}
        </span>
        <span aria-hidden="true">▾</span>
      </div>
      <span role="status" className="visually-hidden">
        {`${name}: ${state.detail}`}
      </span>
    </>
  );
}
