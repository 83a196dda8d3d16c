// The box of a table takes focus while there is something to scroll in it, and only then: a stop that does nothing sends
// the reader past the table or into its middle. Without this script a table with links is scrolled by keys from them, and
// one without, of columns enough to scroll, comes as a stop.
(function () {
  if (!window.ResizeObserver) return;
  document.querySelectorAll(".table-scroll").forEach(function (box) {
    function look() {
      var wide = box.scrollWidth > box.clientWidth + 1;
      box.toggleAttribute("data-wide", wide);
      if (wide || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
    var seen = new ResizeObserver(look);
    seen.observe(box);
    seen.observe(box.firstElementChild);
  });
})();
