import { z } from "zod";
import { type Refused, refused } from "../exam/people/refusals.ts";

/** As much as browsers write down of themselves, with room to spare, in characters. */
const longest = 20_000;

const name = z.string().max(200);

/** What the gateway reads itself; the other messages are read by the commands they are for. */
export const messages = {
  watch: z.object({ sitting: name }),
  since: z.object({ sitting: name, version: z.number().int() }),
  hold: z.object({ sitting: name, name }),
  arrange: z.object({ to: name, kind: z.enum(["call", "answer"]), text: z.string().max(longest) }),
};

/** Work on a message that is as it should be; any other is refused. */
export const reading =
  <Message, Answer>(shape: z.ZodType<Message>, work: (message: Message) => Answer | Promise<Answer>) =>
  async (message: unknown): Promise<Answer | Refused> => {
    const read = shape.safeParse(message);
    return read.success ? work(read.data) : refused("badly-formed");
  };
