// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What parameters a call takes, read out of the type declarations of Stripe's own library: so an unknown
// name, or an unknown word where only some words are allowed, is refused here as it is there.
import { readFileSync } from "node:fs";

const folder = new URL("./node_modules/stripe/esm/resources/", import.meta.url);

// { path: { properties: {name: {type, isOptional}}, words: ["a"] } } of one file; paths as "A.B".
function declarationsOf(file) {
  const text = readFileSync(new URL(file + ".d.ts", folder), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "");
  const found = {};
  const stack = [];
  let inside = 0; // braces of an inline type
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const opening = line.match(/^(?:export )?(?:declare )?(namespace|interface) (\w+).*\{$/);
    if (opening && inside === 0) {
      stack.push(opening[2]);
      if (opening[1] === "interface") {
        const isList = /PaginationParams/.test(line);
        found[stack.join(".")] = { properties: isList
          ? Object.fromEntries(["limit", "starting_after", "ending_before", "expand"].map((name) =>
              [name, { type: "string", isOptional: true }])) : {} };
      }
      continue;
    }
    if (line === "}" && inside === 0) {
      stack.pop();
      continue;
    }
    const alias = line.match(/^type (\w+) = (.+);$/);
    if (alias && stack.length > 0) {
      found[[...stack, alias[1]].join(".")] = { words: [...alias[2].matchAll(/'([^']*)'/g)].map((m) => m[1]) };
      continue;
    }
    const property = line.match(/^(\w+)(\?)?: (.+)$/);
    const own = found[stack.join(".")];
    if (property && own?.properties && inside === 0) {
      own.properties[property[1]] = { type: property[3].replace(/;$/, ""), isOptional: property[2] === "?" };
    }
    inside = Math.max(0, inside + (line.match(/\{/g)?.length ?? 0) - (line.match(/\}/g)?.length ?? 0));
  }
  return found;
}

const files = {};
const declared = (file) => (files[file] ??= declarationsOf(file));

// The declaration that a type names, from where it stands outwards.
function resolve(all, from, type) {
  const name = type.replace(/^Emptyable<(.+)>$/, "$1").replace(/^'' \| /, "").replace(/^Array<(.+)>$/, "$1");
  for (let scope = from.split("."); ; scope.pop()) {
    const path = [...scope, name].join(".");
    if (all[path]) return [path, all[path]];
    if (scope.length === 0) return [null, null];
  }
}

/** Why `values` are no parameters of the interface `name` of that file; null where they are. */
export function objection(file, name, values, at = "", scope = null) {
  const all = declared(file);
  const path = scope ?? Object.keys(all).find((known) => known === name || known.endsWith("." + name));
  const known = all[path]?.properties;
  if (!known) throw new Error(`Stripe's library declares no ${name} in ${file}`);
  for (const [key, value] of Object.entries(values)) {
    const here = at ? `${at}[${key}]` : key;
    if (!known[key]) return { code: "parameter_unknown", param: here };
    const type = known[key].type;
    const [inner, declaration] = resolve(all, path, type);
    if (declaration?.words?.length && !declaration.words.includes(String(value))) {
      return { code: "parameter_invalid", param: here };
    }
    if (type === "number" && !/^-?\d+$/.test(String(value))) return { code: "parameter_invalid_integer", param: here };
    if (type === "boolean" && !/^(true|false)$/.test(String(value))) return { code: "parameter_invalid", param: here };
    if (declaration?.properties) {
      if (typeof value !== "object") return { code: "parameter_invalid", param: here };
      const each = /^Array</.test(type) ? Object.entries(value) : [[null, value]];
      for (const [index, item] of each) {
        const wrong = objection(file, name, item, index === null ? here : `${here}[${index}]`, inner);
        if (wrong) return wrong;
      }
    }
  }
  for (const [key, { isOptional }] of Object.entries(known)) {
    if (!isOptional && values[key] === undefined) {
      return { code: "parameter_missing", param: at ? `${at}[${key}]` : key };
    }
  }
  return null;
}
