import { useState } from "react";
import type { JsonObject } from "../../oidc/json.ts";
import type { AccessToken } from "../../oidc/tokens.ts";
import { checkUserInfoSubject, fetchUserInfo, type UserInfoAnswer } from "../../oidc/userinfo.ts";
import { userInfoEndpointOf } from "../../okta/authorization-server.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ClaimsTable } from "../claims/ClaimsTable.tsx";
import type { SentRequest } from "../sent-requests.ts";
import styles from "./TokenPanel.module.css";
import { UserInfoFailure } from "./UserInfoFailure.tsx";

type UserInfoPanelProps = {
  request: SentRequest;
  accessToken: AccessToken;
  idTokenClaims: JsonObject | undefined;
  /** UserInfo's claims, once they came. */
  claims: JsonObject | undefined;
  nowSeconds: number;
  onClaims: (claims: JsonObject) => void;
};

type Asking = { status: "idle" } | { status: "asking" } | { status: "failed"; answer: Failure };
type Failure = Exclude<UserInfoAnswer, { kind: "claims" }>;

/** What the UserInfo endpoint says of the person, on demand, and what that adds to the ID token. */
export function UserInfoPanel(props: UserInfoPanelProps) {
  const { request, accessToken, idTokenClaims, claims, nowSeconds, onClaims } = props;
  const [asking, setAsking] = useState<Asking>({ status: "idle" });
  const endpoint = userInfoEndpointOf(request.orgUrl, request.server);

  async function ask() {
    // The button is not disabled meanwhile, for it would lose the focus.
    if (asking.status === "asking") return;
    setAsking({ status: "asking" });
    const answer = await fetchUserInfo({ endpoint, accessToken, fetch });
    if (answer.kind === "claims") {
      onClaims(answer.claims);
      setAsking({ status: "idle" });
    } else {
      setAsking({ status: "failed", answer });
    }
  }

  return (
    <Panel
      title="UserInfo"
      aside={
        <Button onClick={ask} aria-disabled={asking.status === "asking"}>
          Call UserInfo
        </Button>
      }
    >
      <div className={styles.token}>
        <p>
          With the access token the page may ask <code className={styles.endpoint}>{endpoint}</code>{" "}
          for everything that the granted scopes allow, also what a thin ID token leaves out.
        </p>
        {asking.status === "failed" && <UserInfoFailure failure={asking.answer} />}
        {claims && (
          <>
            <SubjectNotice userInfoClaims={claims} idTokenClaims={idTokenClaims} />
            <ClaimsTable
              claims={claims}
              nowSeconds={nowSeconds}
              {...(idTokenClaims && { added: addedTo(idTokenClaims, claims) })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

type SubjectNoticeProps = { userInfoClaims: JsonObject; idTokenClaims: JsonObject | undefined };

/** UserInfo that is about somebody else must not be used: OpenID Connect Core 1.0 §5.3.2. */
function SubjectNotice(props: SubjectNoticeProps) {
  const { status, detail } = checkUserInfoSubject(props);
  if (status !== "fail") return null;
  return (
    <Callout kind="alert">
      <p>{detail}</p>
    </Callout>
  );
}

function addedTo(idTokenClaims: JsonObject, claims: JsonObject): ReadonlySet<string> {
  return new Set(Object.keys(claims).filter((name) => !Object.hasOwn(idTokenClaims, name)));
}
