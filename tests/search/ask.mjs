// Runs the browser's engine outside a browser: node ask.mjs ENGINE INDEX_FOLDER < questions.json > answers.json
// A question is {words: [...]} (stems wanted) or {query, community, filters}.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [engine, folder] = process.argv.slice(2);
vm.runInThisContext(readFileSync(engine, "utf8"), { filename: engine });
const { planSearch } = globalThis;
const run = async (address) => {
  const [file] = address.split("?");
  vm.runInThisContext(readFileSync(file, "utf8"), { filename: file });
};
await planSearch.open(`${folder}/`, run);
const answers = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) {
  if (question.words) {
    answers.push(question.words.map(planSearch.stem));
    continue;
  }
  const answer = await planSearch.search(question.query, question.community ?? "", question.filters ?? {});
  const found = await planSearch.results(answer.numbers.slice(0, 10));
  answers.push({
    total: answer.total, more: answer.more, meant: answer.meant, unknown: answer.unknown, indirect: answer.indirect,
    communities: answer.communities, silent: answer.silent, marks: [...answer.marks].sort(), numbers: answer.numbers,
    urls: found.map(({ url }) => url),
    marked: found.map(({ title }) => planSearch.marked(title, answer.marks)),
  });
}
process.stdout.write(JSON.stringify(answers));
