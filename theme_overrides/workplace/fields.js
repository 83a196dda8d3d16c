// One field as a person types it: label, control, help, messages below. Changes go out by `set(at, value)`.
import { button, labelled, make, newId } from "./dom.js";

const TYPED = 700; // milliseconds of rest after which what is typed is taken
const ASKED = 150;

// `about` names the row a field belongs to; in a table the column says the label, so there it is heard, not seen.
export function fieldView(field, desk, { about = "", inTable = false } = {}) {
  const name = about ? `${field.label}, ${about}` : field.label;
  const said = make("div", { class: "wp-messages", id: newId("said") });
  const kind = KINDS[field.input] || line;
  const made = kind(field, desk, said, { name, inTable });
  const box = made.group
    ? make("fieldset", { class: "wp-group" }, make("legend", {}, field.label, whose(field)), hint(field), made.parts, said)
    : make("div", { class: "wp-field" }, inTable && !made.ownLabel ? null : make("label", { for: made.control.id }, field.label, whose(field)),
      inTable ? null : hint(field, made.control), made.parts, said);
  if (made.control) {
    if (inTable) made.control.setAttribute("aria-label", name);
    const described = [made.control.getAttribute("aria-describedby"), said.id].filter(Boolean).join(" ");
    made.control.setAttribute("aria-describedby", described);
    if (field.required) made.control.required = true;
  }
  desk.register(field.at, { element: box, control: made.control || box.querySelector("input, textarea, select, button"), said, refresh: made.refresh });
  return box;
}

const whose = (field) => (field.whose === "document" ? make("span", { class: "wp-whose" }, " слова документа") : field.whose === "ours" ? make("span", { class: "wp-whose" }, " від нас") : null);

// What the help says beyond the label.
function hint(field, control) {
  const words = (field.help || "").startsWith(field.label) ? field.help.slice(field.label.length).replace(/^\s*\((від нас|слово в слово)\)/, "").replace(/^[\s.,:;]+/, "") : field.help || "";
  if (!words) return null;
  const id = newId("help");
  if (control) control.setAttribute("aria-describedby", id);
  return make("p", { class: "ours wp-help", id }, words[0].toUpperCase() + words.slice(1));
}

// Sends what a control holds when it changes, and after typing rested.
function sends(control, field, desk, value) {
  let timer, sent = JSON.stringify(value());
  const send = () => {
    clearTimeout(timer);
    const now = value();
    if (JSON.stringify(now) === sent) return;
    sent = JSON.stringify(now);
    desk.set(field.at, now);
  };
  control.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, TYPED);
  });
  control.addEventListener("change", send);
  desk.typing.add(send);
  return (now) => { sent = JSON.stringify(now); };
}

function line(field, desk) {
  const long = field.input === "lines" || field.input === "term" || String(field.value ?? "").length > 40;
  const control = make(long ? "textarea" : "input", { id: newId("f"), autocomplete: "off", rows: long ? 2 : null, inputmode: field.input === "number" ? "numeric" : null });
  const shown = (value) => (value === null || value === undefined ? "" : String(value));
  control.value = shown(field.value);
  if (field.input === "day") control.placeholder = "РРРР-ММ-ДД";
  const value = () => {
    const text = field.input === "lines" ? control.value.trim() : control.value.replace(/\s+/g, " ").trim();
    if (text === "") return null;
    return field.input === "number" && /^-?\d+$/.test(text) ? Number(text) : text;
  };
  const took = sends(control, field, desk, value);
  const refresh = (now) => {
    took(now.value ?? null);
    if (document.activeElement !== control) control.value = shown(now.value);
  };
  return { control, parts: [control], refresh };
}

// A term is read while it is typed: «Ми розуміємо так: …».
function term(field, desk, said, options) {
  const made = line(field, desk);
  const reading = make("p", { class: "wp-reading" }, field.reading || "");
  let timer;
  made.control.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const text = made.control.value.trim();
      const answer = text ? await desk.quietly({ do: "term", text, at: field.at }) : { reading: "" };
      if (answer && made.control.value.trim() === text) reading.textContent = answer.reading || "";
    }, ASKED);
  });
  made.parts.push(reading, ...more(field, desk, options));
  const refresh = made.refresh;
  made.refresh = (now) => { refresh(now); reading.textContent = now.reading || ""; };
  return made;
}

// An executor is found by typing; a body that the registry has not can be entered there.
function executor(field, desk, said, options) {
  const made = line({ ...field, value: field.value }, desk);
  const list = make("datalist", { id: newId("bodies") });
  const input = make("input", { id: made.control.id, list: list.id, autocomplete: "off", value: field.value || "" });
  input.value = field.value || "";
  const enter = make("p", { class: "wp-enter" });
  let timer;
  const find = async () => {
    const text = input.value.trim();
    const answer = text ? await desk.quietly({ do: "executors", text, at: field.at }) : null;
    if (!answer || input.value.trim() !== text) return;
    list.replaceChildren(...answer.bodies.slice(0, 12).map((body) => make("option", { value: body.name }, body.label)));
    enter.replaceChildren(...(answer.exact ? [] : [answer.message ? `${answer.message} ` : "", button("Внести до реєстру", () => desk.enterBody(text), { "aria-label": `Внести до реєстру: ${text}` })]));
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, ASKED); });
  const took = sends(input, field, desk, () => input.value.replace(/\s+/g, " ").trim() || null);
  const refresh = (now) => {
    took(now.value ?? null);
    if (document.activeElement !== input) input.value = now.value || "";
  };
  return { control: input, parts: [input, list, enter, ...more(field, desk, options)], refresh };
}

// What else a term or an executor may say stands folded below it; made when it is opened.
function more(field, desk, { name }) {
  const fields = field.fields || [];
  if (!fields.length) return [];
  return [folded(`Докладніше: ${name}`, "Докладніше", () => fields.map((one) => fieldView(one, desk)), fields.some((one) => one.is_set))];
}

function folded(heard, words, content, open = false) {
  const box = make("details", { class: "wp-more" }, make("summary", { "aria-label": heard }, words));
  const fill = () => { if (box.children.length === 1) box.append(...content()); };
  if (open) { fill(); }
  box.addEventListener("toggle", fill);
  return box;
}

function choice(field, desk) {
  const control = make("select", { id: newId("f") }, make("option", { value: "" }, "– не вказано –"),
    field.choices.map((one) => make("option", { value: one.value }, one.label)));
  control.value = field.value ?? "";
  const took = sends(control, field, desk, () => control.value || null);
  return { control, parts: [control], refresh: (now) => { took(now.value ?? null); control.value = now.value ?? ""; } };
}

function yesNo(field, desk) {
  const control = make("input", { type: "checkbox", id: newId("f") });
  control.checked = field.value === true;
  const took = sends(control, field, desk, () => (control.checked ? true : null));
  return { control, parts: [control], refresh: (now) => { took(now.value || null); control.checked = now.value === true; } };
}

// Several of a list: folded, with what is chosen in sight.
function choices(field, desk, said, { name, inTable }) {
  const chosen = new Set(field.value || []);
  const words = () => field.choices.filter((one) => chosen.has(one.value)).map((one) => one.label).join("; ") || "не вибрано";
  const summary = make("summary", {});
  const shown = () => { summary.textContent = words(); summary.setAttribute("aria-label", `${name}: ${words()}`); };
  shown();
  const box = make("details", { class: "wp-choices" }, summary);
  box.addEventListener("toggle", () => {
    if (box.children.length > 1) return;
    box.append(make("div", { role: "group", "aria-label": name }, field.choices.map((one) => {
      const tick = make("input", { type: "checkbox", value: one.value });
      tick.checked = chosen.has(one.value);
      tick.addEventListener("change", () => {
        if (tick.checked) chosen.add(one.value); else chosen.delete(one.value);
        shown();
        const value = field.choices.filter((each) => chosen.has(each.value)).map((each) => each.value);
        desk.set(field.at, value.length ? value : null);
      });
      return make("label", { class: "wp-tick" }, tick, one.label);
    })));
  });
  const refresh = (now) => {
    chosen.clear();
    for (const one of now.value || []) chosen.add(one);
    shown();
    for (const tick of box.querySelectorAll("input")) tick.checked = chosen.has(tick.value);
  };
  return inTable ? { parts: [box], refresh, ownLabel: false, control: null, group: false } : { group: true, parts: [box], refresh };
}

function record(field, desk) {
  return { group: true, parts: (field.fields || []).map((one) => fieldView(one, desk)) };
}

function list(field, desk, said, { name, inTable }) {
  const items = (field.fields || []).map((one, index) => {
    const words = `Прибрати: ${one.label}`;
    const away = button("Прибрати", () => desk.change({ do: "remove", at: one.at }), { "aria-label": inTable ? `Прибрати ${index + 1}: ${name}` : words, class: "wp-small" });
    return make("div", { class: "wp-item" }, fieldView(one, desk, inTable ? { about: name, inTable: true } : {}), away);
  });
  const add = button(field.adds || "Додати", () => addTo(field, desk), { class: "wp-small", "aria-label": `${field.adds || "Додати"}: ${name}` });
  return { group: !inTable, parts: [items, add], control: null };
}

async function addTo(field, desk) {
  if (field.input !== "map") return desk.change({ do: "add", at: field.at }, true);
  return desk.askName(field);
}

const KINDS = { line, lines: line, day: line, number: line, sum: line, choice, "yes-no": yesNo, term, executor, topics: choices, choices, list, map: list, record };
