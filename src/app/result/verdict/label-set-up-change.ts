import { describeFilter } from "../../../okta/filter-types.ts";
import type { FoundCause } from "../../../okta/found-cause.ts";
import type { ClaimValueEntry, SetUpChange } from "../../../okta/set-up-change.ts";
import { shorten } from "../../shorten.ts";
import type { VerdictAction } from "./verdict-data.ts";

/** Labels a button that changes the set-up and sends the request. */
export function labelSetUpChange(change: SetUpChange): string {
  return `${nameSetUpChange(change)} and send`;
}

/** @param place Such as "in the demo org". */
export function addPlace(label: string, place: string | undefined): string {
  return place === undefined ? label : `${label} ${place}`;
}

export function nameSetUpChange(change: SetUpChange): string {
  switch (change.kind) {
    case "set_app_groups_claim":
      return change.isReplacement
        ? nameReplacement(describeValue(change.value))
        : nameValue("the app’s groups claim", change.value);
    case "change_app":
      return nameAppChange(change.to);
    case "assign_user":
      return `Assign ${shorten(change.user.name)}`;
    case "add_to_group":
      return `Add the user to ${shorten(change.group.name)}`;
    case "activate_user": {
      const verb = change.step === "activate" ? "Activate" : "Unsuspend";
      return `${verb} ${shorten(change.user.name)}`;
    }
    case "activate_server":
      return "Activate the server";
    case "add_scope":
      return `Add the scope ${shorten(change.scope)} to the server`;
    case "add_claim":
      return `Add the claim ${shorten(change.claim.name)}`;
    case "change_claim":
      return nameClaimChange(shorten(change.claim.name), change.to);
    case "add_policy":
      return "Add an access policy";
    case "add_rule":
      return "Add a rule";
    case "change_policy":
      return change.to.isActive ? "Activate the policy" : "Add the app to the policy";
    case "change_rule":
      return nameRuleChange(change.to);
    default:
      return change satisfies never;
  }
}

type Of<Kind extends SetUpChange["kind"]> = Extract<SetUpChange, { kind: Kind }>;

function nameAppChange({ isActive, redirectUris, profile }: Of<"change_app">["to"]): string {
  if (isActive) return "Activate the app";
  if (redirectUris) return "Add the redirect URI";
  const [name] = Object.keys(profile ?? {});
  return name === undefined ? "Allow the flow for the app" : `Set app.profile.${shorten(name)}`;
}

function nameClaimChange(name: string, to: Of<"change_claim">["to"]): string {
  if (Object.keys(to).length > 1) return `Correct the claim ${name}`;
  if (to.isAlways) return `Set the claim ${name} to Always`;
  if (to.isActive) return `Enable the claim ${name}`;
  if (to.scopes) return `Set the claim ${name} to Any scope`;
  return to.value ? nameValue(`the claim ${name}`, to.value) : `Change the claim ${name}`;
}

function nameReplacement(described: string | undefined): string {
  const action = "Replace the app’s groups claim";
  return described === undefined ? action : `${action} with ${described}`;
}

/** An expression is too long for a label, so the expression is shown below the button. */
function nameValue(claim: string, value: ClaimValueEntry): string {
  const described = describeValue(value);
  return described === undefined ? "Use this expression" : `Set ${claim} to ${described}`;
}

function describeValue(value: ClaimValueEntry): string | undefined {
  return value.kind === "filter"
    ? describeFilter({ ...value, value: shorten(value.value) })
    : undefined;
}

function nameRuleChange({ isActive, grantTypes, scopes }: Of<"change_rule">["to"]): string {
  if (isActive) return "Activate the rule";
  if (grantTypes) return "Allow the grant type in the rule";
  return scopes ? "Allow the scopes in the rule" : "Allow all users in the rule";
}

export function listCalls({ change }: FoundCause): readonly VerdictAction[] {
  return change?.kind === "call_userinfo" ? [{ kind: "call-user-info", label: change.label }] : [];
}

export function listActions({ change, setUpChange }: FoundCause): readonly VerdictAction[] {
  const actions: VerdictAction[] = [];
  if (change?.kind === "send_request") {
    actions.push({ kind: "change", label: change.label, request: change.request });
  }
  if (setUpChange) {
    const label = labelSetUpChange(setUpChange);
    actions.push({ kind: "change-set-up", label, change: setUpChange });
  }
  return actions;
}
