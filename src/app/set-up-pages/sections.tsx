import type { ReactNode } from "react";
import type { Section, SetUpLocation } from "../set-up-places.ts";
import { ApplicationPage } from "./applications/ApplicationPage.tsx";
import { Applications } from "./applications/applications.tsx";
import { OrgServerPage } from "./authorization-servers/OrgServerPage.tsx";
import { ServerPage } from "./authorization-servers/ServerPage.tsx";
import { servers } from "./authorization-servers/servers.tsx";
import { GroupPage } from "./groups/GroupPage.tsx";
import { GroupRules } from "./groups/group-rules.tsx";
import { groups } from "./groups/groups.tsx";
import { PersonPage } from "./people/PersonPage.tsx";
import { people } from "./people/people.tsx";
import { ResourcePage } from "./resource/ResourcePage.tsx";
import { SystemLog } from "./system-log/SystemLog.tsx";
import { trustedOrigins } from "./trusted-origins/trusted-origins.tsx";
import { WholeOrg } from "./whole-org/WholeOrg.tsx";

type SectionEntry = {
  readonly part: string;
  readonly name: string;
  readonly show: (place: SetUpLocation) => ReactNode;
};

/** The set-up pages, in the order of the Admin Console's menu. */
export const sectionEntries: Readonly<Record<Section, SectionEntry>> = {
  people: {
    part: "Directory",
    name: "People",
    show: ({ id }) =>
      id === undefined ? <ResourcePage resource={people} /> : <PersonPage key={id} id={id} />,
  },
  groups: {
    part: "Directory",
    name: "Groups",
    show: ({ id }) =>
      id === undefined ? <ResourcePage resource={groups} /> : <GroupPage key={id} id={id} />,
  },
  "group-rules": { part: "Directory", name: "Group rules", show: () => <GroupRules /> },
  applications: {
    part: "Applications and Resources",
    name: "Applications",
    show: ({ id, tab }) =>
      id === undefined ? <Applications /> : <ApplicationPage key={id} id={id} tab={tab} />,
  },
  "authorization-servers": {
    part: "Security > API",
    name: "Authorization Servers",
    show: ({ id, tab, app }) => {
      if (id === undefined) return <ResourcePage resource={servers} />;
      // The org authorization server has no ID.
      if (id === "org") return <OrgServerPage key={app} app={app} />;
      return <ServerPage key={id} id={id} tab={tab} />;
    },
  },
  "trusted-origins": {
    part: "Security > API",
    name: "Trusted Origins",
    show: () => <ResourcePage resource={trustedOrigins} />,
  },
  "system-log": { part: "Reports", name: "System Log", show: () => <SystemLog /> },
  "demo-org": { part: "Demo org", name: "Export, import, reset", show: () => <WholeOrg /> },
};
