// Runs in the browser, on the site of one page per measure; answers are addresses of pages, best first.
async function askMaterial(worker, queries) {
  const index = await (await fetch("/search/search_index.json")).json();
  const search = new Worker(worker);
  const answer = (message) => new Promise((done) => {
    search.onmessage = (event) => done(event.data);
    search.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: { suggest: false } } });
  const answers = [];
  for (const query of queries) {
    const { data } = await answer({ type: 2, data: query });
    answers.push(data.items.map((pages) => pages[0].location));
  }
  return answers;
}

async function askPagefind(queries) {
  const pagefind = await import("/pagefind/pagefind.js");
  const answers = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const first = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    answers.push(first.map(({ url }) => url));
  }
  return answers;
}
