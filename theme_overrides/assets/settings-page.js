/* The display-settings form: a choice takes effect at once, is kept on the device, and is said aloud. */
(function (root) {
  var form = document.getElementById("view");
  var said = form.querySelector("[role=status]");
  var key = "hromada-plans:view";
  form.querySelectorAll("input").forEach(function (input) {
    input.checked = (root.getAttribute("data-" + input.name) || "") === input.value;
  });
  form.hidden = false;
  function keep() {
    var chosen = {};
    form.querySelectorAll("input:checked").forEach(function (input) {
      if (input.value) root.setAttribute("data-" + input.name, chosen[input.name] = input.value);
      else root.removeAttribute("data-" + input.name);
    });
    try {
      if (Object.keys(chosen).length) localStorage.setItem(key, JSON.stringify(chosen));
      else localStorage.removeItem(key);
      return form.dataset.kept;
    } catch (blocked) {
      return form.dataset.lost;
    }
  }
  form.addEventListener("change", function (event) {
    var legend = event.target.closest("fieldset").querySelector("legend").textContent;
    said.textContent = legend + ": " + event.target.parentElement.textContent.trim() + ". " + keep();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("view-reset").addEventListener("click", function () {
    form.querySelectorAll("input").forEach(function (input) { input.checked = !input.value; });
    keep();
    said.textContent = form.dataset.reset;
  });
})(document.documentElement);
