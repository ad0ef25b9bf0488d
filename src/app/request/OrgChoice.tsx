import { type KeyboardEvent, useRef, useState } from "react";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { DemoOrgProblem } from "../DemoOrgProblem.tsx";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { hasDemoOrg } from "../has-demo-org.ts";
import { hintId } from "./highlight.ts";
import { OwnOrgFields } from "./OwnOrgFields.tsx";
import type { RequestFieldProps } from "./RequestFields.tsx";
import type { MetadataState } from "./use-metadata.ts";
import { useTouched } from "./use-touched.ts";

export type OrgChoiceProps = RequestFieldProps & {
  demoOrg: DemoOrgStatus;
  metadata: MetadataState;
  onRetryDemoOrg: () => void;
};

const orgs = [
  { value: "demo", label: "Demo org" },
  { value: "own", label: "My Okta org" },
] as const;

/** The content of the popover that the Okta org button opens. */
export function OrgChoice(props: OrgChoiceProps) {
  const { choice, draft, showsProblems, onChange, onHighlight } = props;
  const content = useRef<HTMLDivElement>(null);
  const { isTouched, touch } = useTouched(showsProblems);
  const { problems } = draft;
  // A link can fill in fields that the user never visits, so their problems are shown at once.
  const [isGiven] = useState({ domain: choice.domain !== "", clientId: choice.clientId !== "" });
  const findProblem = (field: keyof typeof isGiven) =>
    isGiven[field] || isTouched(field) ? problems[field] : undefined;

  /** Closes the popover on Enter, unless a field is invalid. Without this, Enter would send the form. */
  function applyOnEnter(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    touch("domain");
    touch("clientId");
    if (!problems.domain && !problems.clientId) {
      content.current?.closest<HTMLElement>("[popover]")?.hidePopover();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter belongs to the fields inside
    <div ref={content} className="stack" onKeyDown={applyOnEnter}>
      {hasDemoOrg && (
        <SegmentedControl
          legend="Okta org"
          choices={orgs}
          value={choice.org}
          onChange={(org) => onChange({ org })}
          onHighlight={() => onHighlight({ parameter: "endpoint" })}
          describedBy={hintId}
        />
      )}
      {choice.org === "demo" ? (
        <DemoOrg {...props} />
      ) : (
        <OwnOrgFields
          {...props}
          visibleProblems={{
            domain: findProblem("domain"),
            clientId: findProblem("clientId"),
          }}
          onLeave={touch}
        />
      )}
    </div>
  );
}

function DemoOrg({ demoOrg, onRetryDemoOrg }: OrgChoiceProps) {
  if (demoOrg.status === "unavailable") {
    return <DemoOrgProblem reason={demoOrg.reason} onRetry={onRetryDemoOrg} />;
  }
  return (
    <p className="note">
      {demoOrg.status === "ready"
        ? "An Okta org that runs in your browser. It needs no account and no network."
        : "Starting the demo org in your browser…"}{" "}
      <a href={`?setup${location.search.replace("?", "&")}`}>Set it up</a>
    </p>
  );
}
