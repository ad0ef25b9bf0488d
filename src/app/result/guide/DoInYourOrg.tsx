import { Fragment, type ReactNode, useState } from "react";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import { listConsoleSteps } from "../../../okta/set-up-guide/console-steps.ts";
import { writeShellScript } from "../../../okta/set-up-guide/shell-commands.ts";
import { writeTerraform } from "../../../okta/set-up-guide/terraform.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import { showText } from "../claims/VisibleText.tsx";
import styles from "./DoInYourOrg.module.css";

type DoInYourOrgProps = {
  changes: readonly SetUpChange[];
  children?: ReactNode;
};

const ways = [
  { value: "console", label: "Admin Console" },
  { value: "curl", label: "curl" },
  { value: "terraform", label: "Terraform" },
] as const;

export function DoInYourOrg({ changes, children }: DoInYourOrgProps) {
  const [way, setWay] = useState<(typeof ways)[number]["value"]>("console");
  const { text, note } = write(changes, way);
  return (
    <div className={`stack ${styles.guide}`}>
      <div className={`row ${styles.choice}`}>
        <SegmentedControl
          legend="Instructions"
          isLegendHidden
          choices={ways}
          value={way}
          onChange={setWay}
          size="small"
        />
        <CopyButton label="Copy" getText={() => text} />
      </div>
      {note && <p>{note}</p>}
      {way === "console" ? (
        <ol className="numbered">
          {changes.flatMap(listConsoleSteps).map((step, index) => (
            <li key={index}>{showText(step)}</li>
          ))}
        </ol>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        <pre tabIndex={0}>
          {text.split("\n").map((line, index) => (
            <Fragment key={index}>
              {showText(line)}
              {"\n"}
            </Fragment>
          ))}
        </pre>
      )}
      {children}
    </div>
  );
}

function write(
  changes: readonly SetUpChange[],
  way: (typeof ways)[number]["value"],
): { text: string; note?: string } {
  const isOfApp = changes.some(({ kind }) => kind === "set_app_groups_claim");
  switch (way) {
    case "console":
      return {
        text: changes
          .flatMap(listConsoleSteps)
          .map((step, index) => `${index + 1}. ${step}`)
          .join("\n"),
      };
    case "curl": {
      const note =
        "Set OKTA_ORG to your org’s URL and OKTA_API_TOKEN to an API token. IDs differ between orgs.";
      return {
        text: changes.map(writeShellScript).join("\n\n"),
        note: isOfApp
          ? `${note} Okta has no public API for the app’s groups claim: this is the Admin Console’s own, and may change.`
          : note,
      };
    }
    case "terraform": {
      const note = "With the provider okta/okta. IDs differ between orgs.";
      return {
        text: changes
          .map((change, index) =>
            writeTerraform(change, index === 0 ? "example" : `example_${index + 1}`),
          )
          .join("\n\n"),
        note: isOfApp
          ? `${note} With OAuth credentials the provider ignores groups_claim: use an API token.`
          : note,
      };
    }
    default:
      return way satisfies never;
  }
}
