/** The value of a command that cannot be refused here; a refusal is a fault of the program. */
export async function sure<T extends { readonly ok: boolean }>(
  answer: Promise<T>,
): Promise<Extract<T, { readonly ok: true }>> {
  const given = await answer;
  if (!given.ok) throw new Error(`Refused: ${JSON.stringify(given)}`);
  return given as Extract<T, { readonly ok: true }>;
}
