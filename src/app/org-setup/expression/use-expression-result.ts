import { useEffect, useState } from "react";
import * as v from "valibot";
import { useOrgApi } from "../api/org-api-context.ts";
import {
  buildExpressionCheck,
  type ExpressionResult,
  type ExpressionSubject,
  expressionResultSchema,
} from "./expression-check.ts";

/** Long enough that a word typed at once is asked about once. */
const pauseMs = 150;

/** What an expression comes to for a person, a moment after the typing has paused; undefined until then. */
export function useExpressionResult(
  expression: string,
  { clientId, userId }: ExpressionSubject,
): ExpressionResult | undefined {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ key: string; result: ExpressionResult }>();
  const key = JSON.stringify([expression, clientId, userId]);

  useEffect(() => {
    if (expression.trim() === "" || userId === "") return;
    const controller = new AbortController();
    const check = async () => {
      const outcome = await api(
        buildExpressionCheck(expression, { clientId, userId }),
        controller.signal,
      );
      const result = v.safeParse(
        expressionResultSchema,
        outcome.kind === "answered" ? outcome.body : undefined,
      );
      if (result.success) setKept({ key, result: result.output });
    };
    const timer = setTimeout(() => void check().catch(() => undefined), pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, expression, clientId, userId, key]);

  return kept?.key === key ? kept.result : undefined;
}
