import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decode } from "../test-org.ts";
import { type GuideOrg, startGuideOrg } from "./guide-org.ts";
import { collect, refusal } from "./okta-sdk.ts";

let org: GuideOrg;
beforeEach(async () => {
  org = await startGuideOrg();
});
afterEach(() => org.close());

const toGroupsClaim = async () =>
  decode((await org.ask(org.issuer, "token")).access_token).teams ?? "no claim";

const addTeams = () =>
  org.addClaim({
    name: "teams",
    valueType: "GROUPS",
    group_filter_type: "STARTS_WITH",
    value: "I",
  });

describe("a change by Okta's SDK changes the next token:", () => {
  test("a user is removed from a group", async () => {
    await addTeams();
    expect(await toGroupsClaim()).toEqual(["IT"]);
    const { groupId, userId } = org;
    await org.sdk.groupApi.unassignUserFromGroup({ groupId, userId });
    expect(await toGroupsClaim()).toBe("no claim");
  });

  test("a group is renamed", async () => {
    await addTeams();
    const profile = { name: "Infrastructure", description: "" };
    await org.sdk.groupApi.replaceGroup({ groupId: org.groupId, group: { profile } });
    expect(await toGroupsClaim()).toEqual(["Infrastructure"]);
  });

  test("a claim is deactivated and deleted", async () => {
    const { id: claimId = "" } = await addTeams();
    const ids = { authServerId: org.serverId, claimId };
    const api = org.sdk.authorizationServerApi;
    const claims = await collect(api.listOAuth2Claims({ authServerId: org.serverId }));
    const claim = claims.find(({ id }) => id === claimId);
    expect(claim).toMatchObject({ name: "teams", system: false, conditions: { scopes: [] } });

    await api.replaceOAuth2Claim({ ...ids, oAuth2Claim: { ...claim, status: "INACTIVE" } });
    expect(await toGroupsClaim()).toBe("no claim");
    await api.replaceOAuth2Claim({ ...ids, oAuth2Claim: { ...claim, value: "IT" } });
    expect(await toGroupsClaim()).toEqual(["IT"]);
    await api.deleteOAuth2Claim(ids);
    await expect(api.getOAuth2Claim(ids)).rejects.toEqual(refusal(404, "E0000007"));
    expect(await toGroupsClaim()).toBe("no claim");
  });

  test("an app is assigned to a group instead of a user", async () => {
    await addTeams();
    const { appId, groupId, userId, sdk } = org;
    await sdk.applicationApi.unassignUserFromApplication({ appId, userId });
    expect(await org.ask(org.issuer, "token")).toMatchObject({ error: "access_denied" });
    await sdk.applicationApi.assignGroupToApplication({ appId, groupId });
    expect(await toGroupsClaim()).toEqual(["IT"]);
    const groups = await collect(sdk.applicationApi.listApplicationGroupAssignments({ appId }));
    expect(groups.map(({ id }) => id)).toEqual([groupId]);
  });
});

describe("a server without a policy", () => {
  test("refuses requests, and the System Log says why", async () => {
    const { sdk, serverId: authServerId } = org;
    const before = new Date().toISOString();
    const api = sdk.authorizationServerApi;
    for (const { id: policyId = "" } of await collect(
      api.listAuthorizationServerPolicies({ authServerId }),
    ))
      await api.deleteAuthorizationServerPolicy({ authServerId, policyId });

    expect(await org.ask(org.issuer, "token")).toMatchObject({
      error: "access_denied",
      error_description:
        "Policy evaluation failed for this request, please check the policy configurations.",
    });
    const filter = 'outcome.result eq "FAILURE"';
    const events = await collect(sdk.systemLogApi.listLogEvents({ since: before, filter }));
    expect(events).toMatchObject([
      {
        eventType: "app.oauth2.as.authorize",
        published: expect.any(Date),
        actor: { id: org.appId },
        outcome: { result: "FAILURE", reason: "no_matching_policy" },
      },
    ]);
  });
});
