import type { ReactNode } from "react";
import { Callout } from "../../../ui/Callout.tsx";
import type { Section } from "../../set-up-places.ts";
import type { Answer } from "../api/answer.ts";
import { PageHeading } from "../PageHeading.tsx";
import { describeFailure } from "./describe-failure.ts";

type LoadedProps<T> = { answer: Answer<T>; children: (value: T) => ReactNode };

export function Loaded<T>({ answer, children }: LoadedProps<T>) {
  switch (answer.status) {
    case "loading":
      return <p role="status">Loading…</p>;
    case "loaded":
      return children(answer.value);
    case "failed":
      return (
        <Callout kind="alert">
          <p>{describeFailure(answer.failure)}</p>
        </Callout>
      );
    default:
      return answer satisfies never;
  }
}

type LoadedPageProps<T> = {
  answer: Answer<T>;
  title: string;
  back: { readonly section: Section; readonly name: string };
  children: (value: T) => ReactNode;
};

/** An object's page. If the object is missing, it says so and links back to the list. */
export function LoadedPage<T>({ answer, title, back, children }: LoadedPageProps<T>) {
  if (answer.status === "loaded") return children(answer.value);
  const isGone = answer.status === "failed" && answer.failure.kind === "refused";
  return (
    <>
      {answer.status === "failed" && (
        <PageHeading title={isGone ? `${title} not found` : title} back={back} />
      )}
      <Loaded answer={answer}>{children}</Loaded>
    </>
  );
}
