// «Робоче місце»: what is open, its views, and the way of every change: to the desk, onto the page, into what is kept.
import { button, dialog, hearAt, labelled, make, say } from "./dom.js";
import { Engine } from "./engine.js";
import { githubOpening } from "./github.js";
import { handingView } from "./handing.js";
import { importView } from "./importing.js";
import { forget, keep, kept } from "./keeping.js";
import { openingView, readAll } from "./opening.js";
import { previewView } from "./preview.js";
import { countWords, listView, place } from "./problems.js";
import { reportView } from "./reports.js";
import { key, tableView } from "./table.js";

const DOCUMENT = /\.(docx?|odt|xlsx?|ods|rtf|pdf)$/i;
const SAVED_AFTER = 500;

// Starts everything in the place of what the page said before. Rejects with `words` for a person.
export async function begin(root, progress) {
  await serviceWorker();
  const engine = new Engine(root.dataset.engine);
  await engine.start(progress);
  document.head.append(make("link", { rel: "stylesheet", href: new URL("./workplace.css", import.meta.url).href }));
  await new Desk(root, engine).show(await kept());
}

// Offline afterwards: its service worker reaches this page alone. Without one the page works all the same.
async function serviceWorker() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(new URL("./sw.js", import.meta.url), { scope: "./" });
    if (!navigator.serviceWorker.controller) {
      await Promise.race([
        new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true })),
        new Promise((resolve) => setTimeout(resolve, 3000)),
      ]);
    }
  } catch (error) {
    console.warn(error);
  }
}

class Desk {
  constructor(root, engine) {
    Object.assign(this, { root, engine, table: null, plans: [], problems: [], views: new Map(), typing: new Set(), state: { plan: "", changed: [] }, opened: {}, origin: null, work: Promise.resolve() });
    engine.onrestart = () => this.restore();
  }

  async show(saved) {
    const heard = make("p", { role: "status", class: "visually-hidden" });
    this.note = make("p", { class: "wp-note", role: "alert" });
    this.nav = make("nav", { class: "wp-nav", "aria-label": "Робоче місце" });
    this.place = make("section", { class: "wp-view", "aria-labelledby": "wp-view-title" });
    this.root.replaceChildren(heard, this.nav, this.note, this.place);
    this.root.classList.add("wide");
    hearAt(heard);
    window.addEventListener("beforeunload", (event) => { if (this.state.changed.length && !this.handed) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && this.saving) { this.flush(); this.work.then(() => this.save()); } });
    window.addEventListener("keydown", (event) => this.keys(event));
    await this.empty();
    await this.go("open");
    if (saved) this.offer(saved);
    say("Робоче місце готове.");
  }

  // Views: one is shown at a time; focus goes to its title. `given` is the answer a table is made of, where it is there.
  async go(view, given) {
    this.flush();
    await this.work;
    this.view = view;
    const title = make("h2", { id: "wp-view-title", tabindex: "-1" }, VIEWS[view]);
    this.views.clear();
    this.typing.clear();
    this.place.replaceChildren(title, make("p", {}, "Зачекайте …"));
    this.bar();
    const content = await this[`${view}View`](given);
    if (this.view !== view) return;
    this.place.replaceChildren(title, ...[content].flat().filter(Boolean));
    this.placeProblems();
    title.focus();
  }

  bar() {
    const views = this.state.plan ? Object.keys(VIEWS) : ["open", "import"];
    this.nav.replaceChildren(
      make("ul", {}, views.map((view) => make("li", {}, button(VIEWS[view], () => this.go(view), { "aria-current": view === this.view ? "page" : null })))),
      make("p", { class: "wp-row" },
        button("Скасувати", () => this.change({ do: "undo" }), { disabled: !this.state.can_undo, title: this.state.can_undo || null }),
        button("Повернути", () => this.change({ do: "redo" }), { disabled: !this.state.can_redo, title: this.state.can_redo || null }),
        button("Забути все", () => this.forgetAll())));
  }

  // Nothing is open yet, but the day is known: a plan begun from nothing is named by it.
  empty() { return this.quietly({ do: "open", files: {}, today: this.day() }); }

  openView() {
    const plans = this.plans.length ? make("div", {}, make("h3", {}, "Відкриті плани"), make("ul", { class: "wp-plans" },
      this.plans.map((plan) => make("li", {}, button(plan.title, () => this.choose(plan.plan)), ` ${plan.community}${plan.draft ? ", чернетка" : ""}`)))) : null;
    return [plans, make("h3", {}, "З цього пристрою"), openingView(this, (found) => this.take(found)), githubOpening(this, this.root.dataset.repository, this.root.dataset.plans)];
  }

  async tableView(given) {
    const answer = given || (await this.ask({ do: "table" }));
    if (!answer?.table) return [make("p", {}, "Плану не відкрито.")];
    this.took(answer);
    this.list = make("div");
    const choose = this.plans.length > 1 ? labelled("План", this.chooser()) : null;
    return [choose, make("p", { class: "lead" }, this.table.title), this.list, ...tableView(this.table, this)];
  }

  async previewView() {
    const answer = await this.ask({ do: "preview", at: this.last || [] });
    if (!answer) return [];
    return [make("p", {}, "Так сторінку побачать мешканці. Посилання тут не відкриваються."), previewView(answer)];
  }

  reportView() { return reportView(this); }
  importView() { return importView(this); }
  handView() { return handingView(this, this.root); }

  chooser() {
    const select = make("select", {}, this.plans.map((plan) => make("option", { value: plan.plan }, `${plan.title} (${plan.community})`)));
    select.value = this.state.plan;
    select.addEventListener("change", () => this.choose(select.value));
    return select;
  }

  // Files that were chosen or dropped: a document goes to the import, reports of executors to the report, plans are opened.
  async take(found) {
    const documents = found.filter(([path]) => DOCUMENT.test(path));
    if (found.length && documents.length === found.length) {
      this.document = documents[0][1];
      return this.go("import");
    }
    const files = await readAll(found);
    if (!Object.keys(files).some((path) => /^plans\/.+\/.+\.ya?ml$/.test(path))) return this.refuse("Тут немає файлів планів. Виберіть теку plans/ або теку громади, у якій є community.yml.");
    return this.openFiles(files, null);
  }

  async openFiles(files, origin) {
    if (this.state.changed.length && !this.handed && !(await this.sure("Відкрити інше?", "Незбережені зміни буде забуто."))) return;
    const answer = await this.ask({ do: "open", files, today: this.day() });
    if (!answer) return;
    Object.assign(this, { opened: files, origin, plans: answer.plans, handed: false, last: null, imported: null });
    this.save();
    await this.go(answer.plans.length === 1 ? "table" : "open");
  }

  // The day as this device has it, РРРР-ММ-ДД.
  day() { return new Date().toLocaleDateString("sv-SE"); }

  communities() {
    const names = [...Object.keys(this.opened).filter((path) => path.endsWith("/community.yml")).map((path) => path.split("/")[1]), ...this.plans.map((plan) => plan.community)];
    return [...new Set(names)].sort();
  }

  // What the desk says of the chosen plan; one that is new joins the list.
  took({ table, problems }) {
    this.table = table;
    this.problems = problems;
    const known = this.plans.find((one) => one.plan === table.plan);
    if (known) known.title = table.title;
    else this.plans = [...this.plans, { plan: table.plan, title: table.title, community: table.plan.split("/")[0], draft: true }];
  }

  async choose(plan) {
    this.last = null;
    const answer = await this.ask({ do: "choose", plan });
    if (answer) await this.go("table", answer);
  }

  // Every question: its refusal is shown, its fault too, and nothing is lost.
  async ask(request, options) {
    const number = this.changes;
    try {
      const answer = await this.engine.ask(request, options);
      if (answer.state && number === this.changes) this.state = answer.state;
      this.bar();
      if (!answer.ok) { this.refuse(answer.message); return null; }
      this.refuse("");
      return answer;
    } catch (error) {
      this.fault(error);
      return null;
    }
  }

  async quietly(request) {
    try {
      const answer = await this.engine.ask(request);
      return answer.ok ? answer : null;
    } catch { return null; }
  }

  refuse(words) { this.note.textContent = words || ""; }

  fault(error) {
    console.error(error);
    this.refuse(error.words ? `Не вийшло: ${error.words}. Зроблене раніше збережено.` : "Не вийшло через помилку програми. Зроблене раніше збережено.");
  }

  // One field: the page is not drawn anew, so that whoever types stays where they are.
  set(at, value) {
    this.handed = false;
    this.last = at;
    this.work = this.work.then(async () => {
      const view = this.views.get(key(at));
      const answer = await this.ask({ do: "set", at, value });
      if (!answer) return;
      this.problems = answer.problems;
      if (answer.row) this.tookRow(answer.row);
      this.placeProblems();
      this.saveSoon();
      const lost = (answer.consequences || []).map((one) => one.said);
      if (lost.length) this.refuse(lost.join(" "));
      if (view && !view.element.isConnected) this.refuse("");
    });
    return this.work;
  }

  tookRow(row) {
    const rows = this.table.rows;
    const index = rows.findIndex((one) => key(one.at) === key(row.at));
    if (index < 0) return;
    const before = rows[index];
    rows[index] = row;
    if (shape(before) !== shape(row)) { this.stale = true; return; }
    const refresh = (field) => {
      const view = this.views.get(key(field.at));
      if (view && view.refresh) view.refresh(field);
      (field.fields || []).forEach(refresh);
    };
    row.fields.forEach(refresh);
  }

  rowNow(at) { return this.table.rows.find((row) => key(row.at) === key(at)); }

  // A change of the shape of things: the table is drawn anew, and focus finds its place again.
  change(request, focusNew = false) {
    this.flush();
    this.handed = false;
    this.work = this.work.then(async () => {
      const before = document.activeElement?.id, top = window.scrollY;
      const answer = await this.ask(request);
      if (!answer) return;
      this.saveSoon();
      const lost = (answer.consequences || []).map((one) => one.said);
      document.querySelectorAll("dialog.wp-dialog").forEach((box) => box.close());
      if (this.view !== "table") return;
      await this.redraw(answer.table ? answer : undefined);
      if (lost.length) this.refuse(lost.join(" "));
      window.scrollTo(0, top);
      const view = focusNew && answer.at && (this.views.get(key(answer.at)) || this.nearest(answer.at));
      if (view?.control) view.control.focus();
      else if (before && document.getElementById(before)) document.getElementById(before).focus();
      say(request.do === "undo" ? "Скасовано." : request.do === "redo" ? "Повернуто." : "Зроблено.");
    });
    return this.work;
  }

  nearest(at) {
    for (let length = at.length; length > 0; length--) {
      const view = this.views.get(key(at.slice(0, length)));
      if (view && view.element.isConnected) return view;
    }
    return null;
  }

  async redraw(given) {
    this.views.clear();
    this.typing.clear();
    this.stale = false;
    const title = this.place.firstElementChild;
    const wasOpen = this.place.querySelector(".wp-about")?.open;
    const content = await this.tableView(given);
    this.place.replaceChildren(title, ...content.filter(Boolean));
    if (wasOpen) this.openAbout();
    this.placeProblems();
  }

  // After a dialog of other fields: what it changed may have changed the row.
  settle(at) {
    if (this.view !== "table") return;
    this.work = this.work.then(async () => {
      if (!this.stale) return this.placeProblems();
      await this.redraw();
      const view = this.nearest(at);
      if (view?.control && document.activeElement === document.body) view.control.focus();
    });
  }

  register(at, view) { this.views.set(key(at), view); }

  placeProblems() {
    if (this.view !== "table" || !this.list) return;
    place(this.problems, this.table, this.views, this);
    const open = this.list.firstElementChild?.open;
    const list = listView(this.problems, this.table, this.views, this);
    list.open = Boolean(open);
    this.list.replaceChildren(list);
  }

  goTo(problem) {
    const view = this.nearest(problem.at);
    const about = this.table.about.some((field) => key(field.at) === key(problem.at.slice(0, field.at.length)));
    if (about) this.openAbout();
    const found = this.nearest(problem.at) || view;
    if (found?.control) found.control.focus();
    else this.refuse(problem.whole);
  }

  // A file that has no table is mended as text.
  async openText({ path, line, said }) {
    const { files } = await this.engine.ask({ do: "files" });
    const text = make("textarea", { rows: 18, class: "wp-code", spellcheck: "false" });
    text.value = typeof files[path] === "string" ? files[path] : "";
    const box = dialog(path, make("p", { class: "wp-said" }, `Рядок ${line}: ${said}`), labelled("Текст файлу", text),
      make("p", { class: "wp-row" }, button("Зберегти й перевірити", () => { const now = text.value; box.close(); this.change({ do: "write", path, text: now }); })));
    box.classList.add("wp-dialog--wide");
    const start = text.value.split("\n").slice(0, line - 1).join("\n").length;
    text.focus();
    text.setSelectionRange(start + (line > 1 ? 1 : 0), start + (line > 1 ? 1 : 0));
  }

  async enterBody(name) {
    const answer = await this.ask({ do: "body", name });
    if (!answer) return;
    this.saveSoon();
    await this.work;
    const check = await this.ask({ do: "check" });
    if (check) { this.problems = check.problems; this.placeProblems(); }
    document.querySelectorAll(".wp-enter").forEach((one) => { if (one.textContent.includes(name) || one.querySelector(`[aria-label$="${CSS.escape(name)}"]`)) one.replaceChildren(); });
    say(`${name}: внесено до реєстру виконавців.`);
  }

  askName(field) {
    const name = make("input", { autocomplete: "off" });
    const box = dialog(`${field.adds || "Додати"}: ${field.label}`, labelled("Назва або рік", name),
      make("p", { class: "wp-row" }, button("Додати", () => { const words = name.value.trim(); box.close(); if (words) this.change({ do: "add", at: field.at, name: words }, true); })));
    name.focus();
  }

  sure(title, words) {
    return new Promise((resolve) => {
      const box = dialog(title, make("p", {}, words), make("p", { class: "wp-row" }, button("Так", () => { resolve(true); box.close(); })));
      box.addEventListener("close", () => resolve(false));
    });
  }

  flush() { for (const send of this.typing) send(); }

  keys(event) {
    if (!(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "z" && !event.shiftKey && this.state.can_undo) { event.preventDefault(); this.change({ do: "undo" }); }
    if ((event.key === "y" || (event.key === "z" && event.shiftKey)) && this.state.can_redo) { event.preventDefault(); this.change({ do: "redo" }); }
  }

  handedOver() { this.handed = true; }

  // Kept in this browser: the files as opened, and those that changed as they stand.
  saveSoon() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), SAVED_AFTER);
  }

  async save() {
    const answer = await this.quietly({ do: "files" });
    if (!answer) return;
    const changed = Object.fromEntries(Object.entries(answer.files).filter(([path, content]) => JSON.stringify(content) !== JSON.stringify(this.opened[path])));
    const gone = Object.keys(this.opened).filter((path) => !(path in answer.files));
    try {
      await keep({ opened: this.opened, changed, gone, plan: this.state.plan, origin: this.origin });
    } catch (error) {
      this.refuse("Переглядач не дозволяє зберігати зроблене на цьому пристрої. Завантажте ZIP, перш ніж закрити сторінку.");
    }
  }

  offer(saved) {
    const when = new Date(saved.when).toLocaleString("uk-UA", { dateStyle: "long", timeStyle: "short" });
    const box = make("div", { class: "notice" }, make("p", {}, `На цьому пристрої є зроблене раніше (${when}).`),
      make("p", { class: "wp-row" }, button("Продовжити", async () => { box.remove(); await this.restore(saved); }), button("Забути все", () => this.forgetAll())));
    this.place.firstElementChild.after(box);
  }

  async restore(saved) {
    const work = saved || (await kept());
    if (!work) return void (await this.empty());
    const answer = await this.ask({ do: "open", files: work.opened, today: this.day() });
    if (!answer) return;
    Object.assign(this, { opened: work.opened, origin: work.origin, plans: answer.plans });
    const changed = [...Object.entries(work.changed), ...work.gone.map((path) => [path, null])];
    for (const [path, text] of changed) if (typeof text !== "object" || text === null) await this.ask({ do: "write", path, text });
    if (work.plan) await this.ask({ do: "choose", plan: work.plan });
    await this.go(this.state.plan ? "table" : "open");
  }

  async forgetAll() {
    if (!(await this.sure("Забути все?", "Усе, що відкрито й зроблено тут, буде стерто з цього пристрою. Завантажене й надіслане лишиться."))) return;
    clearTimeout(this.saving);
    await forget();
    this.handed = true;
    location.reload();
  }
}

const shape = (row) => JSON.stringify([row.called, row.adds.length, row.removed, row.fields.map((field) => shapeOf(field))]);
const shapeOf = (field) => [field.name, field.input, (field.fields || []).map(shapeOf)];
const VIEWS = { open: "Відкрити", import: "З документа", table: "Таблиця", preview: "Перегляд", report: "Звіт", hand: "Передати" };
