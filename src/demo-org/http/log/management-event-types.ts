type EventType = readonly [eventType: string, displayMessage: string];

/**
 * System Log event types of changes through the Management API, by method and path below `/api/v1`.
 *
 * Okta documents no event for the claims of an app's Sign On tab, so they count as a change of the app.
 *
 * @see Okta: Event Types (the catalogue)
 */
const eventTypes: Readonly<Record<string, EventType>> = {
  "POST /users": ["user.lifecycle.create", "Create Okta user"],
  "POST /users/:": ["user.account.update_profile", "Update user profile for Okta"],
  "PUT /users/:": ["user.account.update_profile", "Update user profile for Okta"],
  "DELETE /users/:": ["user.lifecycle.delete.initiated", "Delete Okta user"],
  "POST /users/:/lifecycle/activate": ["user.lifecycle.activate", "Activate Okta user"],
  "POST /users/:/lifecycle/deactivate": ["user.lifecycle.deactivate", "Deactivate Okta user"],
  "POST /users/:/lifecycle/suspend": ["user.lifecycle.suspend", "Suspend Okta user"],
  "POST /users/:/lifecycle/unsuspend": ["user.lifecycle.unsuspend", "Unsuspend Okta user"],
  // Unverified: that this is the event for the schema, and not only for a user's profile.
  "POST /meta/schemas/user/:": ["directory.user_profile.update", "Update Okta user profile"],

  "POST /groups": ["group.lifecycle.create", "Create Okta group"],
  "PUT /groups/:": ["group.profile.update", "Update Okta group profile"],
  "DELETE /groups/:": ["group.lifecycle.delete", "Delete Okta group"],
  "PUT /groups/:/users/:": ["group.user_membership.add", "Add user to group membership"],
  "DELETE /groups/:/users/:": ["group.user_membership.remove", "Remove user from group membership"],

  "POST /apps": ["application.lifecycle.create", "Create application"],
  "PUT /apps/:": ["application.lifecycle.update", "Update application"],
  "DELETE /apps/:": ["application.lifecycle.delete", "Delete application"],
  "POST /apps/:/lifecycle/activate": ["application.lifecycle.activate", "Activate application"],
  "POST /apps/:/lifecycle/deactivate": [
    "application.lifecycle.deactivate",
    "Deactivate application",
  ],
  "POST /apps/:/users": ["application.user_membership.add", "Add user to application membership"],
  "POST /apps/:/users/:": [
    "application.user_membership.update",
    "Update application membership of user",
  ],
  "DELETE /apps/:/users/:": [
    "application.user_membership.remove",
    "Remove user from application membership",
  ],
  "PUT /apps/:/groups/:": ["group.application_assignment.add", "Add assigned application to group"],
  "DELETE /apps/:/groups/:": [
    "group.application_assignment.remove",
    "Remove assigned application from group",
  ],
  "POST /internal/apps/:/settings/oauth/idToken": [
    "application.lifecycle.update",
    "Update application",
  ],
  "POST /apps/:/federated-claims": ["application.lifecycle.update", "Update application"],
  "PUT /apps/:/federated-claims/:": ["application.lifecycle.update", "Update application"],
  "DELETE /apps/:/federated-claims/:": ["application.lifecycle.update", "Update application"],

  "POST /authorizationServers": ["oauth2.as.created", "Create authorization server"],
  "PUT /authorizationServers/:": ["oauth2.as.updated", "Update authorization server"],
  "DELETE /authorizationServers/:": ["oauth2.as.deleted", "Delete authorization server"],
  "POST /authorizationServers/:/lifecycle/activate": [
    "oauth2.as.activated",
    "Activate authorization server",
  ],
  "POST /authorizationServers/:/lifecycle/deactivate": [
    "oauth2.as.deactivated",
    "Deactivate authorization server",
  ],
  "POST /authorizationServers/:/scopes": ["oauth2.scope.created", "Create OAuth2 scope"],
  "PUT /authorizationServers/:/scopes/:": ["oauth2.scope.updated", "Update OAuth2 scope"],
  "DELETE /authorizationServers/:/scopes/:": ["oauth2.scope.deleted", "Delete OAuth2 scope"],
  "POST /authorizationServers/:/claims": ["oauth2.claim.created", "Create OAuth2 claim"],
  "PUT /authorizationServers/:/claims/:": ["oauth2.claim.updated", "Update OAuth2 claim"],
  "DELETE /authorizationServers/:/claims/:": ["oauth2.claim.deleted", "Delete OAuth2 claim"],
  "POST /authorizationServers/:/policies": ["policy.lifecycle.create", "Create policy"],
  "PUT /authorizationServers/:/policies/:": ["policy.lifecycle.update", "Update policy"],
  "DELETE /authorizationServers/:/policies/:": ["policy.lifecycle.delete", "Delete policy"],
  "POST /authorizationServers/:/policies/:/lifecycle/activate": [
    "policy.lifecycle.activate",
    "Activate policy",
  ],
  "POST /authorizationServers/:/policies/:/lifecycle/deactivate": [
    "policy.lifecycle.deactivate",
    "Deactivate policy",
  ],
  "POST /authorizationServers/:/policies/:/rules": ["policy.rule.add", "Add policy rule"],
  "PUT /authorizationServers/:/policies/:/rules/:": ["policy.rule.update", "Update policy rule"],
  "DELETE /authorizationServers/:/policies/:/rules/:": ["policy.rule.delete", "Delete policy rule"],
  "POST /authorizationServers/:/policies/:/rules/:/lifecycle/activate": [
    "policy.rule.activate",
    "Activate policy rule",
  ],
  "POST /authorizationServers/:/policies/:/rules/:/lifecycle/deactivate": [
    "policy.rule.deactivate",
    "Deactivate policy rule",
  ],

  "POST /trustedOrigins": ["security.trusted_origin.create", "Create trusted origin"],
  "PUT /trustedOrigins/:": ["security.trusted_origin.update", "Update trusted origin"],
  "DELETE /trustedOrigins/:": ["security.trusted_origin.delete", "Delete trusted origin"],
  "POST /trustedOrigins/:/lifecycle/activate": [
    "security.trusted_origin.activate",
    "Activate trusted origin",
  ],
  "POST /trustedOrigins/:/lifecycle/deactivate": [
    "security.trusted_origin.deactivate",
    "Deactivate trusted origin",
  ],
};

/**
 * @param route A route's path below `/api/v1`, with its parameters: `/groups/:groupId`.
 * @returns undefined if the change is not logged.
 */
export function findEventType(method: string, route: string): EventType | undefined {
  return eventTypes[`${method} ${route.replaceAll(/:\w+/g, ":")}`];
}
