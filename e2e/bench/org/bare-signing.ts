import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { inParallel } from "./in-parallel.ts";
import "./report-usage.mjs";

/** A message to this process: sign what `times` sign-ins sign, and nothing else. */
export type BareTask = {
  /** Bytes signed per sign-in, one number a token: header and payload. */
  readonly signedBytes: readonly number[];
  readonly times: number;
  readonly parallel: number;
};

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const signAsync = promisify(sign);

process.on("message", async (message: BareTask | "usage") => {
  if (message === "usage") return;
  const { signedBytes, times, parallel } = message;
  const payloads = signedBytes.map((bytes) => randomBytes(bytes));
  await inParallel(times, parallel, async () => {
    // In sequence the synchronous call is faster: it needs no worker thread.
    for (const payload of payloads)
      if (parallel === 1) sign("sha256", payload, privateKey);
      else await signAsync("sha256", payload, privateKey);
  });
  process.send?.("done");
});
