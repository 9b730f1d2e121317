import { z } from "zod";
import { centresOf, type HeldRole, type Role, roles } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Prisma } from "../generated/client.ts";
import { view } from "./view.ts";

const input = z.object({
  /** Part of a name or of an e-mail address. */
  q: z.string().trim().max(80).catch(""),
  role: z.enum(roles).nullable().catch(null),
  show: z.enum(["all", "enabled", "disabled", "without"]).catch("all"),
  sort: z.enum(["name", "-name", "email", "-email"]).catch("name"),
});
type Asked = z.infer<typeof input>;

export type StaffLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  /** Centres they have a connection with, and so do not mark. */
  readonly affiliations: readonly string[];
  readonly enabled: boolean;
  /** Browsers signed in now. */
  readonly signedIn: number;
  readonly isSelf: boolean;
};

export type CentreChoice = { readonly id: string; readonly name: string };
export type StaffList = {
  readonly staff: readonly StaffLine[];
  readonly centres: readonly CentreChoice[];
  readonly asked: Asked;
};

/** Everybody who works here, with what they may do and where. */
export const staffList = view<Asked, StaffList>({
  who: ["administrator"],
  input,
  async read({ db, actor, now }, asked) {
    if (actor?.kind !== "staff" || centresOf(actor, ["administrator"]) !== "all") return refused("not-allowed");
    const rows = await db.staff.findMany({
      where: {
        AND: [matching(asked.q), asked.role ? { roles: { some: { role: asked.role } } } : {}, shown[asked.show]],
      },
      include: {
        roles: true,
        affiliations: true,
        _count: { select: { signIns: { where: { revokedAt: null, expiresAt: { gt: new Date(now) } } } } },
      },
      orderBy: [orders[asked.sort], { id: "asc" }],
    });
    const centres = await db.centre.findMany({ orderBy: { name: "asc" } });
    return {
      ok: true,
      asked,
      centres: centres.map(({ id, name, number }) => ({ id, name: `${name} (${number})` })),
      staff: rows.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        roles: row.roles.map(({ role, centreId }) => ({ role: role as Role, centreId })),
        affiliations: row.affiliations.map(({ centreId }) => centreId),
        enabled: row.disabledAt === null,
        signedIn: row._count.signIns,
        isSelf: row.id === actor.id,
      })),
    };
  },
});

const matching = (q: string): Prisma.StaffWhereInput =>
  q === ""
    ? {}
    : { OR: [{ name: { contains: q, mode: "insensitive" } }, { email: { contains: q, mode: "insensitive" } }] };

const shown: Record<Asked["show"], Prisma.StaffWhereInput> = {
  all: {},
  enabled: { disabledAt: null },
  disabled: { disabledAt: { not: null } },
  without: { disabledAt: null, roles: { none: {} } },
};

const orders: Record<Asked["sort"], Prisma.StaffOrderByWithRelationInput> = {
  name: { name: "asc" },
  "-name": { name: "desc" },
  email: { email: "asc" },
  "-email": { email: "desc" },
};
