import type { JwtProblem } from "../../../oidc/jwt.ts";
import { useCopy } from "../../../ui/use-copy.ts";
import { CopyTools } from "../claims/CopyTools.tsx";
import { RawToken } from "../claims/RawToken.tsx";
import { explainJwtProblem } from "./jwt-problem.ts";
import styles from "./UndecodableToken.module.css";

/** A token without readable claims: why, and the token as received. */
export function UndecodableToken({ raw, problem }: { raw: string; problem: JwtProblem }) {
  const copying = useCopy();
  return (
    <>
      <div className={styles.problem}>
        <p>{explainJwtProblem(problem)}</p>
        <CopyTools {...copying} token={raw} />
      </div>
      <RawToken raw={raw} />
    </>
  );
}
