// Asks the reader's engine outside a browser: node ask.mjs ENGINE; each line of input is {"files", "questions"}, each line
// of output their answers (see asking.py). Without `files` those of the line before are asked again.
// A question is {words} (their stems are wanted) or {query, community, filters, limit, alone}. What is asked `alone`
// starts with nothing fetched, so that its `pieces` are what a reader would fetch for it; others share what was read.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const engine = new vm.Script(readFileSync(process.argv[2], "utf8"), { filename: process.argv[2] });
let files = {}, scripts = new Map(), shared = null;
const script = (path) => {
  if (!scripts.has(path)) scripts.set(path, new vm.Script(files[path], { filename: path }));
  return scripts.get(path);
};
const opened = async () => {
  const context = vm.createContext({}), pieces = [];
  engine.runInContext(context);
  const search = context.planSearch;
  await search.open("search/index/", async (address) => {
    const [path] = address.split("?");
    if (!(path in files)) return;
    pieces.push(path);
    script(path).runInContext(context);
  });
  return { search, pieces };
};
const answered = async ({ words, query, community, filters, limit, alone }) => {
  const { search, pieces } = alone ? await opened() : (shared ??= await opened());
  if (words) return words.map(search.stem);
  const answer = await search.search(query, community, filters);
  const { numbers, marks, ...told } = answer, found = await search.results(answer, 0, limit);
  return { ...told, found, marks: [...marks].sort(), marked: found.map(({ title }) => search.marked(title, marks)), pieces: alone ? pieces : [] };
};
const lines = async function* () { // node's own lines would end at U+2028 too
  let parts = [];
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const ended = chunk.split("\n");
    parts.push(ended.shift());
    for (const next of ended) {
      yield parts.join("");
      parts = [next];
    }
  }
};
for await (const line of lines()) {
  const asked = JSON.parse(line), answers = [];
  if (asked.files) [files, scripts, shared] = [asked.files, new Map(), null];
  for (const question of asked.questions) answers.push(await answered(question));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
}
