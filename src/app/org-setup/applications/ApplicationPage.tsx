import type { ReactNode } from "react";
import type { Place } from "../../set-up-places.ts";
import { type Application, applicationSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { LoadedPage } from "../form/LoadedPage.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { OnOrOff } from "../status/OnOrOff.tsx";
import { Tabs } from "../Tabs.tsx";
import { ApplicationButtons } from "./ApplicationButtons.tsx";
import { Assignments } from "./Assignments.tsx";
import { buildApplicationPath } from "./application-calls.ts";
import { type ApplicationTab, applicationTabs } from "./application-tabs.ts";
import { General } from "./General.tsx";
import { SignOn } from "./SignOn.tsx";

type ApplicationPageProps = { id: string; tab: string | undefined };

const back = { section: "applications", name: "All applications" } as const;

/** One app, with the console's tabs. */
export function ApplicationPage({ id, tab }: ApplicationPageProps) {
  const [application, reload] = useAnswer(buildApplicationPath(id), applicationSchema);
  const current = applicationTabs.find((it) => it.tab === tab) ?? applicationTabs[0];
  const place: Place = { section: "applications", id };
  return (
    <LoadedPage answer={application} back={back} title="Application">
      {(it) => (
        <>
          <PageHeading
            title={it.label}
            tab={current.name}
            back={back}
            id={{ label: "Client ID", value: it.credentials.oauthClient.client_id }}
            status={<OnOrOff status={it.status} />}
            actions={<ApplicationButtons application={it} onChange={reload} />}
          />
          <Tabs label="Application" place={place} tabs={applicationTabs} current={current.tab} />
          {showTab(current.tab, it, reload)}
        </>
      )}
    </LoadedPage>
  );
}

function showTab(tab: ApplicationTab, application: Application, onChange: () => void): ReactNode {
  switch (tab) {
    case "general":
      return <General application={application} onChange={onChange} />;
    case "sign-on":
      return <SignOn application={application} />;
    case "assignments":
      return <Assignments application={application} />;
    default:
      return tab satisfies never;
  }
}
