import { describe, expect, test } from "vitest";
import { parsePasted } from "./parse-pasted.ts";
import { listTokens, type PastedPart } from "./pasted-part.ts";
import { buildPastedRun } from "./pasted-run.ts";

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function buildToken(claims: object, header: object = { alg: "RS256", kid: "k1" }): string {
  return `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}.c2lnbmF0dXJl`;
}

const iss = "https://dev-123.okta.com";
const idToken = buildToken({
  iss,
  sub: "00u1",
  aud: "0oa1",
  nonce: "n",
  groups: ["Everyone", "état ü?>"],
});
const accessToken = buildToken({
  iss: `${iss}/oauth2/default`,
  sub: "a@b.c",
  cid: "0oa1",
  scp: ["openid"],
});
const callback = `https://app.example.com/callback#id_token=${idToken}&state=s`;
const both = `id_token=${idToken}&access_token=${accessToken}&token_type=Bearer&expires_in=3600&scope=openid+groups&state=s`;
const authorizeUrl = `${iss}/oauth2/default/v1/authorize?client_id=0oa1&response_type=token+id_token&scope=openid%20groups&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=s&nonce=n`;

/** Describes a part in a few words. */
function summarize(part: PastedPart): string {
  switch (part.kind) {
    case "response": {
      const { response, from, tokens } = part;
      if (response.kind !== "success") return `${from}: ${response.kind}`;
      const parts = [
        response.idToken && "ID token",
        response.accessToken && "access token",
        response.code && "code",
      ];
      const names = parts.filter(Boolean).join(", ");
      return `${from}: ${names}${tokens.some(({ damaged }) => damaged) ? " (damaged)" : ""}`;
    }
    case "request":
      return `authorize: ${part.request.server.kind} ${part.request.responseType}`;
    case "claims":
      return `claims: ${part.place}`;
    case "keys":
      return `keys: ${part.count}`;
    default:
      return part satisfies never;
  }
}

const found = (text: string) => parsePasted(text).parts.map(summarize);

/** Finds the first token in a text. */
function firstToken(text: string) {
  const [part] = parsePasted(text).parts;
  if (part?.kind !== "response") throw new Error("No token was found");
  return part.tokens[0];
}

/** Names and texts that can be pasted, by the part found in the text. */
const recognized: Record<string, Record<string, string>> = {
  "loose_tokens: ID token": {
    "an ID token": idToken,
    "an ID token in a header": `Bearer ${idToken}`,
    "a cookie": `Cookie: a=b; okta-token=${idToken}; c=d`,
    "a log line": `2026-11-28T12:00:00Z INFO id_token=${idToken} user=x`,
  },
  "loose_tokens: access token": {
    "an access token": accessToken,
    "a header": `Authorization: Bearer ${accessToken}`,
    "a curl command": `curl -H 'Authorization: Bearer ${accessToken}' https://api.example.com/x?y=1`,
  },
  "fragment: ID token": {
    "a callback URL": callback,
    "a callback in Markdown": `[sign in](${callback}).`,
  },
  "fragment: ID token, access token": {
    "a callback with both": `https://app.example.com/cb#${both}`,
    "a hash router's callback": `https://app.example.com/#/cb?${both}`,
    "a bare fragment": `#${both}`,
  },
  "authorize: org id_token": {
    "an authorize URL with spaces": `GET ${iss}/oauth2/v1/authorize?client_id=0oa1&response_type=id_token&scope=openid profile groups&redirect_uri=x&state=s&nonce=n HTTP/1.1`,
    "an authorize URL that ends in scopes": `${iss}/oauth2/v1/authorize?client_id=0oa1&redirect_uri=x&response_type=id_token&scope=openid groups`,
    "an authorize URL without a client": `${iss}/oauth2/v1/authorize?response_type=id_token&scope=openid&redirect_uri=x`,
  },
  "authorize: org id_token token": {
    "an authorize URL with a space in its response type": `${iss}/oauth2/v1/authorize?client_id=0oa1&response_type=id_token token&scope=openid groups&redirect_uri=x`,
  },
  "claims: ID token": {
    "a token's payload alone": idToken.split(".")[1] ?? "",
    "a token's payload in base64": Buffer.from(
      JSON.stringify({ iss, sub: "00u1", name: "a??>>" }),
    ).toString("base64"),
    "a token's payload": JSON.stringify({ iss, sub: "00u1", aud: "x" }),
  },
  "keys: 1": {
    "a list of keys in a log": `{"level":"info","jwks":{"keys":[{"kty":"RSA","n":"x","e":"AQAB"}]}}`,
    keys: '{"keys":[{"kty":"RSA","n":"x","e":"AQAB"}]}',
    "a PEM key": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
  },
  "query: code": {
    "a callback's query": "https://app.example.com/cb?code=abc&state=s",
    "a native app's callback": `com.example.app:/callback?code=abc&state=s`,
    "a form in curl": `curl -d 'grant_type=authorization_code&code=abc' ${iss}/oauth2/v1/token`,
  },
  "query: error": { "a bare query": "?error=access_denied&error_description=x" },
  "query: ID token, access token": { parameters: both },
  "fragment: error": {
    "an error URL":
      "https://app.example.com/cb#state=s&error=invalid_scope&error_description=One+or+more",
  },
  "authorize: custom id_token token": {
    "an authorize URL": authorizeUrl,
    "an authorize URL in a sign-in page's URL": `${iss}/login/login.htm?fromURI=${encodeURIComponent(new URL(authorizeUrl).pathname + new URL(authorizeUrl).search)}`,
  },
  "token_response: ID token, access token": {
    "a token response": JSON.stringify({
      access_token: accessToken,
      id_token: idToken,
      expires_in: 3600,
      scope: "openid",
    }),
    "what okta-auth-js stores": JSON.stringify({
      idToken: { idToken, claims: {} },
      accessToken: { accessToken },
    }),
  },
  "token_response: error": {
    "a refused token request":
      '{"error":"invalid_grant","error_description":"PKCE verification failed."}',
    "an error of Okta's API":
      '{"errorCode":"E0000015","errorSummary":"You do not have permission"}',
    "Okta's error page":
      "400\nBAD REQUEST\nError Code: invalid_request\nDescription: The 'redirect_uri' parameter must be a Login redirect URI",
    "the text of Okta's error page without colons":
      "Error Code\naccess_denied\nDescription\nUser is not assigned to the client application.",
    "an error in a log": "error: access_denied\nerror_description: User is not assigned",
    "an error that Python prints":
      "{'error': 'invalid_grant', 'error_description': 'The authorization code is invalid.'}",
    "a refusal in a header":
      'WWW-Authenticate: Bearer realm="x", error="invalid_token", error_description="The token has expired."',
  },
  "claims: UserInfo": { "UserInfo's response": '{"sub":"00u1","groups":["Everyone"]}' },
  "claims: Access token": {
    "what introspection returns": '{"active":true,"token_type":"Bearer","sub":"a@b.c"}',
  },
  "token_response: access token": {
    "an opaque access token": JSON.stringify({ access_token: "opaque-1", token_type: "Bearer" }),
  },
};
const recognizedTexts = Object.entries(recognized).flatMap(([found, texts]) =>
  Object.entries(texts).map(([name, text]) => [name, text, found] as const),
);

describe(parsePasted, () => {
  test.each(recognizedTexts)("recognizes %s", (_case, text, expected) => {
    const { parts, repairs } = parsePasted(text);
    expect(parts.map(summarize)).toEqual([expected]);
    expect(repairs).toEqual([]);
  });

  test.each([
    [
      "a token and UserInfo’s response",
      `${idToken}\n{"sub":"00u1","groups":["Everyone"]}`,
      ["loose_tokens: ID token", "claims: UserInfo"],
    ],
    [
      "a log line with a response",
      `12:00 INFO res={"access_token":"${accessToken}","n":{"a":"}"}} took 3 ms`,
      ["token_response: access token"],
    ],
    ["a token, and an object that never ends", `${idToken} {"a":{"b":`, ["loose_tokens: ID token"]],
  ])("finds %s", (_case, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("keeps several tokens of the same kind apart", () => {
    const other = buildToken({ iss, sub: "00u2", aud: "0oa1", nonce: "n2" });
    expect(found(`${idToken}\n${other}`)).toEqual([
      "loose_tokens: ID token",
      "loose_tokens: ID token",
    ]);
  });

  test("joins the scopes at the end of a URL", () => {
    const url = `${iss}/oauth2/v1/authorize?client_id=0oa1&redirect_uri=x&response_type=code&state=s`;
    const [part] = parsePasted(`${url}&scope=openid%20pro\nfile%20groups`).parts;
    expect(part).toMatchObject({ request: { scopes: ["openid", "profile", "groups"] } });
  });

  test("keeps the percent encoding of a URL in quoted-printable", () => {
    const uri = "https://app.example.com/cb?a=1&b=2";
    const url = `${iss}/oauth2/v1/authorize?client_id=0oa1&redirect_uri=${encodeURIComponent(uri)}&state=s`;
    const [part] = parsePasted(url.replaceAll("=", "=3D")).parts;
    expect(part).toMatchObject({ request: { redirectUri: uri } });
  });

  test("doesn’t join two URLs, or a URL with the text below it", () => {
    const incomplete = `${iss}/oauth2/v1/authorize?client_id=0oa1&response_type=code`;
    const clientIds = (text: string) =>
      parsePasted(text).parts.flatMap((part) =>
        part.kind === "request" ? part.request.parameters.map(({ value }) => value) : [],
      );
    expect(clientIds(`${incomplete}\n${incomplete}2&state=s`)).toEqual([
      "0oa1",
      "code",
      "0oa1",
      "code2",
      "s",
    ]);
    expect(clientIds(`${incomplete}\nThat is all.`)).toEqual(["0oa1", "code"]);
  });

  test("finds the server, but no org, in a path without a host", () => {
    const { pathname, search } = new URL(authorizeUrl);
    const [part] = parsePasted(JSON.stringify({ debugData: { url: pathname + search } })).parts;
    expect(part).toMatchObject({
      kind: "request",
      request: { orgUrl: undefined, hasHost: false, server: { kind: "custom", id: "default" } },
    });
  });

  test("finds the request, the response and the tokens in a HAR file, each once", () => {
    const entry = (url: string, response: object) => ({ request: { url, headers: [] }, response });
    const har = {
      log: {
        entries: [
          entry(authorizeUrl, { redirectURL: `https://app.example.com/cb#${both}`, content: {} }),
          entry("https://app.example.com/cb", { content: { text: "<html>" } }),
          entry(`${iss}/oauth2/v1/token`, {
            content: { text: JSON.stringify({ access_token: "opaque-2", id_token: idToken }) },
          }),
          {
            request: {
              url: "https://api.example.com",
              headers: [{ name: "Authorization", value: `Bearer ${accessToken}` }],
            },
          },
        ],
      },
    };
    expect(found(JSON.stringify(har))).toEqual([
      "authorize: custom id_token token",
      "fragment: ID token, access token",
    ]);
  });

  test("finds a form post and a body in base64 in a HAR file", () => {
    const body = btoa(JSON.stringify({ access_token: "opaque-2", id_token: idToken }));
    const har = [
      {
        request: {
          url: "https://app.example.com/cb",
          postData: {
            mimeType: "application/x-www-form-urlencoded",
            params: [
              { name: "access_token", value: accessToken },
              { name: "state", value: "s" },
            ],
          },
        },
      },
      { response: { content: { encoding: "base64", text: body } } },
    ];
    expect(found(JSON.stringify(har))).toEqual([
      "query: access token",
      "token_response: ID token, access token",
    ]);
  });

  test("finds the token beside an error in a log entry", () => {
    const entry = { error: "invalid_token", headers: { authorization: `Bearer ${accessToken}` } };
    expect(found(JSON.stringify(entry))).toEqual([
      "token_response: error",
      "loose_tokens: access token",
    ]);
  });

  test("finds the one sign-in in a HAR file of 12 MB", () => {
    const script = "function f(a,b){return a=b?c:'d'}//".repeat(300);
    const entries = Array.from({ length: 1100 }, (_, index) => ({
      request: {
        url: `https://cdn.example.com/${index}.js`,
        headers: Array.from({ length: 60 }, (_, it) => ({ name: `h${it}`, value: "b" })),
      },
      response: { content: { text: script } },
    }));
    const har = JSON.stringify({
      log: { entries: [...entries, { response: { redirectURL: callback } }] },
    });
    expect(har.length).toBeGreaterThan(11_000_000);
    expect(found(har)).toEqual(["fragment: ID token"]);
  });

  test.each<[string, (token: string) => unknown]>([
    ["a list", (token: string) => token],
    ["token responses", (token: string) => ({ id_token: token })],
  ])("stops after the first hundreds of tokens in %s", (_case, wrap) => {
    const tokens = Array.from({ length: 3_000 }, (_, index) =>
      buildToken({ iss, sub: `${index}` }),
    );
    const { parts } = parsePasted(JSON.stringify(tokens.map((token) => wrap(token))));
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.length).toBeLessThan(1_000);
  });

  const wrapped = idToken.replace(/.{60}/g, "$&\n  ");
  test.each([
    ["quotes", `"${callback}",`, "fragment: ID token", []],
    ["typographic quotes", `“${idToken}”`, "loose_tokens: ID token", []],
    [
      "HTML entities",
      both.replaceAll("&", "&amp;").replaceAll("=", "&#x3D;"),
      "query: ID token, access token",
      ["html_entities"],
    ],
    [
      "percent escapes",
      encodeURIComponent(`id_token=${idToken}&state=s`).replaceAll(".", "%2E"),
      "query: ID token",
      ["percent_encoding"],
    ],
    [
      "double percent escapes",
      encodeURIComponent(encodeURIComponent(both).replaceAll(".", "%2E")),
      "query: ID token, access token",
      ["percent_encoding", "double_encoding"],
    ],
    [
      "HTML entities in a URL",
      `<a href="https://app.example.com/cb#${both.replaceAll("&", "&amp;")}">`,
      "fragment: ID token, access token",
      ["html_entities"],
    ],
    [
      "a shell's backslashes",
      authorizeUrl.replaceAll("&", "\\&"),
      "authorize: custom id_token token",
      ["backslashes"],
    ],
    ["spaces", idToken.replace(/.{80}/g, "$& "), "loose_tokens: ID token", ["spaces"]],
    [
      "hidden characters",
      idToken.replace(/.{80}/g, "$&\u200b"),
      "loose_tokens: ID token",
      ["hidden_characters"],
    ],
    [
      "quoted-printable line breaks",
      idToken.replace(/.{75}/g, "$&=\n"),
      "loose_tokens: ID token",
      ["line_breaks"],
    ],
    ["base64 around a token", btoa(idToken), "loose_tokens: ID token", ["base64_twice"]],
    [
      "base64 around a token in YAML",
      `kind: Secret\ndata:\n  token: ${btoa(idToken)}\n`,
      "loose_tokens: ID token",
      ["base64_twice"],
    ],
    ["line breaks", wrapped, "loose_tokens: ID token", ["line_breaks"]],
    [
      "an e-mail's line breaks",
      wrapped.replaceAll("\n  ", "\r\n> "),
      "loose_tokens: ID token",
      ["line_breaks"],
    ],
    [
      "a program's line breaks",
      wrapped.replaceAll("\n  ", '" +\n  "'),
      "loose_tokens: ID token",
      ["line_breaks"],
    ],
    [
      "line breaks in two tokens",
      [idToken, accessToken].map((it) => it.replace(/.{75}/g, "$&\n")).join("\n\n"),
      "loose_tokens: ID token, access token",
      ["line_breaks"],
    ],
    [
      "line breaks in a list of members",
      [`access_token : ${accessToken}`, "scope        : openid", `id_token     : ${idToken}`]
        .map((it) => it.replace(/.{75}/g, "$&\n               "))
        .join("\n"),
      "loose_tokens: ID token, access token",
      ["line_breaks"],
    ],
    [
      "a line break after each dot",
      idToken.replaceAll(".", ".\n"),
      "loose_tokens: ID token",
      ["line_breaks"],
    ],
    [
      "a URL's line breaks",
      authorizeUrl.replace(/.{70}/g, "$&\n"),
      "authorize: custom id_token token",
      ["line_breaks"],
    ],
    [
      "a Windows command line's carets",
      `curl ^"${authorizeUrl.replaceAll("%", "^%^").replaceAll("&", "^&")}^" ^\n -H ^"accept: */*^"`,
      "authorize: custom id_token token",
      ["carets"],
    ],
    [
      "the escapes of JSON in a log line",
      `INFO "url":"${authorizeUrl.replaceAll("&", "\\u0026")}" took 3 ms`,
      "authorize: custom id_token token",
      ["backslashes"],
    ],
    [
      "quoted-printable",
      authorizeUrl.replaceAll("=", "=3D").replace(/.{75}/g, "$&=\n"),
      "authorize: custom id_token token",
      ["quoted_printable"],
    ],
    [
      "escaped line breaks",
      JSON.stringify(wrapped),
      "loose_tokens: ID token",
      ["backslashes", "line_breaks"],
    ],
    [
      "a shell's line breaks",
      wrapped.replaceAll("\n  ", "\\\n"),
      "loose_tokens: ID token",
      ["line_breaks"],
    ],
    [
      "typographic quotes in JSON",
      "{“error”: “invalid_grant”, “error_description”: “x”}",
      "token_response: error",
      ["quotes"],
    ],
    [
      "what Python prints",
      `{'sub': '00u1', 'iss': '${iss}', 'email_verified': True, 'locale': None}`,
      "claims: ID token",
      ["quotes"],
    ],
    [
      "spaces that don't break",
      `{\u00a0"sub":\u00a0"00u1", "iss": "${iss}"}`,
      "claims: ID token",
      ["hidden_characters"],
    ],
    [
      "marks of the direction of a text",
      idToken.replace(/.{80}/g, "$&\u200e"),
      "loose_tokens: ID token",
      ["hidden_characters"],
    ],
    [
      "JSON escapes",
      `{\\"id_token\\":\\"${idToken}\\"}`,
      "token_response: ID token",
      ["backslashes"],
    ],
  ])("undoes %s", (_case, text, expected, repairs) => {
    const pasted = parsePasted(text);
    expect(pasted.parts.map(summarize)).toEqual([expected]);
    expect(pasted.repairs).toEqual(repairs);
  });

  test("decodes standard base64, and says so", () => {
    const payload = Buffer.from(
      JSON.stringify({ iss, sub: "00u1", nonce: "n", a: "??>>~~" }),
    ).toString("base64");
    const [header] = idToken.split(".");
    expect(firstToken(`${header}.${payload}.c2lnbmF0dXJl`)).toMatchObject({
      role: "id_token",
      repairs: ["base64"],
      damaged: undefined,
    });
  });

  const cutPayload = { segment: "payload", kind: "cut_off" };
  const noSignature = { segment: "signature", kind: "missing" };

  test.each([
    ["is cut off", idToken.slice(0, 150), [cutPayload, noSignature]],
    ["ends in an ellipsis", `${idToken.slice(0, 150)}…`, [cutPayload, noSignature]],
    ["lacks the signature", idToken.split(".").slice(0, 2).join("."), [noSignature]],
  ])("decodes the readable rest of a token that %s", (_case, text, damage) => {
    const token = firstToken(text);
    expect(token?.damaged?.damage).toMatchObject(damage);
    expect(token?.damaged?.header?.object).toEqual({ alg: "RS256", kid: "k1" });
    expect(token?.damaged?.payload?.object).toMatchObject({ iss, sub: "00u1" });
    expect(token?.role).toBe(
      token?.damaged?.payload && "nonce" in token.damaged.payload.object ? "id_token" : token?.role,
    );
  });

  const sent = `{"iss":"${iss}","sub":"00u1","n":9007199254740993,"big":1e400,"one":1.0,"a":1,"a":2`;

  test.each([
    ["that is cut off", `${encode('{"alg":"RS256"}')}.${encode(`${sent},"b":"x`)}`],
    ["whose payload alone was pasted", encode(`${sent}}`)],
    ["in a debugger's JSON", `{"header":{"alg":"RS256"},"payload":${sent}}}`],
    ["as JSON", `${sent}}`],
  ])("keeps numbers and repeated names of claims as sent, for claims %s", (_case, text) => {
    const [part] = parsePasted(text).parts;
    if (part?.kind !== "response" && part?.kind !== "claims") throw new Error("no claims");
    const { response } = buildPastedRun(part, { number: 1, parts: [], nowSeconds: 0 });
    const token = response.kind === "success" ? response.idToken : undefined;
    expect(token?.decoded).toMatchObject({ text: `${sent}}` });
  });

  test.each(["...", "***", "[REDACTED]", "<redacted>", "xxxxxxxx", "…"])(
    "doesn’t take %s for a token",
    (placeholder) => {
      const encoded = encodeURIComponent(placeholder);
      expect(found(JSON.stringify({ access_token: placeholder, token_type: "Bearer" }))).toEqual(
        [],
      );
      expect(found(`https://a.example/cb#access_token=${encoded}&token_type=Bearer`)).toEqual([]);
      expect(found(JSON.stringify({ access_token: placeholder, id_token: idToken }))).toEqual([
        "token_response: ID token",
      ]);
      expect(
        found(`https://a.example/cb#access_token=${encoded}&id_token=${idToken}&state=s`),
      ).toEqual(["fragment: ID token"]);
    },
  );

  test("names the part and the character of damage", () => {
    const [header, payload = "", signature] = idToken.split(".");
    const text = `id_token: ${header}.${payload.slice(0, 30)}+${payload.slice(31)}.${signature}`;
    expect(firstToken(text)?.damaged?.damage).toEqual([
      { segment: "payload", offset: 30, kind: "wrong_character", found: "+" },
    ]);
  });

  test.each([
    ["...", idToken.slice(0, 150), "...", { ...cutPayload, found: "…" }],
    ["a redacted signature", idToken.replace(/[^.]*$/, ""), "[REDACTED]", noSignature],
    [
      "no header",
      idToken.slice(idToken.indexOf(".") + 1),
      "",
      { segment: "header", kind: "missing" },
    ],
    ["no first letters", idToken.slice(3), "", { segment: "header", kind: "missing" }],
    [
      "a wrong character",
      `${idToken.slice(0, 100)}!${idToken.slice(101)}`,
      "",
      {
        segment: "payload",
        kind: "wrong_character",
        found: "!",
        offset: 100 - idToken.indexOf(".") - 1,
      },
    ],
  ])("finds the damage of a token with %s", (_case, start, end, damage) => {
    const damaged = firstToken(start + end)?.damaged;
    expect(damaged?.damage).toContainEqual(expect.objectContaining(damage));
    expect(damaged?.payload?.object).toMatchObject({ iss });
  });

  test("doesn’t take a second token for the end of the first", () => {
    const cut = idToken.slice(0, 150);
    expect(
      parsePasted(`${cut}|${accessToken}`).parts.flatMap((part) =>
        part.kind === "response" ? part.tokens.map(({ raw }) => raw) : [],
      ),
    ).toEqual([cut, accessToken]);
  });

  test.each([
    ["", "empty"],
    ["  \n", "empty"],
    [Buffer.from('<samlp:Response xmlns:samlp="urn:oasis"/>').toString("base64"), "saml"],
    [
      `SAMLResponse=${encodeURIComponent(Buffer.from('<?xml version="1.0"?><a/>').toString("base64"))}`,
      "saml",
    ],
    ['<saml2p:Response ID="x">', "saml"],
    ["https://sp.example.com/sso?SAMLRequest=fZJNT8MwDIbv", "saml"],
    ["00aBcDeFgHiJkLmNoPqRsTuVwXyZ", "opaque"],
    ['{"refresh_token":"00aBcDeFgHiJkLmNoPqRsTuVwXyZ"}', "opaque"],
    ["https://app.example.com/cb?interaction_code=00aBcDeFgHiJkLmNoPqRs&state=s", "opaque"],
    ["Bearer 00aBcDeFgHiJkLmNoPqRsTuVwXyZ", "opaque"],
    ["Authorization: SSWS 00aBcDeFgHiJkLmNoPq", "api_token"],
    ["Authorization: Basic MG9hMTpzZWNyZXQ=", "client_secret"],
    ["hello there", "other"],
    ["...", "other"],
    [".".repeat(40), "other"],
    ["Bearer ................", "other"],
    ["refresh_token: ----------------", "other"],
    ["xxxxxxxxxxxxxxxxxxxxxxxx", "other"],
    ["internationalization", "other"],
    ["/usr/local/share/doc/readme", "other"],
    ["1234567890123456", "other"],
    ["2026-01-01T00-00-00", "other"],
    ["{}", "other"],
    ["https://example.com/#section", "url"],
    ["example.com", "other"],
    ["dev-123.okta.com", "okta_address"],
    ["https://dev-123.okta.com/oauth2/default/.well-known/openid-configuration", "okta_address"],
    [
      "https://dev-123-admin.okta.com/admin/app/oidc_client/instance/0oa1#tab-signon",
      "okta_address",
    ],
    ["0oa1gjh63g214q0Hq0g4", "client_id"],
    ['{"active":false}', "inactive_token"],
    ['{ "id": "00u1gjh63g214q0Hq0g4", "status": "ACTIVE" }', "okta_object"],
    ['[{"id":"ocl1gjh63g214q0Hq0g4","name":"groups","value":".*"}]', "okta_object"],
    [`{"issuer":"${iss}","jwks_uri":"${iss}/oauth2/v1/keys"}`, "metadata"],
    ["-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", "private_key"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----", "private_key"],
    ["-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----", "private_key"],
    [
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nM\n-----END ENCRYPTED PRIVATE KEY-----",
      "private_key",
    ],
    ['{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}', "private_key"],
    ['{"keys":[{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","d":"AQ"}]}', "private_key"],
    ['{"kty":"oct","k":"c2VjcmV0"}', "private_key"],
  ])("says what %j looks like", (text, looksLike) => {
    expect(parsePasted(text)).toEqual({ parts: [], repairs: [], looksLike });
  });

  test.each([
    ["without a space between them", idToken + accessToken],
    ["of which the first has no signature", idToken.replace(/[^.]*$/, "") + accessToken],
  ])("tells two tokens apart %s", (_case, text) => {
    expect(
      parsePasted(text)
        .parts.flatMap(listTokens)
        .map(({ role }) => role),
    ).toEqual(["id_token", "access_token"]);
  });

  test.each([
    ["{clientId}", "https://dev-123.okta.com"],
    [`\${clientId}`, `https://\${yourOktaDomain}`],
    ["{{client-id}}", "https://{{domain}}"],
    ["<your client ID>", "https://<your domain>"],
    ["%7BclientId%7D", "https://%7ByourOktaDomain%7D"],
  ])("parses a whole request if the client ID is the placeholder %s", (clientId, origin) => {
    const url = `${origin}/oauth2/v1/authorize?client_id=${clientId}&response_type=id_token&redirect_uri=https%3A%2F%2Fa.example&state=s`;
    const [part] = parsePasted(`Open ${url}, then sign in.`).parts;
    expect(part).toMatchObject({
      kind: "request",
      request: {
        clientId: clientId.replace("%7B", "{").replace("%7D", "}"),
        responseType: "id_token",
        redirectUri: "https://a.example",
      },
    });
  });

  test("ends a URL at a tag, or at the brace of an object around the URL", () => {
    const url = "https://a.example/cb?code=abc&state=s";
    for (const text of [`${url}<br>next`, `{url: ${url}}`]) {
      const [part] = parsePasted(text).parts;
      expect(part).toMatchObject({ response: { code: "abc", states: ["s"] } });
    }
  });

  test("keeps the full stop of an error description", () => {
    const description = "User+is+not+assigned+to+the+client+application.";
    const url = `https://a.example/cb#state=s&error=access_denied&error_description=${description}`;
    expect(parsePasted(url).parts).toMatchObject([
      { response: { description: description.replaceAll("+", " ") } },
    ]);
  });

  test("doesn’t take a full stop for a part of a token", () => {
    expect(firstToken(`My token is ${idToken}. It fails.`)?.raw).toBe(idToken);
  });

  test.each([
    ["a dot too many", `${idToken}.c2ln`, { segment: "signature", kind: "wrong_character" }],
    ["an ellipsis in it", `${idToken.slice(0, 150)}...${idToken.slice(-10)}`, cutPayload],
    [
      "a signature that is cut off",
      idToken.slice(0, -1),
      { segment: "signature", kind: "wrong_end" },
    ],
    ["a payload alone that is cut off", idToken.slice(idToken.indexOf(".") + 1, 150), cutPayload],
  ])("finds damage in a token with %s", (_case, text, damage) => {
    expect(firstToken(text)?.damaged?.damage).toContainEqual(expect.objectContaining(damage));
    expect(firstToken(text)?.damaged?.damage).not.toContainEqual(
      expect.objectContaining({ kind: "not_utf8" }),
    );
  });

  test("doesn’t take a replacement character in a claim for damage", () => {
    const token = buildToken({ iss, sub: "00u1", name: "J\ufffdrg" }).slice(0, -1);
    expect(firstToken(token)?.damaged?.damage.map(({ segment }) => segment)).toEqual(["signature"]);
  });

  test.each([
    [`{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}\n${idToken}`, "private_key"],
    [`curl -H "Authorization: SSWS 00aBcDeFgHiJkLmNoPqR" "${authorizeUrl}"`, "api_token"],
    ["grant_type=authorization_code&code=abc&client_secret=aBcDeFgHiJkL", "client_secret"],
    [`{"keys":[{"kty":"RSA","n":"x","e":"AQAB"}]} {"d": 1} ${idToken}`, undefined],
    [`With basic authentication: ${idToken}, and its client_secret is: none`, undefined],
  ])("finds the secret next to other parts, if there is one, in %j", (text, looksLike) => {
    const pasted = parsePasted(text);
    expect(pasted.parts.length).toBeGreaterThan(0);
    expect(pasted.looksLike).toBe(looksLike);
  });

  test("names a wrong character as a whole, even an emoji", () => {
    const token = `${encode('{"alg":"RS256"}')}.${encode('{"sub":"x" 👍}')}.c2ln`;
    expect(firstToken(token)?.damaged?.damage).toContainEqual(
      expect.objectContaining({ segment: "payload", found: "👍" }),
    );
  });

  test("finds a token with 20,000 groups", () => {
    const groups = Array.from({ length: 20_000 }, (_, it) => `Group ${it} of the organisation`);
    expect(firstToken(`Bearer ${buildToken({ iss, groups })}`)?.damaged).toBeUndefined();
  });

  test("finds no damage in an encrypted token", () => {
    const jwe = `${encode('{"alg":"RSA-OAEP-256","enc":"A256GCM"}')}.a.b.c.d`;
    expect(firstToken(jwe)).toMatchObject({ raw: jwe, damaged: undefined });
  });

  test.each([
    ["megabytes of beginnings of tokens", "eyJ".repeat(3_500_000)],
    ["megabytes of beginnings of objects", '{"'.repeat(5_250_000)],
    ["megabytes of beginnings of URLs", ":/".repeat(5_250_000)],
    ["many dots", "eyJ".concat("a.".repeat(500_000))],
    ["many starts", "eyJaaaaaaaaaaaaaaaaaaaaaaaa ".repeat(50_000)],
    ["deep JSON", "[".repeat(500_000)],
    ["many line breaks", "\n \t".repeat(300_000)],
    ["many objects without an end", '{"a":'.repeat(200_000)],
    ["a long row of spaces", `a${" ".repeat(900_000)}b`],
    ["long rows of spaces between tokens", `eyJ${" ".repeat(1000)}`.repeat(900)],
    ["a source map of six megabytes", `x = 1 //base64,eyJ2ZXJz${"aW9uIjoz".repeat(750_000)}`],
    ["many quotes with spaces", `"${" ".repeat(1000)}`.repeat(900)],
    ["many quotes", "\"'".repeat(500_000)],
    ["many escapes", "%25".repeat(300_000)],
    ["many entities", "&amp;".repeat(200_000)],
    ["many starts of a URL", "://".repeat(300_000)],
    ["many schemes", "a:/".repeat(300_000)],
    ["many scopes", "http://a/?scope=".repeat(60_000)],
    ["many scopes with spaces", `http://a/?scope=${"a ".repeat(400_000)}`],
    ["many short tokens", "eyJ.".repeat(5_000_000)],
    ["a token of dots and a letter", `{"access_token":"${".".repeat(200_000)}a","scope":""}`],
    ["many beginnings of lines", "\nabc: %20".repeat(100_000)],
    ["many errors", "error: a ".repeat(100_000)],
    ["one token without dots", "eyJ".repeat(300_000)],
    ["many URLs", "https://x.example/cb#code=1 ".repeat(30_000)],
    ["many parameters", "a=b&".repeat(200_000)],
    ["beginnings of tokens with padding", "eyA=".repeat(200_000)],
    ["parameters with beginnings of tokens", "id_token=eyJ".repeat(50_000)],
    [
      "an object with many members",
      `{${Array.from({ length: 150_000 }, (_, it) => `"k${it}":1`)}}`,
    ],
  ])(
    "is not slowed down by %s",
    (_case, text) => {
      expect(() => parsePasted(text)).not.toThrow();
    },
    10_000,
  );
});
