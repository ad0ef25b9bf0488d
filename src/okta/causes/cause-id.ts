/** Why groups are missing, or why a request was refused. */
export type CauseId =
  // The response
  | "hash_router"
  | "encrypted_token"
  | "unreadable_token"
  | "claim_not_a_list"
  | "claim_empty"
  | "list_may_hold_groups"
  // The request
  | "org_access_token"
  | "scope_not_requested"
  | "thin_id_token"
  | "call_userinfo"
  // The app's claim, for the org server
  | "no_groups_claim_on_app"
  | "claim_on_custom_server"
  | "claim_not_saved"
  | "marketplace_app"
  // A custom server's claims
  | "no_claim_on_server"
  | "claim_not_always"
  | "claim_on_other_token"
  | "only_on_access_token"
  | "only_on_id_token"
  | "scope_condition"
  | "claim_disabled"
  // What a claim is made of
  | "no_matching_group"
  | "imported_groups"
  | "filter_too_narrow"
  | "filter_case"
  | "regex_in_plain_filter"
  | "invalid_regex"
  | "regex_in_expression"
  | "app_profile_missing"
  | "expression_nothing"
  | "at_the_limit"
  | "set_up_changed"
  // Refusals
  | "refused"
  | "scopes_with_commas"
  | "unknown_scope"
  | "custom_scope_on_org_server"
  | "openid_missing"
  | "policy_denied"
  | PolicyProblemId
  | "user_not_assigned"
  | "response_type_not_allowed"
  | "grant_type_not_allowed"
  | "app_inactive"
  | "unknown_app"
  | "unknown_server"
  | "server_inactive"
  | "no_api_access_management"
  | "too_many_groups"
  | "expression_limit"
  | "expression_null"
  | "expression_failed"
  | "system_claim_failed";

/** Why no access policy allows a request. */
export type PolicyProblemId =
  | "no_policy"
  | "policy_inactive"
  | "policy_client"
  | "no_rule"
  | "rule_inactive"
  | "rule_people"
  | "rule_grant_type"
  | "rule_scopes";
