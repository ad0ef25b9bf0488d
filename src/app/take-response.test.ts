import { describe, expect, test } from "vitest";
import { takeResponse } from "./take-response.ts";

function openAt(address: string) {
  const page = { address: new URL(address, "http://localhost:5173") };
  const response = takeResponse({
    location: page.address,
    history: {
      pushState: () => expect.unreachable("a new entry"),
      replaceState: (_state, _unused, url) => {
        page.address = new URL(url, page.address);
      },
    },
  });
  return { response, address: page.address.pathname + page.address.search + page.address.hash };
}

describe(takeResponse, () => {
  test.each([
    ["the fragment", "/#id_token=a.b.c&state=s", "/"],
    ["the query", "/?id_token=a.b.c&access_token=t&state=s", "/"],
    ["the query, with a code", "/?code=c&state=s&iss=https%3A%2F%2Fa", "/"],
    ["the query, with an error", "/?error=access_denied&state=s", "/"],
    ["a set-up page", "/?setup=people#id_token=a.b.c", "/?setup=people"],
    ["the query of a set-up page", "/?setup=people&id_token=a.b.c&scope=openid", "/?setup=people"],
    ["a demo org address", "/demo-org/x?y=1#access_token=t", "/demo-org/x?y=1"],
    [
      "a preset page",
      "/?server=default&scope=openid#id_token=a.b.c",
      "/?server=default&scope=openid",
    ],
    [
      "a preset page with encoded spaces",
      "/?scope=openid%20groups&domain=a%2Eb#code=c",
      "/?scope=openid%20groups&domain=a%2Eb",
    ],
    [
      "the query beside encoded spaces",
      "/?scopes=openid%20groups&co%64e=c&x=1",
      "/?scopes=openid%20groups&x=1",
    ],
    ["a router's path", "/?server=default#/implicit/callback#id_token=a.b.c", "/?server=default"],
    ["a router's path in the query", "/?/callback?code=c&state=s&x=1", "/?x=1"],
    ["a fragment after another #", "/?server=default##id_token=a.b.c", "/?server=default"],
    ["a fragment after a ?", "/#?id_token=a.b.c&state=s", "/"],
    ["a fragment with &amp;", "/#state=x&amp;id_token=a.b.c", "/"],
    ["an escaped fragment", "/#id_token%3Da.b.c", "/"],
    [
      "the query, with what the token endpoint returns",
      "/?code=abc&state=s&refresh_token=r&device_secret=d&server=default",
      "/?server=default",
    ],
    ["the query, with an escaped token", "/?state=s&amp;id_token%3Da.b.c&scopes=x", "/?scopes=x"],
    [
      "both the fragment and the query",
      "/?code=c&server=default#id_token=a.b.c",
      "/?server=default",
    ],
  ])("clears a response from %s", (_case, address, cleared) => {
    const { response, address: after } = openAt(address);
    expect(response).toBeDefined();
    expect(after).toBe(cleared);
  });

  test.each(["/", "/#section", "/?server=default&scope=openid", "/#/route?x=1"])(
    "leaves %s alone",
    (address) => {
      expect(openAt(address)).toEqual({ response: undefined, address });
    },
  );
});
