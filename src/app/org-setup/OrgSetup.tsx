import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { DemoOrgProblem } from "../DemoOrgProblem.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import type { Place } from "../set-up-places.ts";
import { mainId } from "../shell/Shell.tsx";
import { createOrgApi } from "./api/org-api.ts";
import { OrgApiProvider } from "./api/org-api-context.ts";
import { createOwnChanges } from "./api/own-changes.ts";
import { ApplicationPage } from "./applications/ApplicationPage.tsx";
import { Applications } from "./applications/Applications.tsx";
import { AuthorizationServersSection } from "./authorization-servers/AuthorizationServersSection.tsx";
import { CurrentPlace } from "./current-place.ts";
import { GroupPage } from "./groups/GroupPage.tsx";
import { Groups } from "./groups/Groups.tsx";
import { Menu } from "./Menu.tsx";
import styles from "./OrgSetup.module.css";
import { Navigation } from "./PlaceLink.tsx";
import { People } from "./people/People.tsx";
import { PersonPage } from "./people/PersonPage.tsx";
import { SystemLog } from "./system-log/SystemLog.tsx";
import { TrustedOrigins } from "./trusted-origins/TrustedOrigins.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { usePlace } from "./use-place.ts";
import { WholeOrg } from "./whole-org/WholeOrg.tsx";

type OrgSetupProps = { demoOrg: DemoOrgHandle };

/** The demo org's set-up pages, with the menu and the terms of Okta's Admin Console. */
export function OrgSetup({ demoOrg }: OrgSetupProps) {
  const demoOrgStatus = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [place, navigate] = usePlace();
  const main = useKeptFocus();
  const connection = useMemo(
    () => ({
      api: createOrgApi(demoOrg.orgUrl, (...call) => fetch(...call)),
      ownChanges: createOwnChanges(),
    }),
    [demoOrg.orgUrl],
  );

  return (
    <Navigation value={navigate}>
      <OrgApiProvider value={connection}>
        <CurrentPlace value={place}>
          <div className={styles.page}>
            <Menu place={place} />
            <main ref={main} id={mainId} tabIndex={-1} className={styles.main}>
              {demoOrgStatus.status === "ready" && (
                <PartBoundary key={place.section} part="This page">
                  {showPlace(place)}
                </PartBoundary>
              )}
              {demoOrgStatus.status === "starting" && (
                <p role="status">Starting the demo org in this browser…</p>
              )}
              {demoOrgStatus.status === "unavailable" && (
                <DemoOrgProblem reason={demoOrgStatus.reason} onRetry={demoOrg.retry} />
              )}
            </main>
          </div>
        </CurrentPlace>
      </OrgApiProvider>
    </Navigation>
  );
}

function showPlace(place: Place): ReactNode {
  const { section, id, tab } = place;
  switch (section) {
    case "people":
      return id === undefined ? <People /> : <PersonPage key={id} id={id} />;
    case "groups":
      return id === undefined ? <Groups /> : <GroupPage key={id} id={id} />;
    case "applications":
      return id === undefined ? <Applications /> : <ApplicationPage key={id} id={id} tab={tab} />;
    case "authorization-servers":
      return <AuthorizationServersSection place={place} />;
    case "trusted-origins":
      return <TrustedOrigins />;
    case "system-log":
      return <SystemLog />;
    case "demo-org":
      return <WholeOrg />;
    default:
      return section satisfies never;
  }
}
