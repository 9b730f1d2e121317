import type { Door } from "../door.ts";
import { addLearner } from "./add-learner.ts";
import { book } from "./book.ts";
import { cancelBooking, changeSeat } from "./change-booking.ts";
import { planSitting } from "./plan-sitting.ts";
import { printSlips } from "./print-slips.ts";

/** What exams officers do before a sitting. */
export const bookingCommands = (through: Door) => ({
  addLearner: through(addLearner),
  planSitting: through(planSitting),
  book: through(book),
  cancel: through(cancelBooking),
  changeSeat: through(changeSeat),
  printSlips: through(printSlips),
});
