import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { cleanAddressScript } from "./clean-address-script.ts";

const page = "https://org.example.com/oauth2/v1/authorize";

function runAt(address: string): readonly string[] {
  const replaced: string[] = [];
  runInNewContext(cleanAddressScript, {
    URLSearchParams,
    location: new URL(address),
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, url: string) => replaced.push(url),
    },
    addEventListener: () => {},
  });
  return replaced;
}

describe("the script that cleans the address of the org's pages", () => {
  test.each([
    [page],
    [`${page}?response_type=id_token%20token&scope=openid%20groups&state=a+b&&x=`],
    [`${page}?code_challenge=c&code_challenge_method=S256`],
    [`${page}?state=%E4tat#section`],
  ])("doesn't change %s", (address) => {
    expect(runAt(address)).toEqual([]);
  });

  test.each([
    [`${page}?code=c`, page],
    [
      `${page}?response_type=id_token%20token&code=c&x=a+b`,
      `${page}?response_type=id_token%20token&x=a+b`,
    ],
    [`${page}?c%6Fde=c&state=%C3%A9%20`, `${page}?state=%C3%A9%20`],
    [
      `${page}?id_token_hint=e30&id_token=e30&access_token=a&refresh_token=r&state=s`,
      `${page}?state=s`,
    ],
    [`${page}?scope=openid%20groups#id_token=e30`, `${page}?scope=openid%20groups`],
    [
      "https://org.example.com//other.example.com/?code=c",
      "https://org.example.com//other.example.com/",
    ],
  ])("changes %s to %s", (address, cleaned) => {
    expect(runAt(address)).toEqual([cleaned]);
  });
});
