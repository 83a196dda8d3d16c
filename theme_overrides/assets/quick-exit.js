// Quick exit. Esc, not Shift as on GOV.UK: three or five quick presses of Shift start Sticky Keys on Windows,
// and a letter would break speech input (WCAG 2.1.4). Esc types nothing, and people reach for it in a hurry.
// Without this script the link still works; the page then stays in the history.
(function () {
  var link = document.querySelector(".exit__link");
  if (!link) return;
  var told = document.querySelector(".exit [role=status]");
  var pressed = 0, timer;
  document.querySelector(".exit__hint").hidden = false;
  function leave(event) {
    if (event) event.preventDefault();
    document.title = "…";
    document.body.style.visibility = "hidden";
    location.replace(link.href);
  }
  link.addEventListener("click", leave);
  addEventListener("keydown", function (event) {
    clearTimeout(timer);
    pressed = event.key === "Escape" && !event.repeat ? pressed + 1 : event.repeat ? pressed : 0;
    if (!pressed) return void (told.textContent = "");
    told.textContent = told.getAttribute("data-left-" + (3 - pressed));
    if (pressed > 2) return leave();
    timer = setTimeout(function () { pressed = 0; told.textContent = ""; }, 5000);
  });
  addEventListener("pageshow", function () { document.body.style.visibility = ""; });
})();
