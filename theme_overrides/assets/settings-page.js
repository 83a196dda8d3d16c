// The display-settings page: a choice takes effect at once, is kept on the device, is said aloud and shown beside it.
// Larger letters move everything: what was pressed stays where it was on screen. Below stands what else is kept.
(function (root) {
  var view = document.getElementById("view");
  var said = view.querySelector("[role=status]"), shown = document.createElement("p");
  shown.className = "view__said";
  shown.setAttribute("aria-hidden", "true");
  var mine = document.getElementById("view-mine"), community = keptHere.read();
  if (typeof community.name === "string") {
    mine.lastElementChild.textContent = community.name;
    mine.hidden = false;
  }
  view.querySelectorAll("input").forEach(function (input) {
    input.checked = (root.getAttribute("data-" + input.name) || "") === input.value;
  });
  view.hidden = false;
  function keep() {
    var chosen = keptHere.read();
    view.querySelectorAll("input").forEach(function (input) { delete chosen[input.name]; });
    view.querySelectorAll("input:checked").forEach(function (input) {
      if (input.value) root.setAttribute("data-" + input.name, chosen[input.name] = input.value);
      else root.removeAttribute("data-" + input.name);
    });
    return keptHere.write(chosen) ? view.dataset.kept : view.dataset.lost;
  }
  // Changes the page and keeps `pressed` in its place; `told` says what was done, `done` is shown below it.
  function act(pressed, change) {
    var top = pressed.getBoundingClientRect().top, outcome = change();
    shown.textContent = outcome.done;
    pressed.closest("fieldset, .view__end").append(shown);
    said.textContent = outcome.told;
    scrollBy(0, pressed.getBoundingClientRect().top - top);
    pressed.scrollIntoView({ block: "nearest" });
  }
  view.addEventListener("change", function (event) {
    act(event.target, function () {
      var legend = event.target.closest("fieldset").querySelector("legend").textContent, done = keep();
      return { done: done, told: legend + ": " + event.target.parentElement.textContent.trim() + ". " + done };
    });
  });
  function usual() {
    view.querySelectorAll("input").forEach(function (input) { input.checked = !input.value; });
    keep();
  }
  view.querySelectorAll("button").forEach(function (button) {
    button.addEventListener("click", function () {
      act(button, function () {
        usual();
        if (button.id === "view-forget") mine.hidden = keptHere.write({});
        return { done: button.dataset.done, told: button.dataset.done };
      });
    });
  });
})(document.documentElement);
