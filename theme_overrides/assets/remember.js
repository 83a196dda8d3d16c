// The button of a community's page: has the community remembered on this device, or forgotten, when it is pressed.
(function (box) {
  var own = box.dataset, button = box.firstChild, first = button.textContent;
  function name() { button.textContent = keptHere.read().community === own.id ? first.replace(/\S+/, "Забути") : first; }
  button.onclick = function () {
    var kept = keptHere.read(), known = kept.community === own.id;
    kept.community = !known && own.id;
    kept.name = !known && own.name;
    box.lastChild.textContent = keptHere.write(kept) ? "Готово." : "Не вдалося.";
    name();
  };
  name();
  box.hidden = false;
})(document.getElementById("remember"));
