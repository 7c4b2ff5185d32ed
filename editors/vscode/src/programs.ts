// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where a program is that a setting names. Knows nothing of the editor.
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** A file that can be run, or the end of a sentence that says why there is none. */
export type Lookup = { readonly path: string } | { readonly why: string };

export interface Surroundings {
  /** The workspace folder, if one is open. */
  readonly folder?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly windows: boolean;
}

export function surroundings(folder: string | undefined): Surroundings {
  return { folder, env: process.env, home: os.homedir(), windows: process.platform === "win32" };
}

/** A name is looked for on the PATH; `~` and `${workspaceFolder}` are replaced, and a
 * relative path begins at the workspace folder. */
export function findProgram(setting: string, around: Surroundings): Lookup {
  const given = expand(setting.trim(), around);
  if (!given) return { why: "the setting is empty" };
  if (isName(given)) {
    const folders = (around.env["PATH"] ?? around.env["Path"] ?? "").split(path.delimiter).filter(Boolean);
    for (const folder of folders) {
      const found = runnable(path.join(folder, given), around.windows);
      if ("path" in found) return found;
    }
    return { why: `no folder on the PATH has a program '${given}'` };
  }
  if (path.isAbsolute(given)) return runnable(given, around.windows);
  if (!around.folder) return { why: `'${given}' is relative, and no folder is open` };
  return runnable(path.join(around.folder, given), around.windows);
}

/** What a setting means that names a folder; undefined if it is empty. */
export function findFolder(setting: string, around: Surroundings): string | undefined {
  const given = expand(setting.trim(), around);
  if (!given) return undefined;
  return around.folder ? path.resolve(around.folder, given) : given;
}

/** Of a program that stands on the PATH, and not at some place. */
export function isName(program: string): boolean {
  return program !== "" && !program.includes("/") && !program.includes("\\");
}

function expand(text: string, around: Surroundings): string {
  if (around.folder) text = text.replaceAll("${workspaceFolder}", around.folder);
  return text === "~" || text.startsWith("~/") ? around.home + text.slice(1) : text;
}

function runnable(file: string, windows: boolean): Lookup {
  const candidates = windows && !/\.(exe|cmd|bat)$/i.test(file) ? [`${file}.exe`, file] : [file];
  let why = `'${file}' does not exist`;
  for (const candidate of candidates) {
    const stat = fs.statSync(candidate, { throwIfNoEntry: false });
    if (!stat) continue;
    if (stat.isDirectory()) {
      why = `'${candidate}' is a folder`;
      continue;
    }
    try {
      fs.accessSync(candidate, fs.constants.X_OK);
      return { path: candidate };
    } catch {
      why = `'${candidate}' may not be executed`;
    }
  }
  return { why };
}
