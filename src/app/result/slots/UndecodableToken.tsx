import type { JwtProblem } from "../../../oidc/jwt.ts";
import { useCopy } from "../../../ui/use-copy.ts";
import { CopyTools } from "../claims/CopyTools.tsx";
import { RawToken } from "../claims/RawToken.tsx";
import styles from "./TokenSlots.module.css";

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

function explainJwtProblem(problem: JwtProblem): string {
  switch (problem.code) {
    case "empty":
      return "The token is empty.";
    case "wrong_segment_count":
      return `A signed token has three parts separated by dots. This one has ${problem.count === 1 ? "only one" : problem.count}. It may have been cut off when it was copied.`;
    case "encrypted":
      return "This token is encrypted: it has five parts (JWE). Only the client it was issued to can decrypt it, so this page can’t show its claims.";
    case "not_base64url":
      return `The token’s ${problem.segment} is not base64url. The token was changed, or it is not a JWT.`;
    case "not_utf8":
      return `The token’s ${problem.segment} is not UTF-8 text. The token is damaged, or it is not a JWT.`;
    case "not_json":
      return `The token’s ${problem.segment} is not JSON. The token is damaged, or it is not a JWT.`;
    case "not_an_object":
      return `The token’s ${problem.segment} is JSON, but not an object of claims.`;
    default:
      return problem satisfies never;
  }
}
