import type { Client } from "./store.ts";

export type CentreRows = ReturnType<typeof centreRows>;

export const centreRows = (client: Client) => ({
  byNumber: (number: string) => client.centre.findUnique({ where: { number } }),

  async add(centre: { readonly id: string; readonly number: string; readonly name: string }) {
    await client.centre.create({ data: centre });
  },
});
