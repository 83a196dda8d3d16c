import { make } from "./dom.js";
export function githubView() { return make("p", {}, ""); }
