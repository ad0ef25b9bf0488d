import { type RefObject, useDeferredValue, useRef } from "react";
import type { JsonObject } from "../../oidc/json.ts";
import type { Change, ChangedRequest } from "../../okta/reason.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { Choice } from "../choice.ts";
import { readRun } from "../reading.ts";
import type { Run } from "../runs.ts";
import type { Kept } from "../tab-storage.ts";
import { useNow } from "../use-now.ts";
import { AccessTokenPanel } from "./AccessTokenPanel.tsx";
import { ChecksPanel } from "./ChecksPanel.tsx";
import { FatOrThin } from "./FatOrThin.tsx";
import styles from "./Get.module.css";
import { GetHeader } from "./GetHeader.tsx";
import { ResponsePanel } from "./ResponsePanel.tsx";
import { TokenPanel } from "./TokenPanel.tsx";
import { TroubleAlert } from "./TroubleAlert.tsx";
import { troublesOf } from "./trouble.ts";
import { UserInfoPanel } from "./UserInfoPanel.tsx";
import { useChecks } from "./use-checks.ts";
import { Verdict } from "./Verdict.tsx";
import { WhereAreTheGroups } from "./WhereAreTheGroups.tsx";

type GetProps = {
  run: Run;
  /** The person has just landed with it: the focus belongs on its heading. */
  takesFocus: boolean;
  /** The org that the answer is from cannot be asked for its keys yet. */
  isOrgStarting: boolean;
  kept: Kept;
  /** Sends the run's request again, changed; or so that the org asks who it is. */
  onAskAgain: (change: Partial<Choice>, prompt?: "login") => void;
  onUserInfo: (claims: JsonObject) => void;
  onForget: () => void;
};

/** What came back: what went wrong, where the groups are, the tokens, and what they were held against. */
export function Get(props: GetProps) {
  const { run, takesFocus, isOrgStarting, kept, onAskAgain, onUserInfo, onForget } = props;
  const userInfo = useRef<HTMLDivElement>(null);
  const nowSeconds = useNow();
  const reading = readRun(run);
  const checks = useChecks(run, reading, { nowSeconds, isOrgStarting });
  const { request } = run;
  // First the claims, a frame later what stands beside them.
  const showsAll = useDeferredValue(true, !takesFocus);

  function apply(change: Change) {
    switch (change.kind) {
      case "call_userinfo":
        return focusButtonIn(userInfo);
      case "ask_again":
        return onAskAgain(asChoice(change.request));
      default:
        return change satisfies never;
    }
  }

  const answered = reading.kind === "answered" ? reading : undefined;
  const idTokenClaims =
    answered?.idToken?.decoded.kind === "decoded" ? answered.idToken.decoded.claims : undefined;
  const failed = checks.results.filter(({ status }) => status === "fail");
  const isTrusted = !failed.some(({ about }) => about === "request");
  return (
    <section className={styles.get} aria-label="Answer" data-landed-on={takesFocus || undefined}>
      <GetHeader
        run={run}
        takesFocus={takesFocus}
        // A token that has expired was good once.
        isDoubted={failed.some(({ id }) => id !== "id_token.exp" && id !== "access_token.exp")}
        hasClaims={answered !== undefined}
        onSignInAnew={() => onAskAgain({}, "login")}
        onForget={onForget}
      />
      {kept !== "kept" && (
        <Callout kind="warning">
          <p>
            {kept === "full"
              ? "This tab’s storage is full, so this answer will be gone after a reload. Forget makes room."
              : "This browser does not let the page store anything, so this answer will be gone after a reload."}
          </p>
        </Callout>
      )}
      <TroubleAlert
        troubles={troublesOf(run, reading, checks.results)}
        isDemoOrg={request?.org === "demo"}
      />
      <WhereAreTheGroups run={run} reading={reading} onApply={apply} />
      <div className={styles.columns}>
        {answered?.idToken && (
          <TokenPanel
            title="ID token"
            {...answered.idToken}
            nowSeconds={nowSeconds}
            verdict={<Verdict about="id_token" checks={checks} />}
          >
            {idTokenClaims && (
              <FatOrThin
                claims={idTokenClaims}
                cameWithAccessToken={answered.idToken.cameWithAccessToken}
              />
            )}
          </TokenPanel>
        )}
        {answered?.accessToken && (
          <div className={styles.stack}>
            <AccessTokenPanel
              key={run.id}
              token={answered.accessToken}
              nowSeconds={nowSeconds}
              verdict={<Verdict about="access_token" checks={checks} />}
            />
            {request && isTrusted && (
              <div ref={userInfo} className={styles.stack}>
                <UserInfoPanel
                  key={run.id}
                  request={request}
                  accessToken={answered.accessToken.raw}
                  idTokenClaims={idTokenClaims}
                  claims={run.userInfo}
                  nowSeconds={nowSeconds}
                  onClaims={onUserInfo}
                />
              </div>
            )}
          </div>
        )}
        {showsAll && (
          <>
            <ChecksPanel checks={checks} />
            <ResponsePanel fragment={run.fragment} cameInQuery={run.cameInQuery === true} />
          </>
        )}
      </div>
    </section>
  );
}

/** A request that a diagnosis proposes, in the words of the form. */
function asChoice({ responseType, scopes, server }: ChangedRequest): Partial<Choice> {
  return {
    ...(responseType && { responseType }),
    ...(scopes && { scopes }),
    ...(server && { server: server.kind }),
    ...(server?.kind === "custom" && { authorizationServerId: server.id }),
  };
}

function focusButtonIn(element: RefObject<HTMLElement | null>) {
  element.current?.querySelector("button")?.focus();
}
