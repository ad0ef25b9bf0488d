import type { AuthorizationServer } from "../authorization-server.ts";
import type { UserSetUp } from "../org-set-up.ts";
import type { Prediction, TokenPrediction } from "../prediction.ts";
import type { PredictionHeadline } from "../prediction-headline.ts";
import { listNames } from "./list-names.ts";

/**
 * Sums up a prediction for a known set-up: where which groups should be, or why there are none.
 *
 * @param prediction With the headline that it has without the set-up.
 */
export function writeSetUpHeadline(
  prediction: Prediction,
  server: AuthorizationServer,
  user: UserSetUp | undefined,
): PredictionHeadline {
  const { headline, redirect, idToken, accessToken, userInfo } = prediction;
  const idTokens = [redirect.idToken, idToken].filter((it) => it !== undefined);
  const fullIdToken = idTokens.find(({ groups }) => groups === "yes");
  const tokens = [fullIdToken, accessToken?.groups === "yes" ? accessToken : undefined].filter(
    (it) => it !== undefined,
  );
  if (tokens.length > 0 && user) {
    const names = tokens.map((it) => (it === fullIdToken ? "ID token" : "access token"));
    return {
      title: `The ${names.join(" and the ")} should carry the groups`,
      sentence: [`${user.login}: ${nameGroups(tokens)}.`, ...notesOf(tokens)].join(" "),
    };
  }
  const all = [...idTokens, accessToken, userInfo].filter((it) => it !== undefined);
  const unknown = all.find(({ groups }) => groups === "depends");
  if (server.kind === "org" && (unknown || userInfo?.groups === "yes" || tokens.length > 0)) {
    return headline;
  }
  if (userInfo?.groups === "yes") {
    return {
      title: "No groups in the tokens",
      sentence: `UserInfo should have them: ${nameGroups([userInfo])}.`,
    };
  }
  if (unknown) {
    const title = user ? headline.title : "Groups depend on the user";
    return { title, sentence: unknown.because };
  }
  const [first] = all;
  return { title: "No groups expected", sentence: first?.because ?? headline.sentence };
}

function nameGroups(tokens: readonly TokenPrediction[]): string {
  const claims = tokens.flatMap(({ groupsClaims }) => groupsClaims ?? []);
  return listNames(claims.flatMap(({ groups }) => groups));
}

function notesOf(tokens: readonly TokenPrediction[]): readonly string[] {
  return tokens.flatMap(({ note }) => note ?? []);
}
