import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { missingProgram, placeOf } from "../support/debian-package.ts";
import { freePort } from "../support/redis.ts";
import { until } from "./processes.ts";
import { root } from "./server-process.ts";

export const nginxMissing = () => missingProgram("nginx", "nginx");

/** nginx with the configuration that the house recommends, before the processes at these two ports. */
export async function nginx(folder: string, [first, second]: readonly [number, number]) {
  const port = await freePort();
  const recommended = readFileSync(path.join(root, "scripts/nginx.conf.example"), "utf8")
    .replaceAll("127.0.0.1:3001", `127.0.0.1:${first}`)
    .replaceAll("127.0.0.1:3002", `127.0.0.1:${second}`)
    .replace("listen 8080", `listen 127.0.0.1:${port}`);
  mkdirSync(path.join(folder, "nginx"), { recursive: true });
  const place = (name: string) => path.join(folder, "nginx", name);
  writeFileSync(place("examhall.conf"), recommended);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${place(name)};`,
  );
  writeFileSync(
    place("nginx.conf"),
    `daemon off; worker_processes 1; worker_rlimit_nofile 40000; pid ${place("pid")}; error_log ${place("error.log")};
     events { worker_connections 16384; }
     http { access_log off; ${temporary.join(" ")} include ${place("examhall.conf")}; }`,
  );
  const child = spawn(placeOf("nginx") ?? "", ["-c", place("nginx.conf"), "-e", place("error.log")], {
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  await until("nginx to answer", 10, () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return {
    url,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
