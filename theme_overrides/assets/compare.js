// Comparing: on an oblast's page those that are ticked stand alone and unfolded; on the page of all oblasts the reader picks
// communities by name, and each is taken from the page of its oblast. Needs communities.js there.
"use strict";
(() => {
  const MOST = 4;
  const unfold = ({ target }) => {
    if (target.type === "checkbox") target.closest("section").querySelector("details").open = target.checked;
  };
  for (const box of document.querySelectorAll(".compared")) box.addEventListener("change", unfold);
  const form = document.getElementById("pick");
  if (!form || !globalThis.communityNamesFor || !globalThis.fetch || location.protocol === "file:") return;
  const field = form.querySelector("input"), list = form.querySelector("ul"), said = form.querySelector("[role=status]");
  const place = document.getElementById("picked");
  const add = async (name, id, slug) => {
    if (document.getElementById(`picked-${id}`)) return `${name} вже тут.`;
    if (place.children.length >= MOST) return `Поруч стоять щонайбільше ${MOST} громади: приберіть одну.`;
    const answer = await fetch(`${slug}/`);
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const found = page?.getElementById(id);
    if (!found) return `${name}: у планах громади такої цілі немає.`;
    const section = document.importNode(found, true), drop = document.createElement("button");
    section.id = `picked-${id}`;
    section.removeAttribute("aria-labelledby");
    section.querySelector("h3").removeAttribute("id");
    // Links of that page lead from one step deeper.
    for (const link of section.querySelectorAll("a")) link.setAttribute("href", link.getAttribute("href").replace("../", ""));
    section.querySelector("details").open = true;
    drop.type = "button";
    drop.textContent = `Прибрати: ${name}`;
    drop.onclick = () => {
      section.remove();
      said.textContent = `${name}: прибрано.`;
      field.focus();
    };
    section.querySelector("label").replaceWith(drop);
    place.append(section);
    return `${name}: додано.`;
  };
  communityNamesFor(field, form.dataset.names, (shown, _, { oblasts }) => {
    list.replaceChildren(...shown.map(([name, id, oblast]) => {
      const item = document.createElement("li"), button = document.createElement("button");
      button.type = "button";
      button.textContent = `${name} (${oblasts[oblast][0]})`;
      button.onclick = async () => {
        try {
          said.textContent = await add(name, id, oblasts[oblast][1]);
          list.hidden = true;
          field.value = "";
          field.focus();
        } catch {
          said.textContent = "Не вдалося завантажити. Спробуйте ще раз або відкрийте область нижче.";
        }
      };
      item.append(button);
      return item;
    }));
    list.hidden = !shown.length;
  }, (words) => { said.textContent = words; });
  form.hidden = false;
})();
