import type { JwtProblem } from "../../oidc/jwt.ts";

/** Why a token cannot be decoded, in a sentence, and what that suggests. */
export function explainJwtProblem(problem: JwtProblem): string {
  switch (problem.code) {
    case "empty":
      return "The token is empty.";
    case "wrong_segment_count":
      return `A signed token has three parts with a full stop between them; this one has ${problem.count}. It may have been cut short, or something was added on its way.`;
    case "encrypted":
      return "This token has five parts: it is encrypted (JWE), and only the client it is meant for can open it.";
    case "not_base64url":
      return `The token’s ${problem.segment} is not base64url, so it was changed on its way or is no token.`;
    case "not_utf8":
      return `The token’s ${problem.segment} is not text (UTF-8), so it was damaged on its way or is no token.`;
    case "not_json":
      return `The token’s ${problem.segment} is not JSON, so it was damaged on its way or is no token.`;
    case "not_an_object":
      return `The token’s ${problem.segment} is JSON, but not an object with claims.`;
    default:
      return problem satisfies never;
  }
}
