// Finds a community by its name as one types, where communities are too many to be listed. Names come once, when a field
// is entered: communities/names.js, a script and not JSON, so that a copy saved to disk has them too.
// A form of class finder lists what is found as links (compare.js has a field of its own); a field with data-fills puts it
// into that select. Without this script the form asks the search.
"use strict";
globalThis.communityNamesFor = (() => {
  const MOST = 12;
  let coming;
  const load = (src) => coming ??= new Promise((done, fail) => {
    const tag = document.createElement("script");
    tag.src = src;
    tag.onload = () => done(communityNames);
    tag.onerror = () => {
      coming = undefined;
      tag.remove();
      fail(new Error(src));
    };
    document.head.append(tag);
  });
  const plain = (text) => text.toLowerCase().replace(/['’ʼ`ь]/g, "").replace(/ґ/g, "г").replace(/[\s-]+/g, " ").trim();
  // Names that begin so, then those of which a word does, then the rest that holds it.
  const matching = ({ names }, typed) => {
    const wanted = plain(typed), ranks = [[], [], []];
    if (wanted) for (const one of names) {
      const name = plain(one[0]), at = name.indexOf(wanted);
      if (at >= 0) ranks[at === 0 ? 0 : name[at - 1] === " " ? 1 : 2].push(one);
    }
    return ranks.flat();
  };
  const plural = new Intl.PluralRules("uk");
  const FORMS = { one: "громада", few: "громади", many: "громад" };
  const counted = (number) => `${number} ${FORMS[plural.select(number)] ?? FORMS.many}`;
  const told = (found) => !found.length ? "Такої назви немає. Спробуйте коротше або виберіть область."
    : found.length > MOST ? `Знайдено ${counted(found.length)}, показано ${MOST}: допишіть назву.` : `Знайдено ${counted(found.length)}.`;

  // Calls `show` with what matches the words of a field, at most so many, all that matches, and the file.
  const watch = (field, src, show, say) => {
    const fail = () => say("Не вдалося завантажити назви. Спробуйте ще раз або виберіть область.");
    const answer = () => load(src).then((data) => {
      const found = matching(data, field.value);
      say(field.value.trim() ? told(found) : "");
      show(found.slice(0, MOST), found, data);
    }, fail);
    field.addEventListener("focus", () => load(src).catch(() => {}), { once: true });
    field.addEventListener("input", answer);
  };

  for (const form of document.querySelectorAll("form.finder")) {
    const field = form.elements.q, list = form.querySelector("ul"), said = form.querySelector("[role=status]");
    const root = form.dataset.names.replace("communities/names.js", "");
    let only = null;
    watch(field, form.dataset.names, (shown, found, { oblasts }) => {
      only = found.length === 1 ? `${root}${found[0][1]}/` : null;
      list.replaceChildren(...shown.map(([name, id, oblast]) => {
        const item = document.createElement("li"), link = document.createElement("a");
        link.href = `${root}${id}/`;
        link.textContent = name;
        item.append(link, ` – ${oblasts[oblast][0]}`);
        return item;
      }));
      list.hidden = !shown.length;
    }, (words) => { said.textContent = words; });
    form.addEventListener("submit", (event) => {
      if (!only) return;
      event.preventDefault();
      location.href = only;
    });
  }
  for (const field of document.querySelectorAll("[data-fills]")) {
    const select = document.getElementById(field.dataset.fills), first = [...select.options].filter(({ value }) => !value);
    const said = document.getElementById(`${field.id}-said`);
    watch(field, field.dataset.names, (shown, found, { oblasts }) => {
      const options = shown.map(([name, id, oblast]) => new Option(`${name} (${oblasts[oblast][0]})`, id));
      select.replaceChildren(...first, ...options);
      if (options.length) options[0].selected = true;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, (words) => { said.textContent = words; });
  }
  return watch;
})();
