// Lets the page of a test come back without a network: after a reload, a crash, or typing /exam again.
//
// It keeps the files the page is built from and the page itself as it is sent to somebody who is not signed in: nothing of
// any person, and nothing of any test. Whose test it is, the sealed form and the answers are in the encrypted vault of the
// page. Everything a page asks of the server goes to the server.
//
// A new build brings a new list of files and so a new worker. That one waits until no page of the old build is open: a test
// that runs keeps the files it was begun with.

importScripts("/exam-parts.js");

/** What the build wrote down: `version` changes with any file, `exam` is named in every page of that build. */
const { version, exam, files } = self.examParts;

const ours = "examhall-exam ";
const cacheName = `${ours}${version}`;
const page = "/exam?kept";

/** So long the server may take to send the page before the kept one is shown, in milliseconds. */
const patience = 6_000;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && pathname === "/exam") event.respondWith(answerPage(event.request));
  else if (files.includes(pathname) || pathname.startsWith("/assets/"))
    event.respondWith(answerFile(event.request, pathname));
});

async function keepAll() {
  // Without cookies, so that the server cannot know whose page it would be.
  const sent = await fetch(page, { credentials: "omit", cache: "no-store", redirect: "error" });
  const text = await sent.clone().text();
  if (!sent.ok || !text.includes(exam)) throw new Error("That is not the page of this build.");
  const cache = await caches.open(cacheName);
  // Not all that the page names is of the bundler's making: the list of addresses comes from the framework, after it.
  const named = text.match(/\/assets\/[\w.-]+/g) ?? [];
  await cache.addAll([...new Set([...files, ...named])]);
  await cache.put(page, sent);
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function answerPage(request) {
  const fromServer = fetch(request);
  try {
    const answer = await Promise.race([fromServer, tooLong()]);
    if (answer.status < 500) return answer;
  } catch {
    // No network, no server, or too slow: the kept page follows.
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(page)) ?? fromServer;
}

async function answerFile(request, pathname) {
  const cache = await caches.open(cacheName);
  // A reload may have brought the page of a newer build, whose own worker keeps its files already but waits for its turn.
  return (await cache.match(pathname)) ?? (await caches.match(pathname)) ?? fetch(request);
}

const tooLong = () =>
  new Promise((_, fail) => {
    setTimeout(() => fail(new Error("The server takes too long.")), patience);
  });
