import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem, Read } from "./problem.ts";

/** Reads a YAML file of one shape; every problem names its line. */
export const readYaml = <T>(source: { readonly text: string; readonly file: string }, shape: z.ZodType<T>): Read<T> => {
  const { text, file } = source;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const cause = `Not well-formed YAML: ${broken.message.split("\n")[0]?.replace(/ at line .*$/, "")}.`;
    return { ok: false, problems: [{ file, line: broken.linePos?.[0].line ?? 1, code: "bad-yaml", cause }] };
  }

  const read = shape.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) return { ok: true, value: read.data, lines: {} };
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return {
    ok: false,
    problems: read.error.issues.map(
      (issue): Problem => ({
        file,
        line: lineOf(issue.path),
        code: "bad-value",
        cause: `${issue.path.map(String).join(".") || "The file"}: ${issue.message}.`,
      }),
    ),
  };
};
