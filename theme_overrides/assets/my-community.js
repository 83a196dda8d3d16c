// «Моя громада»: kept on this device only when the reader presses the button, by settings.js. On the home page and on
// topics it comes first. Stands right after what it fills, so that what is below is first painted in its place.
(function () {
  var kept = keptHere.read(), id = kept.community, mine = document.getElementById("mine");
  var box = document.getElementById("remember");
  function keep(changes) {
    var all = keptHere.read();
    for (var name in changes) if (changes[name]) all[name] = changes[name]; else delete all[name];
    return keptHere.write(all);
  }
  if (box) {
    var button = box.querySelector("button"), told = box.querySelector("[role=status]"), own = box.dataset;
    var remember = button.textContent;
    var name = function () { button.textContent = keptHere.read().community === own.community ? own.forget : remember; };
    name();
    box.hidden = false;
    button.addEventListener("click", function () {
      var known = keptHere.read().community === own.community;
      var done = keep(known ? { community: "", name: "" } : { community: own.community, name: own.name });
      told.textContent = !done ? own.lost : known ? own.forgotten : own.kept;
      name();
    });
  }
  if (!mine || !/^[a-z0-9-]+$/.test(id || "") || typeof kept.name !== "string") return;
  if (mine.dataset.without.split(" ").indexOf(id) >= 0) return keep({ community: "", name: "" });
  mine.querySelectorAll("[data-name]").forEach(function (place) { place.textContent = kept.name; });
  mine.querySelectorAll("[data-to]").forEach(function (link) {
    link.href = mine.dataset.root + link.dataset.to.replace("{}", id);
  });
  mine.hidden = false;
  // On a topic's page: its section before those of the others, or that its plans have none.
  var silent = mine.querySelector("[data-silent]");
  if (silent) addEventListener("DOMContentLoaded", function () {
    var heading = document.getElementById(id), page = mine.parentNode;
    silent.hidden = Boolean(heading);
    mine.querySelector("[data-first]").hidden = !heading;
    if (!heading || location.hash) return;
    var first = page.querySelector(":scope > h2[id]"), moved = [heading];
    while (moved[moved.length - 1].nextElementSibling && moved[moved.length - 1].nextElementSibling.tagName !== "H2") {
      moved.push(moved[moved.length - 1].nextElementSibling);
    }
    if (first !== heading) moved.forEach(function (part) { page.insertBefore(part, first); });
    var row = page.querySelector('.strip a[href="#' + id + '"]');
    if (row) row.closest("ul").prepend(row.closest("li"));
  });
})();
