import type { Hono } from "hono";
import * as v from "valibot";
import { findActiveUser, findApplication, findUserByLogin } from "../../model/directory.ts";
import { findAttribute, type User } from "../../model/user.ts";
import { needsSecondFactor } from "../../rules/authorize/assurance.ts";
import { checkAnswer, checkPassword, securityQuestion } from "../../rules/sign-in/credentials.ts";
import {
  endStartedSignIn,
  loadStartedSignIn,
  saveCompleteSignIn,
  saveStartedSignIn,
} from "../../rules/sign-in/sign-in-tokens.ts";
import { logFailedSignIn, logSecondFactor } from "../log/session-events.ts";
import {
  ApiError,
  invalid,
  invalidToken,
  notFound,
  unsupportedMediaType,
} from "../management/api-error.ts";
import { link } from "../management/link.ts";
import { parseBody } from "../management/parse-body.ts";
import type { Org } from "../state/org.ts";
import type { OrgRequest } from "../state/server-request.ts";

const authenticationPath = "/api/v1/authn";
const verifyPath = `${authenticationPath}/factors/:factorId/verify`;
const cancelPath = `${authenticationPath}/cancel`;

const optionalText = v.exactOptional(v.pipe(v.string(), v.maxLength(2048)));
const primarySchema = v.object({
  username: optionalText,
  password: optionalText,
  stateToken: optionalText,
  audience: optionalText,
  relayState: optionalText,
});
const verifySchema = v.object({ stateToken: optionalText, answer: optionalText });
const cancelSchema = v.object({ stateToken: optionalText });

/**
 * Requires a second factor if the app in `audience` does. Without `audience`, requires it if any active app does,
 * because the org has no global session policy.
 * @see Okta: Authentication API, "Primary authentication" to "Cancel transaction"
 */
export function mountAuthenticationApi(app: Hono, org: Org): void {
  const post = (path: string, handler: (request: OrgRequest) => Promise<Response>) =>
    app.post(path, async (c) => {
      c.header("Cache-Control", "no-cache, no-store");
      if (!isJson(c.req.header("Content-Type"))) throw unsupportedMediaType();
      return handler({ c, org, configuration: await org.loadConfiguration() });
    });
  post(authenticationPath, handlePrimaryAuthentication);
  post(verifyPath, handleVerify);
  post(cancelPath, handleCancel);
}

/** Prevents CSRF: pages of any site can send other types without a preflight. @see Fetch §4.10 (CORS preflight) */
function isJson(contentType = ""): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType);
}

async function handlePrimaryAuthentication(request: OrgRequest): Promise<Response> {
  const { c, org, configuration } = request;
  const body = await parseBody(c, primarySchema, "authRequest");
  const { username, password, stateToken, audience, ...relayState } = body;
  if (stateToken !== undefined)
    return sendFactorRequired(request, await findStarted(request, stateToken));
  if (!username?.trim() || !password)
    throw invalid("authRequest", [
      "The 'username' and 'password' attributes are required in this context.",
    ]);
  const application = audience === undefined ? undefined : findApplication(configuration, audience);
  if (audience !== undefined && !application)
    throw invalid("authRequest", [`Invalid or unknown audience '${audience}'.`]);

  const user = checkPassword(configuration, username, password);
  if (!user) {
    logFailedSignIn(c, org, username, findUserByLogin(configuration, username));
    throw new ApiError(401, "E0000004", "Authentication failed");
  }
  const apps = application
    ? [application]
    : configuration.applications.filter(({ status }) => status === "ACTIVE");
  if (!apps.some((it) => needsSecondFactor(it, undefined)))
    return sendSuccess(request, { user, hasSecondFactor: false, ...relayState });
  const started = await saveStartedSignIn(org, { userId: user.id, ...relayState });
  return sendFactorRequired(request, { user, ...started });
}

async function handleVerify(request: OrgRequest): Promise<Response> {
  const { c, org } = request;
  const { stateToken = "", answer = "" } = await parseBody(c, verifySchema, "authRequest");
  const { user, signIn } = await findStarted(request, stateToken);
  const factorId = c.req.param("factorId") ?? "";
  if (factorId !== nameFactor(user)) throw notFound(factorId, "UserFactor");
  const isRight = checkAnswer(answer);
  logSecondFactor(c, org, user, isRight);
  if (!isRight)
    throw new ApiError(403, "E0000068", "Invalid Passcode/Answer", [
      "Your answer doesn't match our records. Please try again.",
    ]);
  await endStartedSignIn(org, stateToken);
  return sendSuccess(request, { user, hasSecondFactor: true, relayState: signIn.relayState });
}

async function handleCancel({ c, org }: OrgRequest): Promise<Response> {
  const { stateToken = "" } = await parseBody(c, cancelSchema, "authRequest");
  const signIn = await loadStartedSignIn(org, stateToken);
  if (!signIn) throw invalidToken();
  await endStartedSignIn(org, stateToken);
  return c.json({ relayState: signIn.relayState });
}

async function findStarted({ org, configuration }: OrgRequest, stateToken: string) {
  const signIn = await loadStartedSignIn(org, stateToken);
  const user = signIn && findActiveUser(configuration, signIn.userId);
  if (!user) throw invalidToken();
  return { user, signIn, stateToken };
}

type Success = {
  readonly user: User;
  readonly hasSecondFactor: boolean;
  readonly relayState?: string | undefined;
};

async function sendSuccess(
  { c, org }: OrgRequest,
  { user, hasSecondFactor, relayState }: Success,
): Promise<Response> {
  const signIn = { userId: user.id, hasSecondFactor };
  const { sessionToken, expiresAt } = await saveCompleteSignIn(org, signIn);
  return c.json({
    expiresAt: new Date(expiresAt).toISOString(),
    status: "SUCCESS",
    relayState,
    sessionToken,
    _embedded: { user: renderUser(user) },
  });
}

function sendFactorRequired(
  { c, org: { baseUrl } }: OrgRequest,
  { user, signIn, stateToken }: Awaited<ReturnType<typeof findStarted>>,
): Response {
  const factor = {
    id: nameFactor(user),
    factorType: "question",
    provider: "OKTA",
    vendorName: "OKTA",
    profile: { question: "custom", questionText: securityQuestion.question },
    _links: {
      verify: link(`${baseUrl}${verifyPath.replace(":factorId", nameFactor(user))}`, "POST"),
    },
  };
  return c.json({
    stateToken,
    expiresAt: new Date(signIn.expiresAt).toISOString(),
    status: "MFA_REQUIRED",
    relayState: signIn.relayState,
    _embedded: { user: renderUser(user), factors: [factor] },
    _links: { cancel: link(`${baseUrl}${cancelPath}`, "POST") },
  });
}

function nameFactor({ id }: User): string {
  return `ufs${id.slice(3)}`;
}

function renderUser({ id, passwordChanged, profile }: User) {
  const { login, firstName, lastName } = profile;
  return {
    id,
    passwordChanged,
    profile: {
      login,
      firstName,
      lastName,
      locale: findAttribute(profile, "locale") ?? "en_US",
      timeZone: findAttribute(profile, "timezone") ?? "America/Los_Angeles",
    },
  };
}
