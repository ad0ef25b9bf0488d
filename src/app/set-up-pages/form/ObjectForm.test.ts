import { describe, expect, test } from "vitest";
import type { ApiCall } from "../../org-api/api-call.ts";
import { checkOutdated } from "./ObjectForm.tsx";

type Thing = { readonly name: string; readonly size: number };

const sendBack = (body: Thing): ApiCall => ({ method: "PUT", path: "/things/1", body });
/** The call of a form that edits only the size. */
const resize = (thing: Thing) => sendBack({ ...thing, size: 2 });

const read = { name: "One", size: 1 };
const change = { call: resize(read), object: read, sendBack, rebuild: resize };

describe(checkOutdated, () => {
  test("accepts a call if nothing changed, or if the same change was saved already", () => {
    const current = resize(read);
    expect(checkOutdated({ ...change, newest: read, own: undefined })).toEqual(current);
    const newest = { name: "One", size: 2 };
    expect(checkOutdated({ ...change, newest, own: undefined })).toEqual(current);
  });

  test("detects a change made elsewhere", () => {
    const newest = { name: "Other", size: 1 };
    expect(checkOutdated({ ...change, newest, own: undefined })).toBeUndefined();
    const own = { name: "Own", size: 1 };
    expect(checkOutdated({ ...change, newest, own })).toBeUndefined();
  });

  test("builds on a change made by another form in this tab", () => {
    const newest = { name: "Own", size: 1 };
    expect(checkOutdated({ ...change, newest, own: newest })).toEqual(
      sendBack({ name: "Own", size: 2 }),
    );
  });
});
