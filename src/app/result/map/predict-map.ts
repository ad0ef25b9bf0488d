import { fetchMetadata, type MetadataResult } from "../../../oidc/discovery.ts";
import { type AuthorizationServer, issuerOf } from "../../../okta/authorization-server.ts";
import { chooseMapScopes } from "../../../okta/groups-map/map-scopes.ts";
import { predictCells, refuseCells } from "../../../okta/groups-map/predict-cells.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import { predict } from "../../../okta/prediction.ts";
import { findErrorPage } from "../../../okta/prediction-with-set-up/find-set-up-refusal.ts";
import { predictWithSetUp } from "../../../okta/prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes } from "../../../okta/request-to-predict.ts";
import { explainMetadataProblem } from "../../explain-metadata-problem.ts";
import { authorizationServersSchema, scopesSchema } from "../../org-api/okta-objects.ts";
import { buildListPath, paths } from "../../org-api/paths.ts";
import { fetchOrgSetUp } from "../../set-up/fetch-org-set-up.ts";
import { createSetUpFetcher } from "../../set-up/set-up-fetcher.ts";
import type { MapQuestion } from "./map-question.ts";
import { buildRowId, isSameServer, type MapRow, mapRequests } from "./map-row.ts";

export type MapPrediction = {
  rows: readonly MapRow[];
  userId?: string | undefined;
};

type Fetch = typeof globalThis.fetch;

type MapServer = {
  server: AuthorizationServer;
  name: string;
  knownScopes?: readonly string[];
  isSetUpKnown: boolean;
  unsent?: string;
  isUnreachable?: boolean;
};

/** Predicts from Okta's published rules alone, before the org has responded. */
export function predictMapByRules(question: MapQuestion): MapPrediction {
  const servers = listServers(question);
  return { rows: servers.flatMap((server) => buildRows(question, server)) };
}

/** Predicts with the demo org's set-up or another org's metadata. If these can't be loaded, uses only the rules. */
export async function predictMap(
  question: MapQuestion,
  fetch: Fetch = globalThis.fetch,
): Promise<MapPrediction> {
  return question.org === "demo"
    ? predictMapWithSetUp(question, fetch)
    : predictMapWithMetadata(question, fetch);
}

/** Lists the org server, the custom servers that the org lists, and the form's custom server, or else `default`. */
function listServers(
  { formServer }: MapQuestion,
  listed: readonly { id: string; name: string }[] = [],
): readonly MapServer[] {
  const servers: MapServer[] = [{ server: { kind: "org" }, name: "Org", isSetUpKnown: false }];
  const names = listed.map(({ name }) => name);
  const hasDefault = listed.length === 0 || listed.some(({ id }) => id === "default");
  const chosen = formServer?.kind === "custom" ? [formServer.id] : hasDefault ? ["default"] : [];
  for (const id of new Set([...listed.map((it) => it.id), ...chosen])) {
    const name = listed.find((it) => it.id === id)?.name ?? id;
    const isUnique = names.filter((it) => it === name).length < 2;
    servers.push({
      server: { kind: "custom", id },
      name: isUnique ? name : `${name} (${id})`,
      isSetUpKnown: false,
    });
  }
  return servers;
}

function buildRows(
  question: MapQuestion,
  server: MapServer,
  findSetUp: (responseType: MapRow["responseType"]) => OrgSetUp | undefined = () => undefined,
): readonly MapRow[] {
  const scopes = chooseScopes(question, server);
  return mapRequests.map(({ responseType }) => {
    const request = {
      server: server.server,
      responseType,
      scopes,
      clientId: question.clientId,
      ...(server.knownScopes && !server.isSetUpKnown && { serverScopes: server.knownScopes }),
    };
    const setUp = findSetUp(responseType);
    const prediction = setUp ? predictWithSetUp(request, setUp) : predict(request);
    const unsent = setUp
      ? findErrorPage({ ...request, redirectUri: question.redirectUri }, setUp)?.reason
      : server.unsent;
    const cells = predictCells(prediction, request);
    return {
      id: buildRowId(server.server, responseType),
      server: server.server,
      serverName: server.name,
      responseType,
      scopes,
      cells: unsent === undefined || server.isUnreachable ? cells : refuseCells(cells, unsent),
      origins: prediction.origins && [...prediction.origins],
      unsent,
    };
  });
}

function chooseScopes(
  { scopes, sentScopes }: MapQuestion,
  { server, knownScopes, isSetUpKnown }: MapServer,
): readonly string[] {
  const sent = sentScopes.find((it) => isSameServer(it.server, server));
  return sent?.scopes ?? chooseMapScopes(scopes, server, { known: knownScopes, isSetUpKnown });
}

async function predictMapWithSetUp(question: MapQuestion, fetch: Fetch): Promise<MapPrediction> {
  const { orgUrl, clientId, login } = question;
  const fetcher = createSetUpFetcher(orgUrl, fetch);
  const listed = await fetcher
    .fetchOptional(buildListPath(paths.servers), authorizationServersSchema)
    .catch(() => undefined);
  const servers = await Promise.all(
    listServers(question, listed).map(async (it): Promise<MapServer> => {
      if (it.server.kind === "org") return { ...it, isSetUpKnown: true };
      const scopes = await fetcher
        .fetchOptional(buildListPath(paths.scopes(it.server.id)), scopesSchema)
        .catch(() => undefined);
      const knownScopes = scopes?.map(({ name }) => name);
      return knownScopes ? { ...it, knownScopes, isSetUpKnown: true } : it;
    }),
  );
  // An expression can have another value in the code flow.
  const fetchSetUp = (server: MapServer, responseType: "id_token" | "code") =>
    fetchOrgSetUp(
      orgUrl,
      {
        server: server.server,
        clientId,
        user: login === undefined ? undefined : { login },
        scopes: findEffectiveScopes({
          responseType,
          scopes: chooseScopes(question, server),
        }),
        responseType,
      },
      fetch,
    );
  const setUps = await Promise.all(
    servers.map(async (server) => {
      const [implicit, code] = await Promise.all([
        fetchSetUp(server, "id_token"),
        fetchSetUp(server, "code"),
      ]);
      return { server, implicit, code };
    }),
  );
  return {
    rows: setUps.flatMap(({ server, implicit, code }) =>
      buildRows(question, server, (type) => (type === "code" ? code : implicit)),
    ),
    userId: setUps.find(({ implicit }) => implicit?.user)?.implicit?.user?.id,
  };
}

const metadataTimeoutMs = 5_000;

async function predictMapWithMetadata(question: MapQuestion, fetch: Fetch): Promise<MapPrediction> {
  const servers = await Promise.all(
    listServers(question).map(async (it): Promise<MapServer> => {
      const issuer = issuerOf(question.orgUrl, it.server);
      const answer = await fetchMetadata({ issuer, fetch, timeoutMs: metadataTimeoutMs });
      return { ...it, ...describeMetadata(answer) };
    }),
  );
  return { rows: servers.flatMap((server) => buildRows(question, server)) };
}

/** A server without metadata may not exist, and its error page would end the fill. */
function describeMetadata(answer: MetadataResult): Partial<MapServer> {
  if (answer.kind !== "loaded") {
    const isUnreachable = answer.kind === "unreachable";
    return { unsent: explainMetadataProblem(answer), isUnreachable };
  }
  const { scopesSupported } = answer.metadata;
  return scopesSupported.length > 0 ? { knownScopes: scopesSupported } : {};
}
