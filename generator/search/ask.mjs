// Asks the reader's engine outside a browser: node ask.mjs ENGINE < {"files", "questions"} > answers (see asking.py).
// A question is {words} (their stems are wanted) or {query, community, filters, limit, alone}. What is asked `alone`
// starts with nothing fetched, so that its `pieces` are what a reader would fetch for it; others share what was read.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const engine = new vm.Script(readFileSync(process.argv[2], "utf8"), { filename: process.argv[2] });
const { files, questions } = JSON.parse(readFileSync(0, "utf8"));
const scripts = new Map();
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
const shared = await opened();
const answered = async ({ words, query, community, filters, limit, alone }) => {
  const { search, pieces } = alone ? await opened() : shared;
  if (words) return words.map(search.stem);
  const answer = await search.search(query, community, filters);
  const { numbers, marks, ...told } = answer, found = await search.results(answer, 0, limit);
  return { ...told, found, marks: [...marks].sort(), marked: found.map(({ title }) => search.marked(title, marks)), pieces: alone ? pieces : [] };
};
const answers = [];
for (const question of questions) answers.push(await answered(question));
process.stdout.write(JSON.stringify(answers));
