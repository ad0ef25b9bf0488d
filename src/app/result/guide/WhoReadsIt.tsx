import { type Consumer, consumersReadOn } from "../../../okta/consumers/consumers.ts";
import { type ConsumerVerdict, listConsumers } from "../../../okta/consumers/list-consumers.ts";
import type { FoundGroups } from "../../../okta/found-cause.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import styles from "./WhoReadsIt.module.css";

const placeNames = { "ID token": "ID token", "Access token": "access token", UserInfo: "UserInfo" };

const texts: Record<NonNullable<Consumer["text"]>, string> = {
  one_group: "Treats a string as one group.",
  no_groups: "Ignores a string: it needs a list.",
  sign_in_fails: "The sign-in fails if the claim is a string.",
};

export function WhoReadsIt({ found }: { found: readonly FoundGroups[] }) {
  return (
    <div className={styles.readers}>
      <p>
        Based on their documentation or source code on {consumersReadOn}. Most of these apps use the
        code flow: send this request with Code + PKCE to see what they get.
      </p>
      <table>
        <caption className="visually-hidden">Apps that read groups</caption>
        <thead>
          <tr>
            <th scope="col">App</th>
            <th scope="col">These groups</th>
          </tr>
        </thead>
        <tbody>
          {listConsumers(found).map((verdict) => (
            <tr key={verdict.consumer.name}>
              <th scope="row">
                <ExternalLink href={verdict.consumer.source.url}>
                  {verdict.consumer.name}
                </ExternalLink>
                <small>Reads {describePlaces(verdict.consumer)}</small>
              </th>
              <td>
                <Outcome {...verdict} />
                <TextRemark {...verdict.consumer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TextRemark({ text, textSource }: Consumer) {
  if (!text) return null;
  return (
    <small>
      {texts[text]}{" "}
      {textSource && <ExternalLink href={textSource.url}>{textSource.title}</ExternalLink>}
    </small>
  );
}

function describePlaces({ reads, readsWith, claim }: Consumer): string {
  const places = reads.map((place) => placeNames[place]).join(", ");
  const more = readsWith ? `; ${placeNames[readsWith.where]} if configured` : "";
  return `${places}${more} · ${claim === undefined ? "claim to configure" : `claim ${claim}`}`;
}

function Outcome({ sees, settings }: ConsumerVerdict) {
  if (sees === "yes") return <b>Read without extra settings</b>;
  if (sees === "no") return <span>Not read: this result has no groups where the app looks</span>;
  return (
    <>
      <b>Read with</b>{" "}
      {settings.map((setting) => (
        <code key={setting}>{setting}</code>
      ))}
    </>
  );
}
