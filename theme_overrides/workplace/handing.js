// Handing over: what changed, as a ZIP, as a pull request, or step by step without a token.
import { button, download, make, say } from "./dom.js";
import { githubView } from "./github.js";

export async function handingView(desk, root) {
  const answer = await desk.ask({ do: "changes" });
  if (!answer) return [];
  if (!answer.files.length) return [make("p", {}, "Змін немає: усе так, як було відкрито.")];
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
    make("h3", {}, "Файлом"), make("p", { class: "wp-row" }, zip),
    make("h3", {}, "Зміною на GitHub"), githubView(desk, answer, root.dataset.repository),
  ];
}
