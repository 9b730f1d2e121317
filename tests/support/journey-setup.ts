import { setup } from "./postgres.ts";

/** The same PostgreSQL as the other tests; Playwright runs what this gives back in the end. */
export default setup;
