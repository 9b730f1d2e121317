/** No answer within this is no answer, in milliseconds. */
const patience = 10_000;

/**
 * Asks the server for something that it answers with yes or no.
 *
 * @throws when there is no such answer: no network, none in time, or something from a proxy or a failing server.
 */
export async function post<Answer>(
  path: string,
  body: unknown,
  fetchIt: typeof fetch,
  within = patience,
): Promise<Answer> {
  const answer = await fetchIt(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(within),
    cache: "no-store",
    redirect: "error",
  });
  const said: unknown = await answer.json();
  if (typeof said !== "object" || said === null || !("ok" in said)) throw new Error(`No answer from ${path}.`);
  return said as Answer;
}
