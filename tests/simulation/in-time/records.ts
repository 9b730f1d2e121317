import type { Attempt } from "../../../app/exam/attempt/attempt.ts";
import type { Entry, Standing } from "../../../app/exam/attempt/entry.ts";
import type { Line } from "../../../app/exam/attempt/ledger.ts";
import { type Duration, duration, type Instant, instant } from "../../../app/exam/time/time.ts";
import type { AttemptRows, LeaseRow } from "../../../app/store/attempts.ts";
import type { SittingRow, SittingRows } from "../../../app/store/sittings.ts";
import type { Store, Tx } from "../../../app/store/store.ts";

/** An entry as it lies in the journal. */
export type Stored = {
  readonly attemptId: string;
  readonly leaseId: string;
  readonly entry: Entry;
  readonly standing: Standing;
  readonly receivedAt: Instant;
};

export type Lease = LeaseRow & {
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly heardAt: Instant | null;
};

type Move = {
  readonly attemptId: string;
  readonly fromMachine: string | null;
  readonly codeHash: string;
  readonly expiresAt: Instant;
  readonly used: boolean;
};

type Rows = {
  readonly attempts: ReadonlyMap<string, Attempt>;
  readonly leases: ReadonlyMap<string, Lease>;
  readonly seen: ReadonlyMap<string, Instant>;
  readonly journal: readonly Stored[];
  readonly moves: readonly Move[];
  readonly receipts: readonly { readonly attemptId: string }[];
  readonly sitting: SittingRow;
};

export type Records = ReturnType<typeof recordsInMemory>;

const beginning = instant(Date.parse("2026-06-01T09:00:00Z"));

export const sittingId = "00000000-0000-4000-8000-0000000000aa";
export const attemptIds = ["00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a2"] as const;
export const bookingOf = (attemptId: string) => attemptId.replace("0000000000a", "0000000000b");
export const centreId = "centre";

/** An attempt that has been admitted, with so much time. */
const admitted = (id: string, paper: Duration): Attempt => ({
  id,
  bookingId: bookingOf(id),
  sittingId,
  formId: "form",
  centreId,
  evacuated: false,
  phase: "admitted",
  ledger: [{ kind: "allowance", source: "paper", amount: paper, at: beginning, by: "Examhall", why: "The paper" }],
  startedAt: null,
  closed: null,
  lease: null,
  keeping: "kept",
  head: "",
  position: 0,
  progress: {},
});

/**
 * What the tables hold of one sitting, for the real commands to work on: a change is done whole or not at all, one after the
 * other. It only keeps and finds; what is decided is decided by the commands.
 */
export function recordsInMemory(paper: Duration) {
  let rows: Rows = {
    attempts: new Map(attemptIds.map((id) => [id, admitted(id, paper)])),
    leases: new Map(),
    seen: new Map(),
    journal: [],
    moves: [],
    receipts: [],
    sitting: {
      id: sittingId,
      centreId,
      componentId: "component",
      room: "Hall",
      startsAt: beginning,
      minutes: 3,
      ruleSet: "",
      phase: "open",
      evacuatedAt: null,
    },
  };
  let turn: Promise<unknown> = Promise.resolve();

  const put = (change: Partial<Rows>) => {
    rows = { ...rows, ...change };
  };
  const attempt = (id: string): Attempt | null => {
    const found = rows.attempts.get(id) ?? null;
    return found === null || rows.sitting.evacuatedAt === null ? found : { ...found, evacuated: true };
  };
  const write = (changed: Attempt) =>
    put({ attempts: new Map([...rows.attempts, [changed.id, { ...changed, evacuated: false }]]) });
  const putLease = (lease: Lease) => put({ leases: new Map([...rows.leases, [lease.id, lease]]) });
  const journalOf = (id: string) => rows.journal.filter(({ attemptId }) => attemptId === id);
  const lateIn = (id: string) =>
    journalOf(id).some(({ standing, entry }) => standing === "late" && entry.kind === "answer");
  const spendMoves = (which: (move: Move) => boolean) =>
    put({ moves: rows.moves.map((move) => (which(move) ? { ...move, used: true } : move)) });

  /** As the statement in `attempts.ts` reads it. */
  const heardAround: AttemptRows["heardAround"] = async (stops) =>
    new Map(
      stops.map(({ id, at }) => {
        const journal = journalOf(id);
        const deeds = journal.filter(
          ({ receivedAt, standing, entry }) =>
            receivedAt > at && standing === "counted" && ["answer", "flag", "visit"].includes(entry.kind),
        );
        const leastLeft = duration(Math.min(...deeds.map(({ entry }) => entry.left)));
        const last = instant(Math.max(...deeds.map(({ receivedAt }) => receivedAt)));
        const said = journal.findLast(({ receivedAt }) => receivedAt <= at)?.receivedAt;
        const sat = [...rows.leases.values()]
          .filter(({ attemptId, startedAt }) => attemptId === id && startedAt <= at)
          .map(({ startedAt }) => startedAt);
        const before = [...(said === undefined ? [] : [said]), ...sat];
        return [
          id,
          {
            since: deeds.length === 0 ? null : { leastLeft, last },
            before: before.length === 0 ? null : instant(Math.max(...before)),
          },
        ] as const;
      }),
    );

  /** As the statements in `lost-facts.ts` read it. */
  const lostFacts: AttemptRows["lostFacts"] = async (attempts) =>
    new Map(
      attempts.map(({ id, ledger }) => {
        const counted = journalOf(id).filter(({ standing }) => standing === "counted");
        const reports = counted.flatMap(({ entry, leaseId, receivedAt }) =>
          entry.kind === "unable" ? [{ ...entry, lease: leaseId, receivedAt }] : [],
        );
        const mine = [...rows.leases.values()].filter(({ attemptId }) => attemptId === id);
        const turns = mine
          .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
          .map((lease) => ({
            lease: lease.id,
            endedAt: lease.endedAt,
            heardAt: lease.heardAt,
            firstDeedAt:
              counted.filter(({ leaseId }) => leaseId === lease.id).toSorted((a, b) => a.entry.seq - b.entry.seq)[0]
                ?.receivedAt ?? null,
          }));
        return [id, { ledger, reports, turns: mine.some(({ ended }) => ended) ? turns : [] }] as const;
      }),
    );

  const attempts: Pick<
    AttemptRows,
    | "lock"
    | "lockAll"
    | "ofBooking"
    | "write"
    | "writeAll"
    | "heardAround"
    | "lostFacts"
    | "seen"
    | "lease"
    | "addLease"
    | "endLease"
    | "closing"
    | "journal"
  > = {
    lock: async (id) => attempt(id),
    lockAll: async () => attemptIds.flatMap((id) => attempt(id) ?? []),
    ofBooking: async (booking) => attempt(attemptIds.find((id) => bookingOf(id) === booking) ?? ""),
    write: async (changed: Attempt, _: readonly Line[]) => write(changed),
    writeAll: async (decided) => {
      for (const one of decided) write(one.attempt);
    },
    heardAround,
    lostFacts,
    seen: async (id, now) => put({ seen: new Map([...rows.seen, [id, now]]) }),
    lease: async (id) => rows.leases.get(id) ?? null,
    addLease: async (lease) => putLease({ ...lease, ended: false, savedThrough: 0, endedAt: null, heardAt: null }),
    endLease: async (id, now) => {
      const lease = rows.leases.get(id);
      if (lease === undefined) return;
      putLease({ ...lease, ended: true, endedAt: now, heardAt: rows.seen.get(lease.attemptId) ?? null });
    },
    closing: async (id) => ({ receipt: "ABCD-EFGH-JKMN", late: lateIn(id) }),
    journal: async (id) => journalOf(id),
  };

  const moves = {
    async add({ createdAt, ...move }: Omit<Move, "used"> & { readonly createdAt: Instant }) {
      const { attemptId, fromMachine, codeHash, expiresAt } = move;
      const isOpen = (one: Move) => one.attemptId === attemptId && !one.used;
      const before = rows.moves.map((one) => (isOpen(one) ? { ...one, expiresAt: createdAt } : one));
      put({ moves: [...before, { attemptId, fromMachine, codeHash, expiresAt, used: false }] });
    },
    count: async (id: string) => rows.moves.filter(({ attemptId }) => attemptId === id).length,
    latest: async (id: string) => rows.moves.findLast(({ attemptId }) => attemptId === id) ?? null,
    async spend(codeHash: string, now: Instant) {
      const isOpen = (move: Move) => move.codeHash === codeHash && !move.used && move.expiresAt > now;
      const found = rows.moves.find(isOpen);
      if (found === undefined) return null;
      spendMoves((move) => move === found);
      return { id: bookingOf(found.attemptId) };
    },
    arrived: async (id: string) => spendMoves(({ attemptId }) => attemptId === id),
  };

  const sittings: Pick<
    SittingRows,
    "get" | "lock" | "setEvacuated" | "addIncident" | "endIncidents" | "announcements"
  > = {
    get: async () => rows.sitting,
    lock: async () => rows.sitting,
    setEvacuated: async (_, since) => put({ sitting: { ...rows.sitting, evacuatedAt: since } }),
    addIncident: async () => {},
    endIncidents: async () => {},
    announcements: async () => [],
  };

  const bookings = { ofRegister: async () => new Set<string>(), get: async () => ({ register: "present" }) };

  const facts = { candidateNumber: "0001", centre: "12345", paper: "P", form: "F", lines: 0, ledger: null };
  const tx = {
    attempts,
    moves,
    sittings,
    bookings,
    audit: { add: async () => {} },
    bank: { places: async () => [] },
    marking: { addResponses: async () => {} },
    receipts: {
      facts: async () => facts,
      add: async ({ attemptId }: { attemptId: string }) => put({ receipts: [...rows.receipts, { attemptId }] }),
    },
  } as unknown as Tx;

  const store: Store = {
    change(work) {
      const mine = turn.then(async () => {
        const before = rows;
        const outcome = await work(tx);
        if (!outcome.ok) rows = before;
        return outcome;
      });
      turn = mine;
      return mine;
    },
  };

  return {
    store,
    attempt: (id: string) => attempt(id) as Attempt,
    lease: (id: string) => rows.leases.get(id) ?? null,
    isOut: () => rows.sitting.evacuatedAt !== null,
    journal: journalOf,
    closings: (id: string) => rows.receipts.filter(({ attemptId }) => attemptId === id).length,
    /** What a group of saves writes. */
    keep(lease: Lease, now: Instant, stored: readonly Stored[]) {
      putLease(lease);
      const found = rows.attempts.get(lease.attemptId);
      if (found !== undefined) write({ ...found, position: found.position + stored.length });
      put({
        journal: [...rows.journal, ...stored],
        seen: new Map([...rows.seen, [lease.attemptId, now]]),
      });
    },
  };
}
