import { type ReactNode, useEffect, useRef } from "react";
import { afterNextFrame } from "../../after-next-frame.ts";
import { showShort, showText } from "../claims/VisibleText.tsx";
import { ActionButtons, type ActionsProps } from "./ActionButtons.tsx";
import { Causes, Readers, SetUpBehind, Steps } from "./Causes.tsx";
import { listActions } from "./label-set-up-change.ts";
import { SetUpLink } from "./SetUpLink.tsx";
import styles from "./Verdict.module.css";
import { VerdictText } from "./VerdictText.tsx";
import type { ImmediateAction } from "./verdict-data.ts";

type VerdictProps = ActionsProps & {
  /** Moves the focus to the heading, because the response has just been received. */
  takesFocus: boolean;
  children?: ReactNode;
};

export function Verdict({ takesFocus, children, ...props }: VerdictProps) {
  const { verdict } = props;
  const { tone, heading, quote, groups, incomplete, cause, others } = verdict;
  const title = useRef<HTMLHeadingElement>(null);
  const hasCalled = useRef(false);
  const isAlert = tone === "error" || tone === "failed" || quote !== undefined;

  // Waits for a frame, because moving the focus forces a layout. The user may move the focus first.
  useEffect(() => {
    const focused = document.activeElement;
    if (takesFocus)
      afterNextFrame(() => document.activeElement === focused && title.current?.focus());
  }, [takesFocus]);

  // UserInfo's groups replace the button that had the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed heading means a changed verdict
  useEffect(() => {
    if (hasCalled.current) title.current?.focus();
    hasCalled.current = false;
  }, [heading]);

  function act(action: ImmediateAction) {
    hasCalled.current = action.kind === "call-user-info";
    props.onAction(action);
  }
  const buttons = { ...props, onAction: act };

  const isForAdmin = cause?.whoActs === "okta-admin";
  const setUp = isForAdmin ? verdict.setUp : undefined;
  const hasFix =
    setUp || ["change", "change-set-up", "call-user-info"].includes(verdict.primary?.kind ?? "");
  const actions = [...(verdict.primary ? [verdict.primary] : []), ...verdict.secondary];
  return (
    <section
      aria-label="Where are the groups?"
      className={`row ${styles.verdict}`}
      data-tone={tone}
      data-cause={cause?.id}
    >
      <div role={isAlert ? "alert" : undefined} className={styles.main}>
        <VerdictText verdict={verdict} title={title} />
      </div>
      {(actions.length > 0 || setUp || children) && (
        <div className={`row ${styles.actions} no-print`}>
          <ActionButtons {...buttons} actions={actions} />
          {setUp && <SetUpLink setUp={setUp} look={verdict.primary ? "secondary" : "primary"} />}
          {children}
        </div>
      )}
      {incomplete && (
        <div className={`row ${styles.incomplete}`}>
          <div>
            <p>
              <b>{showShort(incomplete.title)}.</b> {showText(incomplete.expected)}
            </p>
            <Steps
              summary="How to get all groups"
              cause={incomplete}
              setUp={verdict.setUp}
              ownOrgQuery={verdict.ownOrgQuery}
            />
          </div>
          <div className={`row ${styles.actions} no-print`}>
            <ActionButtons {...buttons} actions={listActions(incomplete)} />
          </div>
        </div>
      )}
      {(tone === "groups" || cause || others.length > 0 || verdict.behind) && (
        <div className={`row ${styles.more}`}>
          {tone === "groups" && <Readers found={groups} />}
          {cause && (
            <Steps
              cause={cause}
              setUp={setUp ? undefined : verdict.setUp}
              adminUrl={verdict.adminUrl}
              ownOrgQuery={verdict.ownOrgQuery}
              answer={verdict.answer}
              isOpen={isForAdmin && !hasFix}
            />
          )}
          {others.length > 0 && <Causes {...buttons} />}
          {verdict.behind && <SetUpBehind {...verdict.behind} ownOrgQuery={verdict.ownOrgQuery} />}
        </div>
      )}
    </section>
  );
}
