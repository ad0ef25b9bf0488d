import { type RefObject, useLayoutEffect, useState } from "react";
import type { TextLook } from "./layout-sequence.ts";

/** The width of an element in pixels, and its font. */
type Size = { width: number; em: number; family: string };

/** An element's size, now and whenever it changes. `undefined` before it is on the page. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const update = () => {
      const next = findSize(element);
      setSize((last) => (last && isSame(last, next) ? last : next));
    };
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

function findSize(element: HTMLElement): Size {
  const { fontSize, fontFamily } = getComputedStyle(element);
  return {
    width: Math.floor(element.clientWidth),
    em: Number.parseFloat(fontSize),
    family: fontFamily,
  };
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.em === other.em && one.family === other.family;
}

const fonts: Record<TextLook, { weight: number; ems: number }> = {
  title: { weight: 600, ems: 1 },
  heading: { weight: 600, ems: 0.85 },
  body: { weight: 400, ems: 1 },
  small: { weight: 400, ems: 0.92 },
};

/** Measures text as the browser draws it. */
export function createMeasure({ em, family }: Size): (text: string, look: TextLook) => number {
  const context = document.createElement("canvas").getContext("2d");
  return (text, look) => {
    const { weight, ems } = fonts[look];
    if (!context) return text.length * em * ems * 0.6;
    context.font = `${weight} ${em * ems}px ${family}`;
    return context.measureText(text).width;
  };
}
