/** What one seat showed from a moment on, which is after it was painted, by the machine's clock. */
export type Painted = {
  readonly attempt: string;
  readonly at: number;
  readonly answered: number;
  readonly lost: boolean;
  readonly calls: boolean;
  /** All that stood there. */
  readonly words: string;
};
export type Recorded = {
  readonly painted: readonly Painted[];
  /** Milliseconds of every task that kept the page from anything else for more than 50. */
  readonly longTasks: readonly number[];
};

declare global {
  interface Window {
    recordSeats?: { start(): void; read(): Recorded };
  }
}

/** Runs inside the page: writes down what seats show as soon as it is painted, and every long task. */
export function seatRecorder() {
  let painted: Painted[] = [];
  let longTasks: number[] = [];
  const last = new Map<string, string>();
  const changed = new Set<Element>();

  const readSeat = (card: Element) => {
    const attempt = card.querySelector("a[id^=seat-]")?.id.slice(5);
    const words = card.textContent ?? "";
    const answered = Number(/(\d+)\/\d+ answered/.exec(words)?.[1] ?? 0);
    const lost = words.includes("Connection lost");
    const calls = words.includes("storage full");
    const mark = `${answered} ${lost} ${calls}`;
    if (attempt === undefined || last.get(attempt) === mark) return [];
    last.set(attempt, mark);
    return [{ attempt, answered, lost, calls, words }];
  };
  const afterPainting = (work: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = work;
      port2.postMessage(null);
    });
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const card = element?.closest("li");
      if (card) changed.add(card);
      else if (element) for (const one of element.querySelectorAll("li")) changed.add(one);
    }
    if (changed.size === 0) return;
    const cards = [...changed];
    changed.clear();
    afterPainting(() => {
      const at = performance.timeOrigin + performance.now();
      painted.push(...cards.flatMap(readSeat).map((one) => ({ ...one, at })));
    });
  });
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });

  window.recordSeats = {
    start() {
      painted = [];
      longTasks = [];
      last.clear();
      const list = document.querySelector("ul[aria-label=Seats]");
      if (list) observer.observe(list, { subtree: true, childList: true, characterData: true });
    },
    read: () => ({ painted, longTasks }),
  };
}
