import { useId } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Popover, PopoverButton } from "../../ui/Popover.tsx";
import styles from "./popover-content.module.css";
import shell from "./ShellButton.module.css";

/** A link with the whole request, and never a token. */
export function ShareButton({ link }: { link: string }) {
  const id = useId();
  return (
    <>
      <PopoverButton popoverId={id} className={shell.button}>
        Share
      </PopoverButton>
      <Popover id={id} label="Share">
        <div className={styles.content}>
          <label htmlFor={`${id}-link`}>Link to this page</label>
          <input
            id={`${id}-link`}
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
          <p>It opens the page with the same request. It never contains a token.</p>
          <CopyButton label="Copy link" getText={() => link} />
        </div>
      </Popover>
    </>
  );
}
