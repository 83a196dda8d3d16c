// Handing over: what changed, as a ZIP, as a pull request, or step by step without a token.
import { button, download, make, say } from "./dom.js";
import { githubView } from "./github.js";
import { countWords } from "./problems.js";

export async function handingView(desk, root) {
  const answer = await desk.ask({ do: "changes" });
  if (!answer) return [];
  if (!answer.files.length) return [make("p", {}, "Змін немає: усе так, як було відкрито.")];
  const all = await desk.ask({ do: "check", all: true });
  const zip = button("Завантажити змінені файли (ZIP)", async () => {
    const made = await desk.ask({ do: "zip" }, { take: true });
    if (!made) return;
    download("plany-zminy.zip", made.bytes, "application/zip");
    desk.handedOver();
    say("Файл ZIP завантажено.");
  });
  return [
    make("p", {}, "Змінилися файли:"),
    make("ul", {}, answer.files.map((file) => make("li", {}, make("details", {}, make("summary", {}, `${file.path}${file.created ? " (новий)" : ""}`), make("pre", {}, file.diff))))),
    all ? checked(all.problems) : null,
    make("h3", {}, "Файлом"), make("p", { class: "wp-row" }, zip),
    make("h3", {}, "Зміною на GitHub"), githubView(desk, answer, root.dataset.repository),
  ];
}

// What the check of everything says last: of other plans of the community too, which a change may have touched.
function checked(problems) {
  const errors = problems.filter((one) => one.severity === "error" && !one.task);
  const words = `Перевірено все, що відкрито: ${countWords(problems)}.`;
  if (!problems.length) return make("p", { class: "wp-checked" }, words);
  return make("div", { class: "wp-checked" },
    make("p", {}, words, errors.length ? " З помилками зміну не опублікують: сайт лишиться, яким був." : ""),
    make("details", { open: Boolean(errors.length) }, make("summary", {}, "Що саме"), make("ul", {}, problems.map((one) => make("li", {}, one.whole)))));
}
