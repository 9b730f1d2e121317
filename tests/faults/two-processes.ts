import { redisMissing, redisServer } from "../support/redis.ts";
import type { Ground } from "./fault.ts";
import { nginx, nginxMissing } from "./nginx.ts";
import { serverProcess } from "./server-process.ts";

export const twoProcessesMissing = () => nginxMissing() ?? redisMissing();

/** Two processes of the built server behind nginx, which share PostgreSQL and Redis and nothing else. */
export async function twoProcesses({ folder, database }: Pick<Ground, "folder" | "database">) {
  const databaseUrl = await database();
  const redis = await redisServer();
  const settings = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, PUBLIC_URL: "http://exams.example" };
  const first = await serverProcess(folder, "first", settings);
  const second = await serverProcess(folder, "second", settings);
  const proxy = await nginx(folder, [first.port, second.port]);
  return {
    databaseUrl,
    url: proxy.url,
    first,
    second,
    redis,
    async close() {
      await first.stop();
      await second.stop();
      await proxy.stop();
      await redis.stop();
    },
  };
}
