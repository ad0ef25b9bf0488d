import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { findErrorPageChange } from "../../okta/prediction-with-set-up/find-predicted-change.ts";
import { findErrorPage } from "../../okta/prediction-with-set-up/find-set-up-refusal.ts";
import type { SentRequest } from "../pending-requests.ts";
import { showShort } from "./claims/VisibleText.tsx";
import styles from "./ResendWarning.module.css";
import { SetUpFix } from "./verdict/SetUpFix.tsx";

type ResendWarningProps = {
  request: SentRequest;
  /** The org's current set-up. `undefined` until it is loaded. */
  setUp: OrgSetUp | undefined;
  canSend: boolean;
  elsewhere?: string | undefined;
  onSend: () => void;
  onChanged: () => void;
};

/** Warns that a request, if it is sent again, would end on an error page of Okta. This page then gets no response. */
export function ResendWarning(props: ResendWarningProps) {
  const { setUp, canSend, onSend, onChanged } = props;
  const request = { ...props.request, ...findRedirectUri(props.request) };
  const refusal = setUp && findErrorPage(request, setUp);
  const verb = refusal?.likelihood === "certain" ? "will refuse" : "will probably refuse";
  const title = `If you send this request again, Okta ${verb} it`;
  return (
    <div className={`row ${styles.warning}`} data-refusal={refusal?.likelihood}>
      <p role="status">
        {refusal && (
          <>
            <b>{title}.</b> {showShort(refusal.reason)}
          </>
        )}
      </p>
      {refusal && canSend && (
        <SetUpFix
          orgUrl={request.orgUrl}
          setUp={setUp}
          predicted={findErrorPageChange(request, refusal, setUp)}
          elsewhere={props.elsewhere}
          problem={`${title}. ${refusal.reason}`}
          onSend={onSend}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

function findRedirectUri({ url }: SentRequest): { redirectUri?: string } {
  const redirectUri = url && new URL(url).searchParams.get("redirect_uri");
  return redirectUri ? { redirectUri } : {};
}
