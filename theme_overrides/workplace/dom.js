// Elements, and what is said to a person.
export function make(name, given, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
export const button = (words, onclick, given) => make("button", { type: "button", onclick, ...given }, words);

let counted = 0;
export const newId = (name) => `wp-${name}-${++counted}`;

// A field with its label in sight; `control` is any input.
export function labelled(words, control, hint) {
  control.id = control.id || newId("field");
  const parts = [make("label", { for: control.id }, words), control];
  if (hint) {
    const id = newId("hint");
    control.setAttribute("aria-describedby", id);
    parts.push(make("p", { class: "ours", id }, hint));
  }
  return make("div", { class: "wp-field" }, parts);
}

export function plural(number, one, few, many) {
  const tens = number % 100, ones = number % 10;
  const word = tens > 10 && tens < 20 ? many : ones === 1 ? one : ones > 1 && ones < 5 ? few : many;
  return `${number} ${word}`;
}

// A person who listens hears a sentence once, after typing stopped.
let mouth, waiting;
export function hearAt(element) { mouth = element; }
export function say(words, after = 0) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (mouth.textContent === words) mouth.textContent = "";
    mouth.textContent = words;
  }, after);
}

// A modal dialog keeps focus within itself and gives it back; Escape closes it.
export function dialog(title, ...content) {
  const heading = make("h2", { id: newId("dialog"), tabindex: "-1" }, title);
  const close = button("Закрити", () => box.close());
  const box = make("dialog", { class: "wp-dialog", "aria-labelledby": heading.id }, heading, content, make("p", { class: "wp-row" }, close));
  const before = document.activeElement;
  box.addEventListener("close", () => {
    box.remove();
    if (before && before.isConnected) before.focus();
  });
  document.getElementById("workplace").append(box);
  box.showModal();
  heading.focus();
  return box;
}

export function download(name, bytes, type) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = make("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
