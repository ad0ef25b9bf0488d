import type { ReactNode } from "react";
import type { DemoOrgHandle } from "./demo-org-status.ts";
import { PartFailure } from "./PartFailure.tsx";
import type { Preferences } from "./preferences.ts";
import type { TabStorage } from "./tab-storage.ts";
import { render } from "./view.tsx";

type PageProps = { demoOrg: DemoOrgHandle; preferences: Preferences; storage: TabStorage };

export async function openPage(
  root: Element,
  query: URLSearchParams,
  props: PageProps,
): Promise<void> {
  const [name, load] = query.has("setup")
    ? (["The set-up", loadSetUp] as const)
    : query.has("decode")
      ? (["Decode", loadDecode] as const)
      : (["The list of lessons", loadLessons] as const);
  render(root, await load(props).catch(() => <PartFailure part={name} />));
}

async function loadSetUp({ demoOrg, preferences }: PageProps): Promise<ReactNode> {
  if (import.meta.env.DEMO_ORG === "off") {
    const { NoDemoOrgPage } = await import("./NoDemoOrgPage.tsx");
    return <NoDemoOrgPage preferences={preferences} />;
  }
  const { SetUpPage } = await import("./set-up-pages/SetUpPage.tsx");
  return <SetUpPage demoOrg={demoOrg} preferences={preferences} />;
}

async function loadDecode(props: PageProps): Promise<ReactNode> {
  const { DecodePage } = await import("./decode/DecodePage.tsx");
  return <DecodePage {...props} />;
}

async function loadLessons({ demoOrg, preferences }: PageProps): Promise<ReactNode> {
  const { LessonsPage } = await import("./lessons/list/LessonsPage.tsx");
  return <LessonsPage demoOrg={demoOrg} preferences={preferences} />;
}
