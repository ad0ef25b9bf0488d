import type { ReactNode } from "react";
import type { Section } from "../../set-up-places.ts";
import type { Answer } from "../api/answer.ts";
import { PageHeading } from "../PageHeading.tsx";
import { Loaded } from "./Loaded.tsx";

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
