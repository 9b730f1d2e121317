import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { read } from "./answer.ts";
import { DeskPage } from "./marking/desk-page.tsx";

export const meta = () => [{ title: "Marking a question · Examhall" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return read(context.views.marking.item(context.actor, { item: params.item, queue: "examiner" }), request);
}

/** The desk keeps itself up to date; fetching the page's data again would only cost time. */
export const shouldRevalidate = ({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) =>
  currentParams.item !== nextParams.item;

export default function MarkingItem() {
  const about = useLoaderData<typeof loader>();
  return <DeskPage key={about.version} about={about} back="/marking" />;
}
