// The display-settings page: a choice takes effect at once, is kept on the device, and is said aloud.
(function (root) {
  var view = document.getElementById("view");
  var said = view.querySelector("[role=status]");
  var key = "hromada-plans:view";
  view.querySelectorAll("input").forEach(function (input) {
    input.checked = (root.getAttribute("data-" + input.name) || "") === input.value;
  });
  view.hidden = false;
  function keep() {
    var chosen = {};
    view.querySelectorAll("input:checked").forEach(function (input) {
      if (input.value) root.setAttribute("data-" + input.name, chosen[input.name] = input.value);
      else root.removeAttribute("data-" + input.name);
    });
    try {
      if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
      else localStorage.removeItem(key);
      return view.dataset.kept;
    } catch (blocked) {
      return view.dataset.lost;
    }
  }
  view.addEventListener("change", function (event) {
    var legend = event.target.closest("fieldset").querySelector("legend").textContent;
    said.textContent = legend + ": " + event.target.parentElement.textContent.trim() + ". " + keep();
  });
  document.getElementById("view-reset").addEventListener("click", function () {
    view.querySelectorAll("input").forEach(function (input) { input.checked = !input.value; });
    keep();
    said.textContent = view.dataset.reset;
  });
})(document.documentElement);
