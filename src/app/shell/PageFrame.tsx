import { type ComponentProps, type ReactNode, useId } from "react";
import { Popover } from "../../ui/Popover.tsx";
import type { Preferences } from "../preferences.ts";
import { OrgButton } from "./OrgButton.tsx";
import { PresentButton } from "./PresentButton.tsx";
import styles from "./popover-content.module.css";
import { ShareButton } from "./ShareButton.tsx";
import { Shell } from "./Shell.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

type PageFrameProps = Pick<ComponentProps<typeof Shell>, "page" | "query" | "children"> & {
  org: Omit<ComponentProps<typeof OrgButton>, "popoverId">;
  /** What the org button opens. */
  aboutOrg: ReactNode;
  /** The link that Share offers. */
  link: string;
  preferences: Preferences;
  isPresenting: boolean;
  onPresent: (isPresenting: boolean) => void;
};

/** The header of a page beside the explorer, on which no org is chosen. */
export function PageFrame(props: PageFrameProps) {
  const { page, query, children, org, aboutOrg, link, preferences, isPresenting, onPresent } =
    props;
  const popoverId = useId();
  return (
    <Shell
      page={page}
      query={query}
      org={<OrgButton {...org} popoverId={popoverId} />}
      actions={
        <>
          <ShareButton link={link} />
          <PresentButton isPresenting={isPresenting} onChange={onPresent} />
          <ThemeButton preferences={preferences} />
        </>
      }
    >
      <Popover id={popoverId} label="Okta org">
        <div className={styles.content}>{aboutOrg}</div>
      </Popover>
      {children}
    </Shell>
  );
}
