// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes one file of the extension and the packages that it uses, and puts their
// licenses beside it.
import { build } from "esbuild";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { metafile } = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  target: "node18",
  external: ["vscode"],
  legalComments: "none",
  minify: true,
  keepNames: true,
  metafile: true,
});

const packages = new Set(Object.keys(metafile.inputs)
  .map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean));
const notices = [...packages].sort().map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!license) throw new Error(`${name} has no file with its license`);
  return `${name} ${version}\n\n${readFileSync(join(folder, license), "utf8").trim()}\n`;
});
writeFileSync("dist/third-party.txt", notices.join(`\n${"-".repeat(72)}\n\n`));
copyFileSync("../../LICENSE", "LICENSE");
