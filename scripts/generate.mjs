import { generate } from "./steps.mjs";

generate();
