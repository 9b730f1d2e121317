import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Exam } from "../player/exam.tsx";
import { KeptExam } from "../player/kept-exam.tsx";
import { read } from "./answer.ts";
import { useStayWithTest } from "./use-stay-with-test.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.room ? `${data.room.title} · Examhall` : "Examhall" },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  // The page as the browser keeps it for when there is no network (public/exam-worker.js): it names nobody.
  if (new URL(request.url).searchParams.has("kept")) return { room: null };
  if (context.actor?.kind !== "candidate") throw redirect("/learner");
  const room = await read(context.views.exam.room(context.actor, {}), request);
  return { room };
}

/** The page is opened once and stays: what happens in the test reaches it over the player's own way to the server. */
export const shouldRevalidate = () => false;

export default function ExamRoute() {
  const { room } = useLoaderData<typeof loader>();
  const onMustStay = useStayWithTest();
  return room === null ? <KeptExam onMustStay={onMustStay} /> : <Exam room={room} onMustStay={onMustStay} />;
}
