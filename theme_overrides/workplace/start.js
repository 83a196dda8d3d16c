// «Робоче місце» before it is started: nothing is fetched until «Почати» is pressed.
(function () {
  "use strict";
  var section = document.getElementById("wp-start"), begin = document.getElementById("wp-begin");
  var heard = document.getElementById("wp-heard"), loading = document.getElementById("wp-loading");
  if (!section) return;
  section.hidden = false;
  if (!window.WebAssembly || !window.Worker || !window.indexedDB || !HTMLDialogElement.prototype.showModal) {
    begin.disabled = true;
    heard.textContent = "Цей переглядач застарий для робочого місця. Оновіть його або відкрийте сторінку в іншому.";
    return;
  }
  begin.addEventListener("click", function () {
    begin.disabled = true;
    loading.parentNode.hidden = false;
    heard.textContent = "Програма завантажується.";
    import("./workplace.js").then(function (workplace) {
      return workplace.begin(document.getElementById("workplace"), function (share) { loading.value = Math.round(share * 100); });
    }).catch(function (error) {
      begin.disabled = false;
      loading.parentNode.hidden = true;
      heard.textContent = "Програма не завантажилася: " + (error.words || "перевірте, чи є інтернет, і натисніть «Почати» ще раз.");
      if (!error.words) console.error(error);
    });
  });
})();
