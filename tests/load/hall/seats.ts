import { randomUUID } from "node:crypto";
import pg from "pg";
import { beginning } from "../../../app/exam/attempt/journal.ts";
import { ruleBookAt } from "../../../app/exam/rulebook/rule-book.ts";
import { minutes } from "../../../app/exam/time/time.ts";
import { systemClock } from "../../../app/platform/clock.ts";
import { newToken, sha256 } from "../../../app/platform/secrets.ts";
import { signInCookie } from "../../../app/routes/cookie.ts";

/** One learner at a machine: signed in, and running or admitted. */
export type Seat = { readonly cookie: string; readonly attempt: string; readonly lease: string };
export type Hall = {
  /** What the form asks, by item. */
  readonly items: readonly string[];
  readonly seats: readonly Seat[];
  readonly sittings: readonly string[];
  /** The cookie of an invigilator of the centre. */
  readonly invigilator: string;
};

type Wanted = {
  readonly learners: number;
  /** How many sit in one room; the last room may hold fewer. */
  readonly perSitting: number;
  readonly phase: "running" | "admitted";
};

const hour = 3_600_000;
/** The machine's name under which every lease of a hall was made. */
export const machineOf = (attempt: string) => `machine-${attempt}`;

/** Fills an empty database with a hall, in a few statements: what is measured comes afterwards, through the server. */
export async function fillHall(databaseUrl: string, { learners, perSitting, phase }: Wanted): Promise<Hall> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const now = systemClock.now();
  const centre = randomUUID();
  const { rows } = await client.query<{ id: string; componentId: string; minutes: number }>(
    `SELECT id, "componentId", minutes FROM forms WHERE code = 'CSE-A' AND "retiredAt" IS NULL`,
  );
  const [form] = rows;
  if (form === undefined) throw new Error("The bank holds no form CSE-A.");
  const people = await Promise.all(Array.from({ length: learners }, (_, index) => person(index, perSitting)));
  const sittings = Array.from({ length: Math.ceil(learners / perSitting) }, () => randomUUID());
  const inserting = { client, now, centre, form, people, sittings, phase };
  const invigilator = await insertCentre(inserting);
  await insertBookings(inserting);
  await insertAttempts(inserting);
  const { rows: asked } = await client.query<{ item: string }>(
    `SELECT v."itemId" AS item FROM form_items f JOIN item_versions v ON v.id = f."itemVersionId" WHERE f."formId" = $1`,
    [form.id],
  );
  const items = asked.map(({ item }) => item);
  await client.query("VACUUM ANALYZE");
  await client.end();
  return {
    items,
    seats: people.map(({ cookie, attempt, lease }) => ({ cookie, attempt, lease })),
    sittings,
    invigilator,
  };
}

type Person = Awaited<ReturnType<typeof person>>;
type Inserting = {
  readonly client: pg.Client;
  readonly now: number;
  readonly centre: string;
  readonly form: { readonly id: string; readonly componentId: string; readonly minutes: number };
  readonly people: readonly Person[];
  readonly sittings: readonly string[];
  readonly phase: Wanted["phase"];
};

async function person(index: number, perSitting: number) {
  const { cookie, tokenHash } = await signedIn();
  return {
    number: index + 1,
    room: Math.floor(index / perSitting),
    seat: String((index % perSitting) + 1),
    learner: randomUUID(),
    booking: randomUUID(),
    attempt: randomUUID(),
    lease: randomUUID(),
    cookie,
    tokenHash,
  };
}

async function signedIn() {
  const token = newToken();
  const cookie = await signInCookie({ secureCookies: false }, token, systemClock.now() + 12 * hour);
  return { cookie: cookie.split(";")[0] ?? "", tokenHash: sha256(token) };
}

async function insertCentre({ client, now, centre, form, sittings }: Inserting): Promise<string> {
  const at = new Date(now);
  const staff = randomUUID();
  const { cookie, tokenHash } = await signedIn();
  await client.query(`INSERT INTO centres (id, number, name) VALUES ($1, '50999', 'Centre under load')`, [centre]);
  await client.query(
    `INSERT INTO staff (id, email, name, "passwordHash") VALUES ($1, 'invigilator@load.example', 'Ines', 'none')`,
    [staff],
  );
  await client.query(`INSERT INTO staff_roles (id, "staffId", role, "centreId") VALUES ($1, $2, 'invigilator', $3)`, [
    randomUUID(),
    staff,
    centre,
  ]);
  await client.query(
    `INSERT INTO sign_ins ("tokenHash", "staffId", "createdAt", "expiresAt") VALUES ($1, $2, $3, $4)`,
    [tokenHash, staff, at, new Date(now + 12 * hour)],
  );
  await client.query(
    `INSERT INTO sittings (id, "centreId", "componentId", room, "startsAt", "ruleSet", phase, "openedAt")
     SELECT id, $2, $3, 'Hall ' || place, $4, $5, 'open', $4 FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, place)`,
    [sittings, centre, form.componentId, at, ruleBookAt(systemClock.now()).id],
  );
  return cookie;
}

async function insertBookings({ client, now, centre, form, people, sittings }: Inserting) {
  const at = new Date(now);
  const of = <Key extends keyof Person>(key: Key) => people.map((one) => one[key]);
  await client.query(
    `INSERT INTO learners (id, "centreId", "candidateNumber", name)
     SELECT id, $2, (100000 + number)::text, 'Learner ' || number FROM unnest($1::uuid[], $3::int[]) AS l(id, number)`,
    [of("learner"), centre, of("number")],
  );
  await client.query(
    `INSERT INTO bookings (id, "learnerId", "componentId", "sittingId", "formId", "attemptNumber", seat, arrangements, register,
       "arrivedAt", "keycodeHash", "keycodeSealed", "bookedAt")
     SELECT id, learner, $3, sitting, $4, 1, seat, '[]', 'present', $5, id::text, '', $5
     FROM unnest($1::uuid[], $2::uuid[], $6::uuid[], $7::text[]) AS b(id, learner, sitting, seat)`,
    [of("booking"), of("learner"), form.componentId, form.id, at, people.map(({ room }) => sittings[room]), of("seat")],
  );
  await client.query(
    `INSERT INTO sign_ins ("tokenHash", "bookingId", "createdAt", "expiresAt")
     SELECT hash, booking, $3, $4 FROM unnest($1::text[], $2::uuid[]) AS s(hash, booking)`,
    [of("tokenHash"), of("booking"), at, new Date(now + 12 * hour)],
  );
}

async function insertAttempts({ client, now, form, people, sittings, phase }: Inserting) {
  const at = new Date(now);
  const attempts = people.map(({ attempt }) => attempt);
  const running = phase === "running";
  await client.query(
    `INSERT INTO attempts (id, "bookingId", "sittingId", "formId", phase, "startedAt", deadline, "leaseId", head, position, progress)
     SELECT id, booking, sitting, $3, $4, $5, $6, lease, head, 0, '{}'
     FROM unnest($1::uuid[], $2::uuid[], $7::uuid[], $8::uuid[], $9::text[]) AS a(id, booking, sitting, lease, head)`,
    [
      attempts,
      people.map(({ booking }) => booking),
      form.id,
      phase,
      running ? at : null,
      running ? new Date(now + minutes(form.minutes)) : null,
      people.map(({ room }) => sittings[room]),
      people.map(({ lease }) => lease),
      attempts.map((id) => beginning(id, sha256)),
    ],
  );
  const paper = {
    kind: "allowance",
    source: "paper",
    amount: minutes(form.minutes),
    at: now,
    by: "load",
    why: "The paper",
  };
  const lines = [paper, ...(running ? [{ kind: "started", at: now, by: "load" }] : [])];
  for (const [position, line] of lines.entries())
    await client.query(
      `INSERT INTO ledger ("attemptId", position, line, at, "byName") SELECT id, $2, $3, $4, 'load' FROM unnest($1::uuid[]) AS l(id)`,
      [attempts, position, JSON.stringify(line), at],
    );
  await client.query(
    `INSERT INTO leases (id, "attemptId", machine, "startedAt", "savedThrough")
     SELECT lease, attempt, 'machine-' || attempt, $3, 0 FROM unnest($1::uuid[], $2::uuid[]) AS l(lease, attempt)`,
    [people.map(({ lease }) => lease), attempts, at],
  );
}
