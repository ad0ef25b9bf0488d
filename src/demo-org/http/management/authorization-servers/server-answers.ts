import type { CustomServer } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import type { Org } from "../../state/org.ts";
import { link, linkToLifecycle } from "../link.ts";

const rotationMs = 90 * 24 * 60 * 60 * 1000;

/**
 * A custom authorization server as the API returns it.
 *
 * The key's dates follow Okta's rotation every ninety days. This org never rotates its keys, and the link `rotateKey`
 * leads to an error.
 *
 * @see Okta: Authorization Servers API, the AuthorizationServer object; okta/terraform-provider-okta: recorded answers
 */
export async function renderServer(
  { baseUrl, clock, loadSigningKeys }: Org,
  { id, name, description, audiences, status, ...times }: CustomServer,
) {
  const { created = defaultCreatedAt, lastUpdated = created } = times;
  const [{ kid }] = await loadSigningKeys();
  const rotations = Math.max(0, Math.floor((clock() - Date.parse(created)) / rotationMs));
  const lastRotated = Date.parse(created) + rotations * rotationMs;
  const self = `${baseUrl}/api/v1/authorizationServers/${id}`;
  const issuer = `${baseUrl}/oauth2/${id}`;
  return {
    id,
    name,
    ...(description !== undefined && { description }),
    audiences,
    issuer,
    issuerMode: "ORG_URL",
    status,
    created,
    lastUpdated,
    credentials: {
      signing: {
        kid,
        rotationMode: "AUTO",
        lastRotated: new Date(lastRotated).toISOString(),
        nextRotation: new Date(lastRotated + rotationMs).toISOString(),
      },
    },
    default: id === "default",
    _links: {
      rotateKey: link(`${self}/credentials/lifecycle/keyRotate`, "POST"),
      metadata: [
        {
          name: "oauth-authorization-server",
          ...link(`${baseUrl}/.well-known/oauth-authorization-server/oauth2/${id}`, "GET"),
        },
        {
          name: "openid-configuration",
          ...link(`${issuer}/.well-known/openid-configuration`, "GET"),
        },
      ],
      keys: link(`${self}/credentials/keys`, "GET"),
      self: link(self, "GET", "DELETE", "PUT"),
      scopes: link(`${self}/scopes`, "GET", "POST"),
      claims: link(`${self}/claims`, "GET", "POST"),
      policies: link(`${self}/policies`, "GET", "POST"),
      ...linkToLifecycle(self, status),
    },
  };
}
