import { type AsideRows, asideRows } from "./aside-rows.ts";
import { type AttemptRows, attemptRows } from "./attempts.ts";
import { type AuditRows, auditRows } from "./audit.ts";
import { type AwardingRows, awardingRows } from "./awarding.ts";
import { type BankRows, bankRows } from "./bank.ts";
import { type BookingRows, bookingRows } from "./bookings.ts";
import { type CentreRows, centreRows } from "./centres.ts";
import type { Database } from "./database.ts";
import { type FormRows, formRows } from "./forms.ts";
import type { Prisma } from "./generated/client.ts";
import { type ImportRows, importRows } from "./imports.ts";
import { type ItemDraftRows, itemDraftRows } from "./item-drafts.ts";
import { type ItemRows, itemRows } from "./items.ts";
import { type MarkingRows, markingRows } from "./marking.ts";
import { type MoveRows, moveRows } from "./moves.ts";
import { type PeopleRows, peopleRows } from "./people.ts";
import { type ReadinessRows, readinessRows } from "./readiness.ts";
import { type ReceiptRows, receiptRows } from "./receipts.ts";
import { type SittingRows, sittingRows } from "./sittings.ts";

export type Client = Prisma.TransactionClient;

/** The tables as a command sees them, inside one transaction. */
export type Tx = {
  readonly people: PeopleRows;
  readonly centres: CentreRows;
  readonly bank: BankRows;
  readonly forms: FormRows;
  readonly drafts: ItemDraftRows;
  readonly items: ItemRows;
  readonly imports: ImportRows;
  readonly sittings: SittingRows;
  readonly bookings: BookingRows;
  readonly attempts: AttemptRows;
  readonly receipts: ReceiptRows;
  readonly moves: MoveRows;
  readonly readiness: ReadinessRows;
  readonly setAside: AsideRows;
  readonly marking: MarkingRows;
  readonly awarding: AwardingRows;
  readonly audit: AuditRows;
};

export type Store = {
  /** Runs the work in one transaction: all of it is kept, or, when it throws or refuses, none of it. */
  change<T extends { readonly ok: boolean; readonly keep?: true }>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Thrown inside a transaction to undo what a refused command had already written; never seen outside. */
class Undo extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("refused");
    this.outcome = outcome;
  }
}

export function makeStore({ prisma }: Database): Store {
  return {
    async change(work) {
      try {
        return await prisma.$transaction(
          async (client) => {
            const outcome = await work(rows(client));
            if (!outcome.ok && !outcome.keep) throw new Undo(outcome);
            return outcome;
          },
          { timeout: 20_000, maxWait: 10_000 },
        );
      } catch (thrown) {
        if (thrown instanceof Undo) return thrown.outcome as Awaited<ReturnType<typeof work>>;
        throw thrown;
      }
    },
  };
}

const rows = (client: Client): Tx => ({
  people: peopleRows(client),
  centres: centreRows(client),
  bank: bankRows(client),
  forms: formRows(client),
  drafts: itemDraftRows(client),
  items: itemRows(client),
  imports: importRows(client),
  sittings: sittingRows(client),
  bookings: bookingRows(client),
  attempts: attemptRows(client),
  receipts: receiptRows(client),
  moves: moveRows(client),
  readiness: readinessRows(client),
  setAside: asideRows(client),
  marking: markingRows(client),
  awarding: awardingRows(client),
  audit: auditRows(client),
});
