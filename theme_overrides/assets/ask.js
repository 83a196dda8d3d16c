// «Запитати раду»: ?m= names a community, a plan or a measure; <community>.json has the words the letters are filled with.
// What is typed stays on the page: nothing is kept, nothing is sent.
(function () {
  "use strict";
  var root = document.getElementById("ask");
  if (!root || !window.fetch) return;
  var $ = function (name) { return document.getElementById("ask-" + name); };
  var letters = Array.prototype.slice.call(root.querySelectorAll(".letter"));
  var asked = (new URLSearchParams(location.search).get("m") || root.dataset.only || "").split("/"), community = asked[0];
  var known = /^[a-z0-9-]+$/.test(community), BLANK = "____________", email = "";

  function made(name, content, attributes) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    [].concat(content).forEach(function (part) { element.append(part); });
    return element;
  }
  // Until then nothing of the page is seen, so that nothing moves under a finger (ask.css).
  function ready() { root.classList.add("ready"); }
  function shown() { return letters.filter(function (letter) { return !letter.hidden; })[0]; }
  // Puts words into every letter; a line without words goes.
  function fill(name, words) {
    root.querySelectorAll("[data-slot=" + name + "]").forEach(function (slot) {
      slot.textContent = words || "";
      slot.classList.toggle("blank", !words);
    });
    root.querySelectorAll("[data-line=" + name + "]").forEach(function (line) { line.hidden = !words; });
  }
  function choose(id) {
    letters.forEach(function (letter) { letter.hidden = letter.id !== "letter-" + id; });
    shown().querySelector(".letter__sheet").after($("do"), $("done"));
    mail();
  }
  // The letter as plain text: a line a paragraph, what is typed in its place.
  function written(letter) {
    var number = 0;
    return Array.prototype.slice.call(letter.querySelectorAll(".letter__sheet p, .letter__sheet li")).filter(function (line) {
      return !line.hidden;
    }).map(function (line) {
      var copy = line.cloneNode(true), fields = line.querySelectorAll("input, textarea");
      copy.querySelectorAll("input, textarea").forEach(function (field, place) { field.replaceWith(fields[place].value.trim() || BLANK); });
      copy.querySelectorAll(".blank").forEach(function (blank) { if (!blank.textContent) blank.textContent = BLANK; });
      return (line.tagName === "LI" ? ++number + ". " : "") + copy.textContent.replace(/[ \n]+/g, " ").trim();
    }).join("\n");
  }
  function mail() {
    if (email) $("mail").href = "mailto:" + email + "?subject=" + encodeURIComponent(shown().dataset.subject) + "&body=" + encodeURIComponent(written(shown()));
  }
  function tell(words) { $("done").textContent = words; }

  function where(data) {
    var title = $("where").querySelector("h2"), lines = [];
    if (data.channels.length) {
      lines.push(made("ul", data.channels.map(function (one) {
        return made("li", [one.label + ": ", one.href ? made("a", one.text, { href: one.href }) : one.text]);
      })));
    } else if (data.site) {
      lines.push(made("p", ["Адреси ради ми ще не маємо. Вона є на офіційному сайті: ", made("a", data.site.replace(/^https?:\/\/|\/$/g, ""), { href: data.site }), "."]));
    } else {
      lines.push(made("p", "Адреси ради ми ще не маємо. Віднесіть лист до ради або запитайте її адресу в ЦНАПі."));
    }
    $("where").replaceChildren.apply($("where"), [title].concat(lines));
    email = data.email || "";
    $("mail").hidden = !email;
    mail();
  }
  // The choice of a plan where a community has several, and the way to its measures.
  function about(data, plan, measure) {
    var lines = [];
    if (measure) lines.push(made("p", ["Лист про захід: ", made("a", measure.title || measure.text, { href: measure.url })]));
    else {
      if (!plan && data.plans.length > 1) {
        lines.push(made("p", "Про який план лист:"), made("ul", data.plans.map(function (one) {
          return made("li", made("a", one.name, { href: "?m=" + one.id }));
        })));
      }
      lines.push(made("p", ["Щоб у листі був і захід, відкрийте його ", made("a", "на сторінках громади", { href: "../" + data.url }), " і натисніть «Запитати раду» під ним."]));
    }
    $("about").replaceChildren.apply($("about"), lines);
  }
  function put(data) {
    if (data.closed) {
      letters.forEach(function (letter) { letter.hidden = true; });
      ["kinds", "do", "where"].forEach(function (name) { $(name).hidden = true; });
      root.classList.add("closed");
      $("said").textContent = data.closed;
      return;
    }
    var named = asked.slice(0, 2).join("/"), plans = data.plans;
    var plan = plans.filter(function (one) { return one.id === named; })[0] || (asked.length < 2 && plans.length === 1 ? plans[0] : undefined);
    var measure = plan && asked[2] && Object.prototype.hasOwnProperty.call(plan.measures, asked[2]) ? plan.measures[asked[2]] : undefined;
    fill("council", data.council);
    if (plan) {
      fill("plan", plan.title);
      fill("act", plan.act);
      fill("control", plan.control);
    }
    if (measure) {
      ["task", "term", "executors", "late"].forEach(function (name) { fill(name, measure[name]); });
      root.querySelectorAll("[data-slot=measure]").forEach(function (slot) {
        slot.textContent = measure.text;
        slot.classList.remove("blank");
      });
      root.querySelectorAll("[data-line=money]").forEach(function (line) { line.hidden = !measure.money; });
      letters.forEach(function (letter) {
        if ("late" in letter.dataset && !("late" in measure)) $("kinds").querySelector("[value=" + letter.id.slice(7) + "]").parentNode.hidden = true;
      });
    }
    about(data, plan, measure);
    where(data);
    var missing = (asked[1] && !plan) || (asked[2] && !measure);
    if (missing) $("said").textContent = "Такого заходу чи плану на сайті немає. Впишіть їх у лист самі.";
  }

  $("kinds").hidden = $("do").hidden = false;
  $("blanks").hidden = true;
  choose("status");
  $("kinds").querySelector("input").checked = true;
  $("kinds").addEventListener("change", function (event) {
    choose(event.target.value);
    tell("");
    $("heard").textContent = "Показано лист: " + event.target.parentNode.textContent.trim();
  });
  // What is typed in one letter stands in the others.
  root.addEventListener("input", function (event) {
    var same = event.target.dataset.same;
    if (same) root.querySelectorAll("[data-same=" + same + "]").forEach(function (field) { field.value = event.target.value; });
    mail();
  });
  $("copy").addEventListener("click", function () {
    var byHand = function () {
      getSelection().selectAllChildren(shown().querySelector(".letter__sheet"));
      tell("Переглядач не дозволив скопіювати. Лист виділено: натисніть Ctrl і C (на Mac ⌘ і C).");
    };
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(written(shown())).then(function () { tell("Лист скопійовано. Вставте його туди, звідки надсилатимете."); }, byHand);
  });
  $("share").hidden = !navigator.share;
  $("share").addEventListener("click", function () {
    navigator.share({ title: shown().dataset.subject, text: written(shown()) }).catch(function (error) {
      if (error.name !== "AbortError") tell("Не вдалося поділитися. Скопіюйте лист.");
    });
  });
  $("print").addEventListener("click", function () { print(); });

  if (!known) {
    if ($("community")) $("community").hidden = false;
    ready();
    return;
  }
  fetch(community + ".json").then(function (answer) {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(put).catch(function () {
    if ($("community")) $("community").hidden = false;
    $("said").textContent = "Не вдалося завантажити відомості для листа. Впишіть план і захід самі або спробуйте ще раз пізніше.";
  }).then(ready);
})();
