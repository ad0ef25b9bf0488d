import type { ResponseType } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";

export type TokenPrediction = {
  /** ID tokens only. */
  kind?: "fat" | "thin";
  /** Names of the claims to expect, in no particular order. A claim without a value in the person's profile stays away. */
  claims: readonly string[];
  groups: "yes" | "no" | "depends";
  /** One sentence: why there will be groups, or not. */
  because: string;
};

export type PredictedRefusal = {
  error: string;
  description: string;
  /** One sentence. */
  reason: string;
  likelihood: "certain" | "likely" | "possible";
};

export type Prediction = {
  refusal?: PredictedRefusal;
  idToken?: TokenPrediction;
  accessToken?: TokenPrediction;
  userInfo?: TokenPrediction;
  /** Sentences worth reading before sending. */
  warnings: readonly string[];
};

export type RequestToPredict = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** `scopes_supported` of the server's metadata, where it has been read. */
  serverScopes?: readonly string[];
};

export function predict(_request: RequestToPredict): Prediction {
  return { warnings: [] };
}
