import { describe, expect, test } from "vitest";
import { parseAuthorizeUrl, takeHostPlaceholder } from "./authorize-url.ts";
import { findAuthorizeUrlProblems } from "./authorize-url-problems.ts";

const complete: Readonly<Record<string, string>> = {
  client_id: "0oa1",
  response_type: "id_token",
  scope: "openid groups",
  redirect_uri: "https://app.example.com/cb",
  state: "s",
  nonce: "n",
};

function judge(
  change: Record<string, string | undefined>,
  path = "/oauth2/v1/authorize",
  extra = "",
) {
  const url = new URL(`https://dev-123.okta.com${path}`);
  for (const [name, value] of Object.entries({ ...complete, ...change })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const parsed = parseAuthorizeUrl(new URL(url.href + extra));
  return parsed ? findAuthorizeUrlProblems(parsed) : undefined;
}

test.each(["https://dev-123.okta.com@evil.example", "https://:x@dev-123.okta.com"])(
  "parseAuthorizeUrl finds no org in an address with a part before the @: %s",
  (origin) => {
    const url = new URL(`${origin}/oauth2/v1/authorize?client_id=0oa1&response_type=id_token`);
    expect(parseAuthorizeUrl(url)?.orgUrl).toBeUndefined();
  },
);

describe(findAuthorizeUrlProblems, () => {
  test.each([
    ["an ID token", {}],
    ["both, in either order", { response_type: "token id_token" }],
    [
      "a code with PKCE",
      {
        response_type: "code",
        code_challenge: "c",
        code_challenge_method: "S256",
        nonce: undefined,
      },
    ],
    ["prompts in any order", { prompt: "consent login" }],
    ["an enrollment", { response_type: "none", prompt: "enroll_authenticator" }],
  ])("finds no problem in a request for %s", (_case, change) => {
    expect(judge(change)).toEqual([]);
  });

  test.each([
    [{ client_id: undefined }, /no client_id/],
    [{ redirect_uri: undefined }, /no redirect_uri/],
    [{ redirect_uri: "callback" }, /not a URL/],
    [{ client_id: "{clientId}" }, /client_id is still a placeholder/],
    [{ redirect_uri: "https://{yourApp}/cb" }, /redirect_uri is still a placeholder/],
    [{ state: undefined }, /no state/],
    [{ nonce: undefined }, /no nonce/],
    [{ response_type: undefined }, /no response_type/],
    [{ response_type: "id_tokn" }, /no response type id_tokn/],
    [{ response_mode: "query" }, /no tokens in the query/],
    [{ response_mode: "json" }, /no response mode json/],
    [{ prompt: "select_account" }, /no prompt select_account/],
    [{ prompt: "none", max_age: "0" }, /max_age=0/],
    [{ max_age: "-1" }, /number of seconds/],
    [{ response_type: "none" }, /enroll_authenticator/],
    [{ response_type: "code", code_challenge: "c", code_challenge_method: "plain" }, /S256/],
    [{ scope: "groups" }, /openid/],
    [{ scope: "openid,groups" }, /commas/],
    [{ scope: "openid reports" }, /reports/],
  ])("finds a certain refusal of %j", (change, text) => {
    const problems = judge(change);
    expect(problems?.find(({ kind }) => kind === "refusal")?.text).toMatch(text);
  });

  test("does not judge another product's request by Okta's rules", () => {
    const url = new URL("https://login.example.com/common/oauth2/v2.0/authorize?client_id=1");
    const parsed = parseAuthorizeUrl(new URL(`${url.href}&response_type=code`));
    expect(parsed && findAuthorizeUrlProblems(parsed)).toMatchObject([
      { kind: "possible", text: expect.stringMatching(/^Okta’s authorize endpoints end in/) },
    ]);
  });

  test("names an impossible host, and does not criticize Okta's path", () => {
    const url = new URL("https://okta.com/oauth2/v1/authorize?client_id=1&response_type=code");
    const parsed = parseAuthorizeUrl(url);
    expect(parsed && findAuthorizeUrlProblems(parsed)).toMatchObject([
      { text: "Its host can’t be an Okta org’s domain." },
    ]);
  });

  const listTexts = (text: string) => {
    const { url, hostPlaceholder } = takeHostPlaceholder(text);
    const parsed = url && parseAuthorizeUrl(url, hostPlaceholder);
    return parsed && findAuthorizeUrlProblems(parsed).map((it) => it.text);
  };

  test.each([`\${yourOktaDomain}`, "{yourOktaDomain}", "{{domain}}", "<your Okta domain>"])(
    "says that the host is still a placeholder: %s",
    (host) => {
      const text = `https://${host}/oauth2/v1/authorize?${new URLSearchParams(complete)}`;
      expect(listTexts(text)).toEqual([
        `The host is still a placeholder: ${host}. Replace it with your Okta domain.`,
      ]);
    },
  );

  test("treats a placeholder for the server ID as a custom server", () => {
    const url = `https://dev-123.okta.com/oauth2/\${authorizationServerId}/v1/authorize`;
    expect(listTexts(`${url}?${new URLSearchParams(complete)}`)?.[0]).toBe(
      `The authorization server ID is still a placeholder: \${authorizationServerId}. Replace it with the server’s ID, such as default.`,
    );
  });

  test("reports a placeholder only as a placeholder", () => {
    const problems = judge({
      client_id: "{clientId}",
      redirect_uri: "{redirectUri}",
      scope: "{scopes}",
      state: "<state>",
      prompt: "{prompt}",
    });
    expect(problems?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "refusal client_id is still a placeholder: {clientId}. Replace it with your app’s client ID.",
      "refusal scope is still a placeholder: {scopes}. Replace it with scopes, such as openid groups.",
      "refusal redirect_uri is still a placeholder: {redirectUri}. Replace it with one of the app’s sign-in redirect URIs.",
      "possible state is still a placeholder: <state>. Replace it with a value of your own.",
      "possible prompt is still a placeholder: {prompt}. Replace it with a value of your own.",
    ]);
  });

  test("does not report JSON as a placeholder", () => {
    expect(judge({ claims: '{"id_token":{"email":null}}' })).toEqual([]);
  });

  test("reports a repeated parameter", () => {
    expect(judge({}, undefined, "&state=again")?.map(({ text }) => text)).toEqual([
      expect.stringContaining("state twice"),
    ]);
  });

  test("reports a scope that a custom server may lack, and a missing challenge, as possible refusals", () => {
    expect(judge({}, "/oauth2/default/v1/authorize")).toMatchObject([{ kind: "possible" }]);
    expect(judge({ response_type: "code" })).toMatchObject([{ kind: "possible", text: /PKCE/ }]);
  });

  test.each([
    [{ state: "a=b" }, /state/],
    [{ redirect_uri: "https://app.example.com/#/cb" }, /fragment/],
    [{ response_type: "code", code_challenge: "c" }, /code_challenge_method/],
    [
      {
        response_type: "code",
        response_mode: "okta_post_message",
        code_challenge: "c",
        code_challenge_method: "S256",
      },
      /disagree/,
    ],
    [{ request_uri: "urn:okta:1", scope: undefined, response_type: undefined }, /request_uri/],
  ])("finds a possible refusal of %j", (change, text) => {
    expect(judge(change)).toEqual([
      expect.objectContaining({ kind: "possible", text: expect.stringMatching(text) }),
    ]);
  });

  test("reports the Admin Console’s host", () => {
    const url = new URL(
      `https://dev-123-admin.okta.com/oauth2/v1/authorize?${new URLSearchParams(complete)}`,
    );
    const parsed = parseAuthorizeUrl(url);
    expect(parsed?.orgUrl).toBe("https://dev-123.okta.com");
    expect(parsed && findAuthorizeUrlProblems(parsed)).toMatchObject([{ text: /-admin/ }]);
  });
});

describe(parseAuthorizeUrl, () => {
  test.each([
    ["/oauth2/v1/authorize", { kind: "org" }],
    ["/oauth2/default/v1/authorize", { kind: "custom", id: "default" }],
    ["/oauth2/aus1/v1/authorize", { kind: "custom", id: "aus1" }],
  ])("finds the authorization server in %s", (path, server) => {
    const url = new URL(`https://dev-123.okta.com${path}?${new URLSearchParams(complete)}`);
    expect(parseAuthorizeUrl(url)).toMatchObject({
      orgUrl: "https://dev-123.okta.com",
      server,
      scopes: ["openid", "groups"],
    });
  });

  test.each([
    "https://login.example.com/tenant/oauth2/v2.0/authorize",
    "https://tenant.example.com/authorize",
  ])("finds no Okta org in %s", (address) => {
    const url = new URL(`${address}?${new URLSearchParams(complete)}`);
    expect(parseAuthorizeUrl(url)).toMatchObject({ orgUrl: undefined, clientId: "0oa1" });
  });

  test.each(["https://app.example.com/cb?code=1&state=s", "https://example.com/"])(
    "finds no authorization request in %s",
    (url) => {
      expect(parseAuthorizeUrl(new URL(url))).toBeUndefined();
    },
  );
});
