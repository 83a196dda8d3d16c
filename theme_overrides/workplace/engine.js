// The program's Python in a worker: one question at a time, an answer each. A worker that fails is ended; the page lives.
import { unpacked } from "./packing.js";

export class Stopped extends Error {
  constructor(words) { super(words); this.words = words; }
}

const LONGEST = 60; // seconds a question may take: no plan of a community comes near it

export class Engine {
  constructor(mark) {
    this.mark = mark;
    this.asked = new Map();
    this.number = 0;
    this.onrestart = async () => {};
  }

  // Loads everything; `progress` is told which share of the bytes has come.
  start(progress = () => {}) {
    this.progress = progress;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => this.#answered(data);
    this.worker.onerror = (event) => this.#failed(`програма зупинилася (${event.message || "невідома помилка"})`);
    this.ready = this.#post({ start: this.mark }, [], 600);
    this.ready.then(() => { this.everReady = true; }, () => {});
    return this.ready;
  }

  // Asks the desk. `put` are files to write first, by path; `take` gives the bytes of the file that the answer names.
  async ask(request, { put = {}, take = false, seconds = LONGEST } = {}) {
    await this.ready;
    const moved = Object.values(put);
    return this.#post({ request: JSON.stringify(request), put, take }, moved, seconds);
  }

  #post(message, moved, seconds) {
    const id = ++this.number;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#failed("програма не впоралася за відведений час"), seconds * 1000);
      this.asked.set(id, { resolve, reject, timer });
      this.worker.postMessage({ id, ...message }, moved);
    });
  }

  #answered({ id, loaded, answer, bytes, fault, fatal }) {
    if (loaded !== undefined) return this.progress(loaded);
    const asked = this.asked.get(id);
    if (!asked) return undefined;
    clearTimeout(asked.timer);
    this.asked.delete(id);
    if (fatal) return this.#failed(fault, asked);
    if (fault) return asked.reject(new Stopped(fault));
    if (answer.table) answer.table = unpacked(answer.table);
    return asked.resolve(bytes ? { ...answer, bytes } : answer);
  }

  // Ends the worker and starts another, which is given what was open.
  #failed(words, alone) {
    this.worker.terminate();
    const open = [...this.asked.values(), ...(alone ? [alone] : [])];
    this.asked.clear();
    const started = this.everReady;
    for (const { reject, timer } of open) {
      clearTimeout(timer);
      reject(new Stopped(words));
    }
    if (started) this.start().then(() => this.onrestart());
  }
}
