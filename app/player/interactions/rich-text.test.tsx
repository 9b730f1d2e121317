import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Body, Tag } from "../../exam/item/body.ts";
import { RichText } from "./rich-text.tsx";

const element = (tag: string, attributes: Record<string, string>, children: Body = []) =>
  ({ kind: "element", tag: tag as Tag, attributes, children }) as const;
const html = (...body: Body) =>
  renderToStaticMarkup(<RichText body={body} pictures={{ "plan.svg": "data:image/svg+xml,x" }} />);

test("a table keeps its shape whatever line breaks its source has", () => {
  const gap = { kind: "text", text: "\n  " } as const;
  expect(html(element("table", {}, [gap, element("tr", {}, [gap, element("td", { colspan: "2" }), gap])]))).toContain(
    '<table><tr><td colSpan="2"></td></tr></table>',
  );
});

test("nothing that is not on the list reaches the learner's page", () => {
  expect(
    html(element("script", {}, [{ kind: "text", text: "x" }]), element("p", { onclick: "x", style: "x", id: "x" })),
  ).toBe("x<p></p>");
});

test("no link leads out of a test", () => {
  expect(html(element("a", { href: "https://example.org" }, [{ kind: "text", text: "the policy" }]))).toBe(
    "<span>the policy</span>",
  );
});

test("a picture comes with the form, and without it its words stand there", () => {
  expect(html(element("img", { src: "plan.svg", alt: "A plan" }))).toContain('src="data:image/svg+xml,x" alt="A plan"');
  expect(html(element("img", { src: "elsewhere.svg", alt: "A plan" }))).toMatch(/<span[^>]*>A plan<\/span>/);
});
