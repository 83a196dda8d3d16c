// GitHub: a change as a branch and a pull request with a token that is never kept, or step by step without one; a community
// opened from the site's repository. Nothing is sent before a button is pressed, and to api.github.com alone.
import { button, download, labelled, make, newId, say } from "./dom.js";

const API = "https://api.github.com";
let token = "";

export class Refused extends Error {}

async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(`${API}/${path}`, {
      method, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", body: body && JSON.stringify(body),
      headers: { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    });
  } catch {
    throw new Refused("GitHub не відповідає: перевірте, чи є інтернет, і натисніть ще раз. Зроблене лишилося тут.");
  }
  if (answer.ok) return answer.json();
  throw new Refused(await words(answer, method));
}

async function words(answer, method) {
  const said = await answer.json().then((data) => data.message || "", () => "");
  if (answer.status === 401) return "GitHub не прийняв токен: він неправильний або його строк минув. Створіть новий і вставте його цілим.";
  if (answer.status === 403 && answer.headers.get("x-ratelimit-remaining") === "0") return "GitHub просить зачекати: за годину запитів було забагато. Спробуйте пізніше або дайте токен.";
  if (answer.status === 403 || (answer.status === 404 && method !== "GET")) return "Цьому токену не дозволено змінювати це сховище. Дайте йому доступ до цього сховища й дозволи «Contents: Read and write» і «Pull requests: Read and write».";
  if (answer.status === 404) return "Такого сховища на GitHub немає, або токену не дано доступу до нього. Перевірте назву: власник/сховище.";
  if (answer.status === 422) return `GitHub не прийняв зміни (${said}). Спробуйте ще раз.`;
  return `GitHub відповів помилкою ${answer.status}. Спробуйте пізніше: зроблене лишилося тут.`;
}

const safe = (path) => path.split("/").map(encodeURIComponent).join("/");

function bytesOf(content) {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content.base64), (sign) => sign.charCodeAt(0));
}

// The name git has for a file's content.
export async function blobName(content) {
  const bytes = bytesOf(content);
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", whole));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function treeAt(repository, commit) {
  const { tree } = await ask("GET", `repos/${repository}/git/commits/${commit}`);
  const { tree: entries } = await ask("GET", `repos/${repository}/git/trees/${tree.sha}?recursive=1`);
  return { root: tree.sha, names: new Map(entries.filter((entry) => entry.type === "blob").map((entry) => [entry.path, entry.sha])) };
}

async function head(repository) {
  const { default_branch: branch } = await ask("GET", `repos/${repository}`);
  const { object } = await ask("GET", `repos/${repository}/git/ref/heads/${safe(branch)}`);
  return { branch, commit: object.sha };
}

// Makes the branch and the pull request. Whatever somebody else changed meanwhile is told and nothing is made.
export async function propose(repository, { title, body }, opened, now, paths, day) {
  const { branch, commit } = await head(repository);
  const { root, names } = await treeAt(repository, commit);
  const against = [];
  for (const path of paths) {
    const before = path in opened ? await blobName(opened[path]) : undefined;
    if (names.get(path) !== before) against.push(path);
  }
  if (against.length) throw new Refused(`Тим часом хтось інший змінив на GitHub: ${against.join(", ")}. Нічого не надіслано й не втрачено: завантажте свої зміни файлом ZIP, відкрийте свіжі файли з GitHub і внесіть зміни ще раз.`);
  const tree = [];
  for (const path of paths) {
    const entry = { path, mode: "100644", type: "blob" };
    if (!(path in now)) tree.push({ ...entry, sha: null });
    else if (typeof now[path] === "string") tree.push({ ...entry, content: now[path] });
    else tree.push({ ...entry, sha: (await ask("POST", `repos/${repository}/git/blobs`, { content: now[path].base64, encoding: "base64" })).sha });
  }
  const { sha } = await ask("POST", `repos/${repository}/git/trees`, { base_tree: root, tree });
  const made = await ask("POST", `repos/${repository}/git/commits`, { message: title, tree: sha, parents: [commit] });
  const name = `plan-${day}-${made.sha.slice(0, 7)}`;
  await ask("POST", `repos/${repository}/git/refs`, { ref: `refs/heads/${name}`, sha: made.sha });
  return (await ask("POST", `repos/${repository}/pulls`, { title, head: name, base: branch, body })).html_url;
}

function tokenField() {
  const field = make("input", { type: "password", autocomplete: "off", spellcheck: "false", autocapitalize: "off" });
  field.value = token;
  field.addEventListener("input", () => { token = field.value.trim(); });
  return field;
}

export function githubView(desk, changes, repository) {
  const where = make("input", { autocomplete: "off", value: repository || "", spellcheck: "false" });
  where.value = desk.origin?.repository || repository || "";
  const done = make("div", { role: "status" });
  const send = button("Відкрити зміну на GitHub", async () => {
    const named = where.value.trim().replace(/^https:\/\/github\.com\//, "").replace(/\/$/, "");
    if (!/^[\w.-]+\/[\w.-]+$/.test(named)) return desk.refuse("Назва сховища має вигляд власник/сховище.");
    if (!token) return desk.refuse("Вставте токен або підіть шляхом без токена нижче.");
    send.disabled = true;
    done.textContent = "Надсилаю …";
    try {
      const { files } = await desk.engine.ask({ do: "files" });
      const address = await propose(named, changes, desk.opened, files, changes.files.map((file) => file.path), new Date().toISOString().slice(0, 10));
      desk.handedOver();
      desk.refuse("");
      done.replaceChildren(make("p", {}, "Готово. Зміна чекає на перегляд: ", make("a", { href: address, rel: "noreferrer" }, address)));
    } catch (error) {
      done.textContent = "";
      if (error instanceof Refused) desk.refuse(error.message); else desk.fault(error);
    }
    send.disabled = false;
  });
  return make("div", { class: "wp-view" },
    make("p", {}, "З токеном (ключем) GitHub зміна стане гілкою і запитом на злиття, який хтось перегляне. Токен створюють на GitHub: Settings, Developer settings, Fine-grained tokens. Дайте йому доступ лише до цього сховища й два дозволи: «Contents: Read and write» та «Pull requests: Read and write»."),
    make("p", {}, "Токен не зберігається: сторінка забуде його, щойно її закрити. Після натискання кнопки його й ваші зміни буде надіслано лише на api.github.com."),
    labelled("Сховище (власник/сховище)", where), labelled("Токен", tokenField()),
    make("h4", {}, "Що буде в описі зміни"), make("p", {}, make("strong", {}, changes.title)), make("pre", {}, changes.body),
    make("p", { class: "wp-row" }, send), done,
    withoutToken(desk, changes, where));
}

// The same by hand, in GitHub's own pages.
function withoutToken(desk, changes, where) {
  const steps = changes.files.map((file) => {
    const folder = file.path.split("/").slice(0, -1).join("/");
    const name = file.path.split("/").at(-1);
    const open = (made) => `https://github.com/${where.value.trim()}/${made}`;
    return make("li", {}, make("strong", {}, file.path), ": ",
      button("завантажити файл", async () => {
        const { files } = await desk.engine.ask({ do: "files" });
        if (file.path in files) download(name, bytesOf(files[file.path]), "text/plain");
      }, { class: "wp-small", "aria-label": `Завантажити файл ${file.path}` }), " ",
      button("відкрити його теку на GitHub", () => window.open(open(`upload/main/${safe(folder)}`), "_blank", "noopener,noreferrer"), { class: "wp-small", "aria-label": `Відкрити на GitHub теку файлу ${file.path}` }));
  });
  return make("details", {}, make("summary", {}, "Без токена, крок за кроком"),
    make("ol", {},
      make("li", {}, "Увійдіть на github.com у цьому ж переглядачі."),
      make("li", {}, "Для кожного файлу: завантажте його й перетягніть на сторінку GitHub, яка відкриється. Назву файлу не змінюйте.", make("ul", {}, steps)),
      make("li", {}, "Унизу сторінки GitHub впишіть, що змінено, виберіть «Create a new branch» і натисніть «Propose changes».")));
}

// A community of the repository into the desk.
export function githubOpening(desk, repository, plans) {
  const where = make("input", { autocomplete: "off", spellcheck: "false", id: newId("repository") });
  where.value = repository || "";
  const found = make("div", { role: "status" });
  const look = button("Показати громади", async () => {
    try {
      const named = where.value.trim();
      const { commit } = await head(named);
      const { names } = await treeAt(named, commit);
      const folders = [...new Set([...names.keys()].filter((path) => path.startsWith(plans) && path.endsWith("/community.yml")).map((path) => path.slice(plans.length).split("/")[0]))];
      desk.refuse("");
      found.replaceChildren(make("p", {}, folders.length ? "Виберіть громаду:" : "У цьому сховищі громад немає."), make("ul", {}, folders.map((folder) => make("li", {}, button(folder, () => fetchOne(desk, named, names, plans, folder))))));
    } catch (error) {
      if (error instanceof Refused) desk.refuse(error.message); else desk.fault(error);
    }
  });
  return make("details", {}, make("summary", {}, "Зі сховища на GitHub"), make("div", { class: "wp-view" },
    make("p", {}, "Після натискання кнопки сторінка запитає api.github.com. Токен потрібен лише для закритих сховищ."),
    labelled("Сховище (власник/сховище)", where), labelled("Токен, якщо сховище закрите", tokenField()), make("p", { class: "wp-row" }, look), found));
}

async function fetchOne(desk, repository, names, plans, folder) {
  say(`Беру файли громади ${folder}.`);
  try {
    const wanted = [...names].filter(([path]) => path.startsWith(`${plans}${folder}/`) || (path.startsWith(plans) && !path.slice(plans.length).includes("/") && path.endsWith(".yml")));
    const files = {};
    for (const [path, sha] of wanted) {
      const { content } = await ask("GET", `repos/${repository}/git/blobs/${sha}`);
      const base64 = content.replaceAll("\n", "");
      files[`plans/${path.slice(plans.length)}`] = /\.(ya?ml|md|txt)$/.test(path) ? new TextDecoder().decode(bytesOf({ base64 })) : { base64 };
    }
    await desk.openFiles(files, { repository });
  } catch (error) {
    if (error instanceof Refused) desk.refuse(error.message); else desk.fault(error);
  }
}
