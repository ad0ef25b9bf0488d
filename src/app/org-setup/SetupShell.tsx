import { type ReactNode, useId, useState, useSyncExternalStore } from "react";
import { Popover } from "../../ui/Popover.tsx";
import { DemoOrgProblem } from "../DemoOrgProblem.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { describeDemoOrg } from "../describe-org.ts";
import type { Preferences } from "../preferences.ts";
import { buildExplorerQuery } from "../set-up-places.ts";
import { OrgButton } from "../shell/OrgButton.tsx";
import { PresentButton } from "../shell/PresentButton.tsx";
import styles from "../shell/popover-content.module.css";
import { ShareButton } from "../shell/ShareButton.tsx";
import { Shell } from "../shell/Shell.tsx";
import { ThemeButton } from "../shell/ThemeButton.tsx";

type SetupShellProps = {
  demoOrg: DemoOrgHandle;
  preferences: Preferences;
  children: ReactNode;
};

/** The shell of the demo org's set-up pages. */
export function SetupShell({ demoOrg, preferences, children }: SetupShellProps) {
  const status = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const popoverId = useId();
  const query = buildExplorerQuery(location.search);
  const [isPresenting, setPresenting] = useState(new URLSearchParams(query).has("present"));
  return (
    <Shell
      page="demo-org"
      query={query}
      org={<OrgButton {...describeDemoOrg(status)} popoverId={popoverId} />}
      actions={
        <>
          <ShareButton link={location.href} />
          <PresentButton isPresenting={isPresenting} onChange={setPresenting} />
          <ThemeButton preferences={preferences} />
        </>
      }
    >
      <Popover id={popoverId} label="Okta org">
        <div className={styles.content}>
          {status.status === "unavailable" ? (
            <DemoOrgProblem reason={status.reason} onRetry={demoOrg.retry} />
          ) : (
            <p>
              These pages set up the demo org in this browser. Explore can use another org, too.
            </p>
          )}
        </div>
      </Popover>
      {children}
    </Shell>
  );
}
