// What was done is kept in this browser until «Забути все»: the files as they were opened, and as they stand now.
const NAME = "workplace";

function store(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("desk");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("desk", mode);
      const asked = work(transaction.objectStore("desk"));
      transaction.oncomplete = () => { opening.result.close(); resolve(asked.result); };
      transaction.onerror = transaction.onabort = () => { opening.result.close(); reject(transaction.error); };
    };
  });
}
// An address of its own for each site: all sites of one owner on GitHub Pages share the browser's storage.
const key = () => new URL("./", location.href).pathname;

export const keep = (work) => store("readwrite", (desk) => desk.put({ ...work, when: new Date().toISOString() }, key()));
export const kept = () => store("readonly", (desk) => desk.get(key())).catch(() => undefined);
export const forget = () => store("readwrite", (desk) => desk.delete(key()));
