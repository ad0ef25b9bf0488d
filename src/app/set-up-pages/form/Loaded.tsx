import type { ReactNode } from "react";
import { Callout } from "../../../ui/Callout.tsx";
import type { Answer } from "../../org-api/answer.ts";
import { describeFailure } from "../../org-api/describe-failure.ts";

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
