// Quick exit. Esc, not Shift as on GOV.UK: three or five quick presses of Shift start Sticky Keys on Windows,
// and a letter would break speech input (WCAG 2.1.4). Esc types nothing, and people reach for it in a hurry.
// Without this script the link still works; the page then stays in the history.
(function () {
  var link = document.querySelector(".exit__link"), hint = link.nextElementSibling, told = hint.nextElementSibling;
  var pressed = 0, timer;
  hint.hidden = false;
  function leave() {
    if (keptHere.read().exit) keptHere.write({});
    document.title = "…";
    document.body.style.visibility = "hidden";
    location.replace(link.href);
    return false;
  }
  link.onclick = leave;
  addEventListener("keydown", function (event) {
    if (!event.repeat) pressed = event.key === "Escape" ? pressed + 1 : 0;
    told.textContent = told.dataset[pressed] || "";
    if (pressed > 2) leave();
    clearTimeout(timer);
    timer = setTimeout(function () { pressed = 0; told.textContent = ""; }, 5000);
  });
  // A place on this page takes the page's own entry in the history: a new entry would still lead back here.
  addEventListener("click", function (event) {
    var to = event.target.closest("a");
    if (!to || !to.hash || to.href !== location.href.split("#")[0] + to.hash) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.replace(to.hash);
  });
  addEventListener("pageshow", function () { document.body.style.visibility = ""; });
})();
