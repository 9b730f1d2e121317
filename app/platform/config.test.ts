import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("a setting that is empty counts as not given", () => {
  const names = [
    "HOST",
    "PORT",
    "LATE_GRACE_MS",
    "SAVE_GATHER_MS",
    "DATABASE_URL",
    "SESSION_SECRET",
    "PUBLIC_URL",
    "LOG_LEVEL",
  ];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, name === "PORT" ? " " : ""])))).toEqual(
    readConfig({}),
  );
});

test.each([
  ["PUBLIC_URL", "localhost:41408", "http:// or https://"],
  ["PUBLIC_URL", "exams.example.org", "http:// or https://"],
  ["DATABASE_URL", "mysql://localhost/examhall", "postgresql://"],
  ["REDIS_URL", "http://localhost:6379", "redis:// or rediss://"],
])("%s=%s is refused in words", (name, value, begins) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: needs an address that begins with ${begins}`);
});

test("addresses of PostgreSQL and of the site are taken as they are written", () => {
  const given = {
    DATABASE_URL: "postgres://examhall:secret@db.example.org/examhall?sslmode=require",
    PUBLIC_URL: "https://exams.example.org",
    REDIS_URL: "rediss://redis.example.org:6380",
    SESSION_SECRET: "x".repeat(32),
  };
  expect(readConfig(given)).toMatchObject(given);
});
