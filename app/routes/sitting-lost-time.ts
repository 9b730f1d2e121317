import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "./answer.ts";

/** What the board asks for when its list of lost time is opened. */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) =>
  Response.json(await read(context.views.sittings.lostTime(context.actor, { sitting: params.sitting }), request));
