import type { Instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type BookingRows = ReturnType<typeof bookingRows>;

export const bookingRows = (client: Client) => ({
  /** What a keycode opens: the booking with its learner, sitting and attempt. */
  byKeycode: (keycodeHash: string) =>
    client.booking.findUnique({ where: { keycodeHash }, include: { learner: true, sitting: true, attempt: true } }),

  get: (id: string) => client.booking.findUnique({ where: { id }, include: { learner: true, sitting: true, attempt: true } }),

  async setRegister(id: string, register: string, arrivedAt?: Instant) {
    await client.booking.update({ where: { id }, data: { register, ...(arrivedAt === undefined ? {} : { arrivedAt: new Date(arrivedAt) }) } });
  },
});
