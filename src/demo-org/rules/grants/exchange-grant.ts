import type { Application } from "../../model/application.ts";
import type { Parameters } from "../parameters.ts";
import { refuse } from "../permission/refusal.ts";
import { grantToClient } from "./client-credentials.ts";
import { exchangeCode } from "./exchange-code.ts";
import type { TokenRequest } from "./grant.ts";
import { refresh } from "./refresh.ts";
import { tokenRefusals } from "./token-refusal.ts";
import type { GrantOutcome } from "./token-response.ts";

const tokenGrantTypes = ["authorization_code", "refresh_token", "client_credentials"] as const;

const exchanges = {
  authorization_code: exchangeCode,
  refresh_token: refresh,
  client_credentials: grantToClient,
};

export async function exchangeGrant(
  request: TokenRequest,
  application: Application,
  form: Parameters,
): Promise<GrantOutcome> {
  const configured = application.settings.oauthClient.grant_types;
  const requested = form.get("grant_type");
  if (requested === undefined) return refuse(tokenRefusals.missingGrantType(tokenGrantTypes));
  const grantType = tokenGrantTypes.find((it) => it === requested);
  if (!grantType) return refuse(tokenRefusals.unsupportedGrantType(configured));
  if (!configured.includes(grantType)) return refuse(tokenRefusals.unauthorizedClient(configured));
  return exchanges[grantType](request, application, form);
}
