import { build, generate, install } from "./steps.mjs";

/** `npm start` on a fresh clone does everything; the second time only what has changed. */
install();
generate();
build();
process.env.NODE_ENV = "production";
process.setSourceMapsEnabled(true);
await import("../build/node/main.js");
