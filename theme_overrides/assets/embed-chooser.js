// «Вставити на свій сайт»: what is chosen makes the code and the live view; each change is said aloud.
// The code's wording comes from the page (data-template), the pages of a community from <community>.json.
(function () {
  var chooser = document.getElementById("chooser");
  if (!chooser) return;
  var part = function (name) { return document.getElementById("chooser-" + name); };
  var community = part("community"), page = part("page"), code = part("code"), said = part("said");
  var template = chooser.dataset.template, root = chooser.dataset.root;

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }
  function chosen(name) {
    return chooser.querySelector("[name=" + name + "]:checked").value;
  }
  function query() {
    return ["theme", "accent"].filter(chosen).map(function (name) { return name + "=" + chosen(name); }).join("&");
  }
  function show() {
    var option = page.selectedOptions[0], wish = query();
    if (!option) return;
    var title = option.dataset.title;
    var lines = template.replace("?{query}", wish ? "?" + escaped(wish) : "");
    lines = lines.split("{page}").join(option.value).split("{title}").join(escaped(title));
    if (!chosen("script")) lines = lines.replace(/\n<script[^]*$/, "");
    code.value = lines;
    // A new frame, so that the browser's «back» leaves the page and not the frame.
    var old = part("frame"), frame = old.cloneNode();
    frame.removeAttribute("style");
    frame.title = "Попередній перегляд: " + title;
    frame.src = root + option.value + "embed/" + (wish ? "?" + wish : "");
    old.replaceWith(frame);
    return title;
  }
  function fill(pages, wanted) {
    page.textContent = "";
    pages.forEach(function (entry) {
      var group = page.lastElementChild;
      if (!group || group.label !== entry.group) {
        group = document.createElement("optgroup");
        group.label = entry.group;
        page.append(group);
      }
      var option = new Option(entry.label, entry.page, false, entry.page === wanted);
      option.dataset.title = entry.title;
      group.append(option);
    });
  }
  // An answer that comes after another community was chosen is dropped: nothing is shown, nothing said.
  function load(wanted) {
    var id = community.value;
    if (!id) return Promise.resolve();  // of many communities none is chosen yet
    return fetch(id + ".json").then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (list) {
      if (community.value !== id) return;
      fill(list.pages, wanted);
      return show();
    }, function (error) {
      if (community.value === id) throw error;
    });
  }
  function tell(title) { if (title) said.textContent = "Показано: " + title + ". Код змінено."; }
  function fail() {
    said.textContent = "Не вдалося завантажити перелік сторінок. Візьміть готовий код нижче або відкрийте потрібну сторінку: код є і там.";
  }

  chooser.addEventListener("change", function (event) {
    if (event.target === community) load().then(tell, fail);
    else tell(show());
  });
  part("copy").addEventListener("click", function () {
    var done = function () { said.textContent = "Код скопійовано. Вставте його на свій сайт."; };
    var byHand = function () {
      code.focus();
      code.select();
      said.textContent = "Переглядач не дозволив скопіювати. Код виділено: натисніть Ctrl і C (на Mac ⌘ і C).";
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(code.value).then(done, byHand);
    else byHand();
  });

  // `?in=nizhyn&page=nizhyn/…/` opens with that page chosen.
  var asked = new URLSearchParams(location.search);
  var many = document.getElementById("chooser-name"), wish = asked.get("in");
  if (many && /^[a-z0-9-]+$/.test(wish || "")) community.add(new Option(wish, wish));
  if (wish) community.value = wish;
  if (community.selectedIndex < 0) community.selectedIndex = 0;
  load(asked.get("page")).then(function () { chooser.hidden = false; }, function () { chooser.removeAttribute("data-coming"); });
})();
