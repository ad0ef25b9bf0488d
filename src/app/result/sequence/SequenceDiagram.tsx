import type { ComponentProps, CSSProperties } from "react";
import type { TokenSource } from "../../issued-tokens.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { type DetailsName, detailsIds } from "../details/details-ids.ts";
import { Strip } from "../slots/Strip.tsx";
import { listSegments } from "../slots/WeightStrip.tsx";
import styles from "./SequenceDiagram.module.css";
import {
  describeEnds,
  describeEvent,
  describePayload,
  labelPayload,
  type ParticipantId,
  type Payload,
  type Sequence,
  type SequenceMessage,
} from "./sequence.ts";

type SequenceDiagramProps = {
  sequence: Sequence;
  /** @param source The endpoint, for a token that two endpoints returned. */
  onShow: (details: DetailsName, source: TokenSource | undefined) => void;
};

export function SequenceDiagram({ sequence, onShow }: SequenceDiagramProps) {
  const { participants, events } = sequence;
  const placeOf = (id: ParticipantId) => participants.findIndex((it) => it.id === id);
  const numberOf = (event: SequenceMessage) =>
    events.filter(({ kind }) => kind === "message").indexOf(event) + 1;
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
      <div
        role="group"
        aria-label="Sequence of messages"
        className={styles.diagram}
        style={{ "--count": participants.length } as CSSProperties}
      >
        <div className={styles.participants}>
          {participants.map(({ id, name, details }) => (
            <p key={id}>
              <b>{name}</b> <small>{details.join("\n")}</small>
            </p>
          ))}
        </div>
        <div className={styles.events}>
          {participants.map(({ id }) => (
            <span key={id} className={styles.lifeline} style={at(placeOf(id))} />
          ))}
          {events.map((event, index) => (
            <div
              key={index}
              className={event.kind === "note" ? styles.note : undefined}
              style={at(placeOf(event.at))}
            >
              {event.kind === "message" ? (
                <Message {...{ event, participants, onShow }}>{numberOf(event)}</Message>
              ) : (
                <DetailsLink target={event.target} data-look={event.look} onShow={onShow}>
                  {event.text}
                </DetailsLink>
              )}
            </div>
          ))}
        </div>
      </div>
      <SequenceText sequence={sequence} />
    </div>
  );
}

/** Passes a participant's index to the style sheet, which computes positions from the index. */
function at(index: number): CSSProperties {
  return { "--at": index } as CSSProperties;
}

type MessageProps = Pick<SequenceDiagramProps, "onShow"> &
  Pick<Sequence, "participants"> & {
    event: SequenceMessage;
    children: number;
  };

function Message({ event, participants, onShow, children }: MessageProps) {
  const { isToBrowser, target, look, title, details, payloads } = event;
  return (
    <>
      <DetailsLink {...{ target, onShow }} className={styles.message} data-look={look}>
        <span className="visually-hidden">
          {children}. {describeEnds(event, participants)}:{" "}
        </span>
        <b>{title}</b>
        {look === "unsure" && <span className="visually-hidden">. Perhaps not sent</span>}
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
        <span aria-hidden className={styles.arrow} data-to-browser={isToBrowser || undefined}>
          <i>{children}</i>
        </span>
      </DetailsLink>
      {payloads.map((payload) => (
        <PayloadLink key={payload.name} payload={payload} onShow={onShow} />
      ))}
    </>
  );
}

type PayloadLinkProps = Pick<SequenceDiagramProps, "onShow"> & { payload: Payload };

function PayloadLink({ payload, onShow }: PayloadLinkProps) {
  const origins = useClaimOrigins();
  const { target, source, weight } = payload;
  return (
    <DetailsLink
      {...{ target, source, onShow }}
      aria-label={describePayload(payload, origins)}
      className={styles.payload}
    >
      {labelPayload(payload)}
      {weight && <Strip segments={listSegments(weight, origins)} isSmall />}
    </DetailsLink>
  );
}

type DetailsLinkProps = Omit<ComponentProps<"a">, "target"> &
  Pick<SequenceDiagramProps, "onShow"> & {
    /** `undefined` if there are no details to link to. */
    target: DetailsName | undefined;
    source?: TokenSource | undefined;
  };

function DetailsLink({ target, source, onShow, ...rest }: DetailsLinkProps) {
  if (target === undefined) return <span {...(rest as ComponentProps<"span">)} />;
  return (
    <a
      {...rest}
      href={`#${detailsIds[target]}`}
      onClick={(event) => {
        // Keeps the fragment out of the page's address.
        event.preventDefault();
        onShow(target, source);
      }}
    />
  );
}

function SequenceText({ sequence: { events, participants } }: { sequence: Sequence }) {
  const origins = useClaimOrigins();
  return (
    <details className={styles.asText}>
      <summary>As text</summary>
      <ol aria-label="Sequence of messages" className="numbered">
        {events.map((event, index) => (
          <li key={index}>
            {describeEvent(event, participants)}
            {event.kind === "message" && event.payloads.length > 0 && (
              <ul>
                {event.payloads.map((payload) => (
                  <li key={payload.name}>{describePayload(payload, origins)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
