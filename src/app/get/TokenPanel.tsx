import type { ReactNode } from "react";
import type { DecodedJwt } from "../../oidc/jwt.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ClaimsTable } from "../claims/ClaimsTable.tsx";
import { explainJwtProblem } from "./jwt-problem.ts";
import { RawToken } from "./RawToken.tsx";
import { TokenHeader } from "./TokenHeader.tsx";
import styles from "./TokenPanel.module.css";

type TokenPanelProps = {
  title: "ID token" | "Access token";
  raw: string;
  decoded: DecodedJwt;
  nowSeconds: number;
  /** Whether it is verified: beside the heading, so that decoded is never taken for verified. */
  verdict: ReactNode;
  /** What there is to say before the claims: fat or thin, opaque. */
  children?: ReactNode;
  /** What is in it waits behind a button of the parent's. */
  isClosed?: boolean;
};

/** One token that came: what there is to say of it, its claims, its header and the token itself. */
export function TokenPanel(props: TokenPanelProps) {
  const { title, raw, decoded, nowSeconds, verdict, children, isClosed } = props;
  return (
    <Panel title={title} aside={verdict}>
      <div className={styles.token}>
        {children}
        {!isClosed && <Content decoded={decoded} nowSeconds={nowSeconds} />}
        <RawToken title={title} raw={raw} />
      </div>
    </Panel>
  );
}

function Content({ decoded, nowSeconds }: Pick<TokenPanelProps, "decoded" | "nowSeconds">) {
  if (decoded.kind === "undecodable") {
    return (
      <Callout kind="alert">
        <p>{explainJwtProblem(decoded.problem)}</p>
      </Callout>
    );
  }
  return (
    <>
      <ClaimsTable claims={decoded.claims} nowSeconds={nowSeconds} />
      <TokenHeader header={decoded.header} />
    </>
  );
}
