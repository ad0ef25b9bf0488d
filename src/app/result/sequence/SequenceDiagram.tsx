import { type MouseEvent, type ReactNode, useRef } from "react";
import type { TokenSource } from "../../issued-tokens.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { type DetailsName, detailsIds } from "../details/details-ids.ts";
import { describeEvent, describePayload } from "./describe-event.ts";
import {
  type Box,
  layoutSequence,
  type PlacedMessage,
  type PlacedNote,
  type PlacedParticipant,
  type PlacedPayload,
  type TextLine,
} from "./layout-sequence.ts";
import styles from "./SequenceDiagram.module.css";
import { SequenceText } from "./SequenceText.tsx";
import { StripCells } from "./StripCells.tsx";
import type { Sequence } from "./sequence.ts";
import { createMeasure, useSize } from "./use-size.ts";

type SequenceDiagramProps = {
  sequence: Sequence;
  /** @param source Of a token that two endpoints returned. */
  onShow: (details: DetailsName, source: TokenSource | undefined) => void;
};

/** A sequence diagram, drawn in the width that there is. Each message leads to its details. */
export function SequenceDiagram({ sequence, onShow }: SequenceDiagramProps) {
  const ref = useRef<HTMLDivElement>(null);
  const size = useSize(ref);
  const layout = size && layoutSequence(sequence, { ...size, measure: createMeasure(size) });
  return (
    <div ref={ref} className={styles.frame}>
      {size && layout && (
        <svg
          aria-label="Sequence of messages"
          className={styles.diagram}
          width={size.width}
          height={layout.height}
          viewBox={`0 0 ${size.width} ${layout.height}`}
        >
          {layout.participants.map((placed) => (
            <Lifeline
              key={placed.id}
              placed={placed}
              top={layout.lifelineTop}
              bottom={layout.height}
            />
          ))}
          {layout.events.map((placed, index) =>
            placed.kind === "note" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place
              <Note key={index} placed={placed} onShow={onShow} />
            ) : (
              <Message
                // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place
                key={index}
                placed={placed}
                label={describeEvent(placed.event, sequence.participants)}
                onShow={onShow}
              />
            ),
          )}
        </svg>
      )}
      <SequenceText sequence={sequence} />
    </div>
  );
}

type LifelineProps = { placed: PlacedParticipant; top: number; bottom: number };

function Lifeline({ placed: { x, anchor, lines }, top, bottom }: LifelineProps) {
  return (
    <g>
      <line className={styles.lifeline} x1={x} x2={x} y1={top} y2={bottom} />
      <g textAnchor={anchor}>
        <Lines lines={lines} />
      </g>
    </g>
  );
}

const headLength = 11;

type MessageProps = {
  placed: PlacedMessage;
  label: string;
  onShow: SequenceDiagramProps["onShow"];
};

function Message({ placed, label, onShow }: MessageProps) {
  const { event, number, box, lines, arrow, payloads } = placed;
  const { fromX, toX, y, radius } = arrow;
  const direction = Math.sign(toX - fromX);
  return (
    <>
      <DetailsLink
        target={event.target}
        label={`${number}. ${label}`}
        box={box}
        onShow={(details) => onShow(details, undefined)}
      >
        <g data-look={event.look}>
          <Lines lines={lines} />
          <line
            className={styles.arrow}
            data-unsure={event.look === "unsure" || undefined}
            x1={fromX}
            x2={toX - direction * headLength}
            y1={y}
            y2={y}
          />
          <path
            className={styles.head}
            d={`M ${toX} ${y} l ${-direction * headLength} -5.5 v 11 z`}
          />
          <circle className={styles.origin} cx={fromX} cy={y} r={radius} />
          <text
            className={styles.number}
            textAnchor="middle"
            dominantBaseline="central"
            x={fromX}
            y={y}
          >
            {number}
          </text>
        </g>
      </DetailsLink>
      {payloads.map((payload, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a payload is its place
        <PayloadLink key={index} placed={payload} onShow={onShow} />
      ))}
    </>
  );
}

type PayloadLinkProps = { placed: PlacedPayload; onShow: SequenceDiagramProps["onShow"] };

function PayloadLink({ placed: { payload, label, box, strip }, onShow }: PayloadLinkProps) {
  const origins = useClaimOrigins();
  const { target, source, weight } = payload;
  return (
    <DetailsLink
      target={target}
      label={describePayload(payload, origins)}
      box={box}
      look="payload"
      onShow={(details) => onShow(details, source)}
    >
      <Lines lines={[label]} />
      {weight && <StripCells weight={weight} box={strip} />}
    </DetailsLink>
  );
}

type NoteProps = { placed: PlacedNote; onShow: SequenceDiagramProps["onShow"] };

function Note({ placed: { event, box, lines }, onShow }: NoteProps) {
  return (
    <DetailsLink
      target={event.target}
      label={event.text}
      box={box}
      look="note"
      onShow={(details) => onShow(details, undefined)}
    >
      <g data-look={event.look}>
        <Lines lines={lines} />
      </g>
    </DetailsLink>
  );
}

type DetailsLinkProps = {
  /** `undefined`: there are no details, so it is no link. */
  target: DetailsName | undefined;
  label: string;
  box: Box;
  look?: "payload" | "note";
  onShow: (details: DetailsName) => void;
  children: ReactNode;
};

function DetailsLink({ target, label, box, look, onShow, children }: DetailsLinkProps) {
  const rect = <rect className={styles.box} data-look={look} {...box} rx={6} />;
  if (target === undefined) {
    return (
      <>
        {rect}
        {children}
      </>
    );
  }
  const show = (event: MouseEvent) => {
    // The page's address never has a fragment.
    event.preventDefault();
    onShow(target);
  };
  return (
    <g className={styles.part}>
      {/* The link says more than the shortened text, which is drawn over it. */}
      <a className={styles.link} href={`#${detailsIds[target]}`} aria-label={label} onClick={show}>
        {rect}
      </a>
      <g className={styles.over}>{children}</g>
    </g>
  );
}

/** A space after each line: screen readers read them as one text. */
function Lines({ lines }: { lines: readonly TextLine[] }) {
  return (
    <text className={styles.lines}>
      {lines.map(({ text, x, y, look }) => (
        <tspan key={`${x} ${y}`} className={styles.text} data-text={look} x={x} y={y}>
          {`${text} `}
        </tspan>
      ))}
    </text>
  );
}
