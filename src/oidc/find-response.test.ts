import { describe, expect, test } from "vitest";
import { findResponse } from "./find-response.ts";

describe(findResponse, () => {
  test.each([
    ["#id_token=a.b.c&state=s", "", "fragment"],
    ["#access_token=", "", "fragment"],
    ["#state=s&%65rror=login_required", "?server=default", "fragment"],
    ["", "?code=c&state=s", "query"],
    ["", "?id_token=a&access_token=b", "query"],
    ["", "?server=default&error=access_denied", "query"],
    ["#section", "?error=access_denied", "query"],
    ["#code=c&id_token=a.b.c", "?code=d", "fragment"],
    ["#%zz=1&id_token=a.b.c", "", "fragment"],
    ["#/implicit/callback#id_token=a.b.c&state=s", "", "fragment"],
    ["#!/callback?code=c&state=s", "", "fragment"],
    ["#/callback&error=access_denied", "", "fragment"],
    ["#/access_token=a/b", "", "fragment"],
    ["", "?/callback?code=c", "query"],
    ["#access_token", "", "fragment"],
    ["##id_token=a.b.c&state=s", "", "fragment"],
    ["#?id_token=a.b.c&state=s", "", "fragment"],
    ["#!id_token=a.b.c&state=s", "", "fragment"],
    ["#callback?id_token=a.b.c", "", "fragment"],
    ["#state=x&amp;id_token=a.b.c", "", "fragment"],
    ["#id_token%3Da.b.c", "", "fragment"],
    ["#a=access_token=b", "", "fragment"],
    ["", "?refresh_token=r", "query"],
    ["", "?device_secret=d&server=default", "query"],
  ])("finds a response in %s and %s", (hash, search, returnedIn) => {
    const text = (returnedIn === "fragment" ? hash : search).slice(1);
    expect(findResponse({ hash, search })).toEqual({ text, returnedIn });
  });

  test.each([
    ["", ""],
    ["#", "?"],
    ["#section", ""],
    ["#/route", "?server=default&scope=openid"],
    ["#/route?x=1", "?/route"],
    ["#/a=b/code=c", ""],
    ["#a=b&state=s", "?token=code"],
    ["#section", "?q=%26code=c"],
    ["", "?token=id_token&setup=people"],
    ["#constructor", "?__proto__=error"],
  ])("finds no response in %s and %s", (hash, search) => {
    expect(findResponse({ hash, search })).toBeUndefined();
  });
});
