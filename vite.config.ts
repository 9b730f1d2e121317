import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { chunkAddress } from "./scripts/chunk-address.ts";
import { examParts } from "./scripts/exam-parts.ts";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), examParts(), chunkAddress()],
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  build: { target: "es2022", sourcemap: false },
});
