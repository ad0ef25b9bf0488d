import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { shorten } from "../../shorten.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { showText } from "../claims/VisibleText.tsx";
import { Causes, Readers, SetUpBehind, Steps } from "./Causes.tsx";
import { FoundGroupsList } from "./FoundGroupsList.tsx";
import { labelSetUpChange } from "./label-set-up-change.ts";
import { type ApplySetUpChange, SetUpChangeButton } from "./SetUpChangeButton.tsx";
import { SetUpLink } from "./SetUpLink.tsx";
import styles from "./Verdict.module.css";
import type { ImmediateAction, Verdict as VerdictData } from "./verdict-data.ts";

type VerdictProps = {
  verdict: VerdictData;
  userInfo: UserInfoCall;
  /** Whether a button here may send a request at once. */
  canSend: boolean;
  /** The run has just arrived: its heading gets the focus. */
  takesFocus: boolean;
  onAction: (action: ImmediateAction) => void;
  onChangeSetUp: ApplySetUpChange;
  /** Links beside the buttons. */
  children?: ReactNode;
};

/** Where the groups are; or why there are none, and the button that changes it. */
export function Verdict(props: VerdictProps) {
  const { verdict, userInfo, canSend, takesFocus, onAction, onChangeSetUp } = props;
  const { tone, heading, quote, groups, sentences, user, incomplete, cause, others } = verdict;
  const title = useRef<HTMLHeadingElement>(null);
  const hasCalled = useRef(false);
  const isAlert = tone === "error" || tone === "failed" || quote !== undefined;

  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);

  // UserInfo's groups replace the button that had the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another heading is another verdict
  useEffect(() => {
    if (hasCalled.current) title.current?.focus();
    hasCalled.current = false;
  }, [heading]);

  function act(action: ImmediateAction) {
    hasCalled.current = action.kind === "call-user-info";
    onAction(action);
  }

  const isForAdmin = cause?.whoActs === "okta-admin";
  const setUp = isForAdmin ? verdict.setUp : undefined;
  const hasFix =
    setUp || ["change", "change-set-up", "call-user-info"].includes(verdict.primary?.kind ?? "");
  const actions = [...(verdict.primary ? [verdict.primary] : []), ...verdict.secondary].filter(
    ({ kind }) => canSend || ["call-user-info", "show-run", "exchange-code"].includes(kind),
  );
  return (
    <section
      aria-label="Where are the groups?"
      className={styles.verdict}
      data-tone={tone}
      data-cause={cause?.id}
    >
      <div role={isAlert ? "alert" : undefined} className={styles.main}>
        <h2 ref={title} tabIndex={-1}>
          {showText(shorten(heading))}
        </h2>
        {tone === "groups" && <FoundGroupsList groups={groups} />}
        {quote && <Quote {...quote} />}
        {(sentences.length > 0 || user) && (
          <p>
            {sentences.map((sentence) => (
              <span key={sentence}>{showText(shorten(sentence))} </span>
            ))}
            {user && <User {...user} />}
          </p>
        )}
        {tone !== "groups" && groups.length > 0 && (
          <>
            <p>It lists these groups, but don’t rely on them:</p>
            <FoundGroupsList groups={groups} isDoubtful />
          </>
        )}
      </div>
      {(actions.length > 0 || setUp || props.children) && (
        <div className={styles.actions}>
          {actions.map((action) =>
            action.kind === "change-set-up" ? (
              <SetUpChangeButton
                key={action.label}
                label={action.label}
                change={action.change}
                isPrimary={action === verdict.primary}
                orgSetUp={verdict.orgSetUp}
                setUp={verdict.setUp}
                onApply={onChangeSetUp}
              />
            ) : (
              <ActionButton
                key={action.kind === "change" ? action.label : action.kind}
                action={action}
                isPrimary={action === verdict.primary}
                userInfo={userInfo}
                onAct={act}
              />
            ),
          )}
          {setUp && <SetUpLink setUp={setUp} look={verdict.primary ? "secondary" : "primary"} />}
          {props.children}
        </div>
      )}
      {incomplete && (
        <Incomplete>
          <div>
            <p>
              <b>{showText(shorten(incomplete.title))}.</b> {showText(incomplete.expected)}
            </p>
            <Steps reason={incomplete} setUp={undefined} ownOrgQuery={verdict.ownOrgQuery} />
          </div>
          <div className={styles.actions}>
            {incomplete.setUpChange && canSend && (
              <SetUpChangeButton
                label={labelSetUpChange(incomplete.setUpChange)}
                change={incomplete.setUpChange}
                isPrimary={false}
                orgSetUp={verdict.orgSetUp}
                setUp={verdict.setUp}
                onApply={onChangeSetUp}
              />
            )}
            {verdict.setUp && <SetUpLink setUp={verdict.setUp} look="secondary" />}
          </div>
        </Incomplete>
      )}
      {(tone === "groups" || cause || others.length > 0 || verdict.behind) && (
        <div className={styles.more}>
          {verdict.behind && <SetUpBehind {...verdict.behind} ownOrgQuery={verdict.ownOrgQuery} />}
          {tone === "groups" && <Readers found={groups} />}
          {cause && (
            <Steps
              reason={cause}
              setUp={setUp ? undefined : verdict.setUp}
              adminUrl={verdict.adminUrl}
              ownOrgQuery={verdict.ownOrgQuery}
              isOpen={isForAdmin && !hasFix}
            />
          )}
          {others.length > 0 && (
            <Causes
              tone={tone}
              reasons={others}
              orgSetUp={verdict.orgSetUp}
              setUp={verdict.setUp}
              ownOrgQuery={verdict.ownOrgQuery}
              canSend={canSend}
              onAct={act}
              onChangeSetUp={onChangeSetUp}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Quote({ error, description }: NonNullable<VerdictData["quote"]>) {
  return (
    <p>
      Okta returned <code>{showText(shorten(error))}</code>
      {description === undefined ? (
        ", without a description."
      ) : (
        <>
          : <q>{showText(shorten(description))}</q>
        </>
      )}
    </p>
  );
}

const maxUserLength = 80;

function User({ name, hasSignedIn }: NonNullable<VerdictData["user"]>) {
  const shown = (
    <b>
      <bdi>
        {showText(name.slice(0, maxUserLength))}
        {name.length > maxUserLength && "…"}
      </bdi>
    </b>
  );
  return (
    <span className={styles.user}>
      {hasSignedIn ? <>{shown} signed in.</> : <>The token is about {shown}.</>}
    </span>
  );
}

function Incomplete({ children }: { children: ReactNode }) {
  return <div className={styles.incomplete}>{children}</div>;
}

type ActionButtonProps = {
  action: ImmediateAction;
  isPrimary: boolean;
  userInfo: UserInfoCall;
  onAct: (action: ImmediateAction) => void;
};

function ActionButton({ action, isPrimary, userInfo, onAct }: ActionButtonProps) {
  const remarkId = useId();
  const { status, decision } = userInfo;
  const isCall = action.kind === "call-user-info";
  const isWaiting = isCall && (decision.kind === "wait" || status === "calling");
  const isRefused = isCall && decision.kind === "refuse";
  const remark = isCall && "reason" in decision ? decision.reason : undefined;
  return (
    <>
      <Button
        look={isPrimary && !isRefused ? "primary" : "secondary"}
        // Not disabled while it waits: the button would lose the focus.
        aria-disabled={isWaiting || isRefused || undefined}
        aria-describedby={remark ? remarkId : undefined}
        onClick={() => !isWaiting && !isRefused && onAct(action)}
      >
        {action.label}
      </Button>
      {remark && (
        <small id={remarkId} className={styles.remark}>
          {remark}
        </small>
      )}
    </>
  );
}
