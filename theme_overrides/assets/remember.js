// The button of a community's page: has the community remembered on this device, or forgotten, when it is pressed.
((box) => {
  const { id, name } = box.dataset, button = box.firstChild, first = button.textContent;
  const say = () => button.textContent = keptHere.read().community === id ? first.replace(/\S+/, "Забути") : first;
  button.onclick = () => {
    const kept = keptHere.read(), known = kept.community === id;
    box.lastChild.textContent = keptHere.write({ ...kept, community: !known && id, name: !known && name }) ? "Готово." : "Не вдалося.";
    say();
  };
  say();
  box.hidden = false;
})(document.getElementById("remember"));
