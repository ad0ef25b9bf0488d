import { type JsonObject, readMember } from "../oidc/json.ts";
import { judgeIdToken } from "../okta/fat-and-thin.ts";
import { findGroupsClaims } from "../okta/groups-claims.ts";
import type { FoundGroups } from "../okta/reason.ts";
import { readRun } from "./reading.ts";
import type { Run } from "./runs.ts";
import type { SentRequest } from "./sent-requests.ts";
import { shorten } from "./shorten.ts";

/** A claims set that a run brought, and where from. */
export type ClaimsSource = {
  /** Unlike any other of this tab: the run and the place. */
  id: string;
  run: Run;
  place: FoundGroups["where"];
  /** "Fat ID token", "Access token", "UserInfo". */
  title: string;
  claims: JsonObject;
};

/** The claims sets of one run: of each token that can be decoded, and UserInfo's where it was asked for. */
export function claimsSourcesOf(run: Run): readonly ClaimsSource[] {
  const reading = readRun(run);
  const sources: ClaimsSource[] = [];
  if (reading.kind === "answered") {
    const { idToken, accessToken } = reading;
    if (idToken?.decoded.kind === "decoded") {
      const { cameWithAccessToken, decoded } = idToken;
      const { claims } = decoded;
      const { kind } = judgeIdToken({ claims, cameWithAccessToken });
      const title =
        kind === "fat" ? "Fat ID token" : kind === "thin" ? "Thin ID token" : "ID token";
      sources.push({ id: `${run.id}:id_token`, run, place: "ID token", title, claims });
    }
    if (accessToken?.decoded.kind === "decoded" && !accessToken.isOpaque) {
      const { claims } = accessToken.decoded;
      const id = `${run.id}:access_token`;
      sources.push({ id, run, place: "Access token", title: "Access token", claims });
    }
  }
  if (run.userInfo) {
    const id = `${run.id}:userinfo`;
    sources.push({ id, run, place: "UserInfo", title: "UserInfo", claims: run.userInfo });
  }
  return sources;
}

/** Who signed in, as far as the tokens say. */
export function personOf(run: Run): string | undefined {
  const reading = readRun(run);
  const sets = claimsSourcesOf(run).map(({ claims }) => claims);
  if (reading.kind === "answered" && reading.accessToken?.decoded.kind === "decoded") {
    sets.push(reading.accessToken.decoded.claims);
  }
  for (const name of ["preferred_username", "email", "sub"]) {
    for (const claims of sets) {
      const value = readMember(claims, name);
      if (typeof value === "string" && value !== "") return shorten(value);
    }
  }
  return undefined;
}

/** Where groups are in a run, and how many. */
export function groupsOf(run: Run): readonly { title: string; claim: string; count: number }[] {
  return claimsSourcesOf(run).flatMap(({ title, claims }) =>
    findGroupsClaims(claims).map(({ name, groups }) => ({
      title,
      claim: name,
      count: groups.length,
    })),
  );
}

/** "org authorization server", or "custom authorization server default". */
export function describeServer({ server }: SentRequest): string {
  return server.kind === "org"
    ? "org authorization server"
    : `custom authorization server ${server.id}`;
}

const tokenTypes: Record<SentRequest["responseType"], string> = {
  id_token: "ID token",
  token: "access token",
  "id_token token": "ID token and access token",
};

/** What the form calls token type. */
export function describeTokenType({ responseType }: SentRequest): string {
  return tokenTypes[responseType];
}

/** What a run came to, in a few words. */
export function outcomeOf(run: Run): string {
  const reading = readRun(run);
  if (reading.kind === "unreadable") return "unreadable answer";
  if (reading.kind === "refused") return shorten(reading.refusal.error);
  const sources = claimsSourcesOf(run).map(({ title }) => title);
  const opaque = reading.accessToken?.isOpaque ? ["opaque access token"] : [];
  return [...sources, ...opaque].join(", ") || "undecodable token";
}
