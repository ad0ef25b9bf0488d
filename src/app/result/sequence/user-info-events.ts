import { userInfoEndpointOf } from "../../../okta/authorization-server.ts";
import { issuedTokens } from "../../issued-tokens.ts";
import type { SequenceEvent, SequenceInput, SequenceMessage, SequenceNote } from "./sequence.ts";

export function buildUserInfoEvents({
  run,
  checks,
  userInfo: { status, failure, decision },
}: SequenceInput): readonly SequenceEvent[] {
  const { request } = run;
  if (!issuedTokens(run).accessToken && !run.userInfo) return [];
  const path = request
    ? userInfoEndpointOf(request.orgUrl, request.server).slice(request.orgUrl.length)
    : "UserInfo";
  const sent: SequenceMessage = {
    kind: "message",
    from: "browser",
    to: "userinfo",
    title: `GET ${path}`,
    details: ["Authorization: Bearer, with the access token"],
    look: "plain",
    payloads: [],
    target: "userinfo",
  };
  const received = { ...sent, from: "userinfo", to: "browser", details: [] } as const;
  if (checks.results.some((check) => check.id === "userinfo.sub" && check.status === "fail")) {
    return [sent, { ...received, title: "Claims about another user, dropped", look: "failed" }];
  }
  if (run.userInfo) {
    const weight = { members: run.userInfo.members, leftOut: [] };
    return [
      sent,
      {
        ...received,
        title: "200, claims",
        payloads: [{ name: "Claims", weight, target: "userinfo" }],
      },
    ];
  }
  switch (status) {
    case "not-called":
      return decision.kind === "refuse"
        ? [note("Not called: a check of the response failed.", "failed")]
        : [note("Not called yet.")];
    case "calling":
      return [sent, note("Waiting for the response.")];
    case "failed": {
      const title = failure?.title ?? "The call failed";
      return failure?.hasResponded
        ? [sent, { ...received, title, look: "failed" }]
        : [sent, note(`${title}.`, "failed")];
    }
    default:
      return status satisfies never;
  }
}

function note(text: string, look: SequenceNote["look"] = "plain"): SequenceNote {
  return { kind: "note", at: "userinfo", text, look, target: "userinfo" };
}
