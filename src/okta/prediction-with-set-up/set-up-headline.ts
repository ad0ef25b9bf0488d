import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../authorization-server.ts";
import type { UserSetUp } from "../org-set-up.ts";
import type { Prediction, TokenPrediction } from "../prediction.ts";
import type { PredictionHeadline } from "../prediction-headline.ts";
import type { RequestToPredict } from "../request-to-predict.ts";
import { listNames } from "../set-up-rules/evaluate-claim.ts";

const requestedAlone = "Without an access token, the ID token is fat.";
const besideAccessToken = "With an access token, the ID token is thin.";

/** Says why the ID token is fat or thin, for each response type where the ID token can carry groups. */
const lessons: Record<AuthorizationServer["kind"], Partial<Record<ResponseType, string>>> = {
  org: {
    id_token: requestedAlone,
    code: "The code is exchanged for a fat ID token.",
    "code id_token": "The redirect’s ID token is fat, because no access token comes with it.",
  },
  custom: {
    id_token: requestedAlone,
    "id_token token": besideAccessToken,
    code: "The code is exchanged for a thin ID token.",
    "code id_token token": besideAccessToken,
  },
};

/** @param prediction Has the headline for an unknown set-up. */
export function writeSetUpHeadline(
  prediction: Prediction,
  request: RequestToPredict,
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
      sentence: [
        fullIdToken && lessons[request.server.kind][request.responseType],
        `Groups of ${user.login}: ${nameGroups(tokens)}.`,
      ]
        .filter(Boolean)
        .join(" "),
    };
  }
  const exchanged = prediction.tokenEndpoint?.idToken;
  const isOrgServer = request.server.kind === "org";
  // The plain headline calls this ID token fat.
  const isThin = isOrgServer && exchanged?.kind === "thin" && exchanged.groups === "no";
  if (isThin && !fullIdToken && userInfo && userInfo.groups !== "no") {
    return {
      title: "No groups: the ID token will be thin",
      sentence: `${exchanged.because} Request the ID token only, or call UserInfo.`,
    };
  }
  const all = [...idTokens, accessToken, userInfo].filter((it) => it !== undefined);
  const unknown = all.find(({ groups }) => groups === "depends");
  if (unknown) {
    // Without a user, or for a hybrid flow that Okta doesn't document, the plain headline says all that is known.
    if (isOrgServer && (!user || request.responseType.startsWith("code "))) return headline;
    const place = idTokens.includes(unknown)
      ? "The ID token"
      : unknown === accessToken
        ? "The access token"
        : "UserInfo";
    const title = user ? `${place} may have the groups` : "Groups depend on the user";
    return { title, sentence: unknown.because };
  }
  if (isOrgServer && (userInfo?.groups === "yes" || tokens.length > 0)) return headline;
  if (userInfo?.groups === "yes") {
    return {
      title: "No groups in the tokens",
      sentence: `UserInfo should have them: ${nameGroups([userInfo])}.`,
    };
  }
  const first = all.find(({ isOnOtherToken }) => !isOnOtherToken) ?? all[0];
  return { title: "No groups expected", sentence: first?.because ?? headline.sentence };
}

function nameGroups(tokens: readonly TokenPrediction[]): string {
  const claims = tokens.flatMap(({ groupsClaims }) => groupsClaims ?? []);
  return listNames(claims.flatMap(({ groups }) => groups));
}
