import { formName } from "../exam/form/form-name.ts";
import type { Receipted } from "../exam/proof/receipt.ts";
import type { Instant } from "../exam/time/time.ts";
import { receiptByCode } from "./receipt-reading.ts";
import type { Client } from "./store.ts";

export type ReceiptRows = ReturnType<typeof receiptRows>;

export type NewReceipt = {
  readonly attemptId: string;
  readonly code: string;
  readonly statement: string;
  readonly signature: string;
  readonly keyName: string;
  readonly at: Instant;
};

export const receiptRows = (client: Client) => ({
  byCode: (code: string) => receiptByCode(client, code),

  /** What a receipt says of an attempt beside what its journal comes to; the ledger as it stands in this transaction. */
  async facts(
    attemptId: string,
  ): Promise<Pick<Receipted, "candidateNumber" | "centre" | "paper" | "form" | "lines" | "ledger">> {
    const row = await client.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: {
        ledgerHead: true,
        form: { select: { code: true, version: true } },
        booking: {
          select: {
            component: { select: { title: true } },
            learner: { select: { candidateNumber: true, centre: { select: { number: true } } } },
          },
        },
        _count: { select: { ledger: true } },
      },
    });
    const { component, learner } = row.booking;
    return {
      candidateNumber: learner.candidateNumber,
      centre: learner.centre.number,
      paper: component.title,
      form: formName(row.form),
      lines: row._count.ledger,
      ledger: row.ledgerHead,
    };
  },

  async add({ at, ...receipt }: NewReceipt) {
    await client.receipt.create({ data: { ...receipt, at: new Date(at) } });
    await client.attempt.update({ where: { id: receipt.attemptId }, data: { receipt: receipt.code } });
  },
});
