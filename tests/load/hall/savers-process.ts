import { type Answered, type Asked, leave, save, sit } from "./savers.ts";

/** Learners in a process of their own. */
let learners: Awaited<ReturnType<typeof sit>>["learners"] = [];

const tell = (answered: Answered) => void process.send?.(answered);

async function work(asked: Asked) {
  if (asked.kind === "sit") {
    const { learners: seated, ...figures } = await sit(asked);
    learners = seated;
    tell({ kind: "seated", ...figures });
  } else if (asked.kind === "save") tell({ kind: "saved", ...(await save(learners, asked)) });
  else {
    leave(learners);
    process.exit(0);
  }
}

process.on("message", (asked: Asked) => {
  work(asked).catch((error: unknown) => tell({ kind: "failed", why: String(error) }));
});
