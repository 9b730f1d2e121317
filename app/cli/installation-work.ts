import path from "node:path";
import { type Booted, boot, loadQuestionBank } from "../boot.ts";
import { roles as everyRole, type Role } from "../exam/people/actor.ts";
import { inWords, type Refused } from "../exam/people/refusals.ts";
import { needsCentre } from "../exam/people/role-places.ts";
import { systemClock } from "../platform/clock.ts";
import { type Config, readConfig } from "../platform/config.ts";
import { type Answer, no } from "./say.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const root = path.resolve(import.meta.dirname, "../..");

/** Answers the names of the migrations that were missing. */
export const migrateDatabase = (env: Environment): Promise<Answer> =>
  atInstallation(env, async ({ migrated }) => ({
    ok: true,
    value: { migrated },
    words: migrated.length === 0 ? "The database is up to date." : `Applied ${migrated.join(", ")}.`,
  }));

/** @param folder where the bank is, when not where the configuration says. */
export const loadBank = (env: Environment, folder: string | undefined): Promise<Answer> =>
  atInstallation(env, async ({ app }, config) => {
    const forms = await loadQuestionBank(app, path.resolve(folder ?? config.QUESTION_BANK));
    return { ok: true, value: { forms }, words: `The forms in use are ${forms.join(", ")}.` };
  });

export const addCentre = (env: Environment, centre: { readonly number: string; readonly name: string }) =>
  atInstallation(env, async ({ app }) => {
    const added = await app.commands.centres.add(app.system, centre);
    if (!added.ok) return no(allWords(added));
    return { ok: true, value: { centre: added.centre }, words: `${centre.name} is centre ${centre.number}.` };
  });

export type NewPerson = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly centre?: string;
  readonly password: string;
  readonly again: string;
};

/** Roles that belong to a centre are held at the one named; the others everywhere. */
export function addStaff(env: Environment, { roles, centre: number, ...person }: NewPerson): Promise<Answer> {
  const known = everyRole.filter((role) => roles.includes(role));
  const unknown = roles.filter((role) => !known.includes(role as Role));
  if (unknown.length > 0)
    return Promise.resolve(no(`“${unknown.join("”, “")}” is not a role. The roles are ${everyRole.join(", ")}.`));
  return atInstallation(env, async ({ app }) => {
    const centre = number === undefined ? null : await app.database.prisma.centre.findUnique({ where: { number } });
    if (number !== undefined && centre === null) return no(`There is no centre ${number}. Add it with centre add.`);
    const held = known.map((role) => ({ role, centreId: needsCentre(role) ? (centre?.id ?? null) : null }));
    const added = await app.commands.staff.add(app.system, { ...person, roles: held });
    if (!added.ok) return no(allWords(added));
    return { ok: true, value: { staff: added.staff }, words: `${person.name} can sign in as ${person.email}.` };
  });
}

/** Starts nothing but the database connection; brings the schema up to date first, as the server does. */
async function atInstallation(
  env: Environment,
  act: (booted: Booted, config: Config) => Promise<Answer>,
): Promise<Answer> {
  if (!env.DATABASE_URL)
    return no("DATABASE_URL is not set. Without it there is only the demonstration, which has people of its own.");
  try {
    const config = readConfig(env);
    const booted = await boot(config, systemClock, root);
    return await act(booted, config).finally(async () => {
      await booted.app.close();
      await booted.stop();
    });
  } catch (error) {
    return no(error instanceof Error ? error.message.trim() || error.name : String(error));
  }
}

/** The refusal, and what is wrong with each field where it says so. */
const allWords = (no: Refused) => {
  const fields = Object.entries(no.fields ?? {}).map(([field, words]) => `${field}: ${words}`);
  return fields.length === 0 ? inWords(no) : fields.join("\n");
};
