// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import test, { after, before } from "node:test";
import { findFolder, findProgram, type Surroundings } from "../src/programs";

let root: string;
const around = (more: Partial<Surroundings> = {}): Surroundings =>
  ({ folder: root, env: { PATH: [path.join(root, "no"), path.join(root, "bin")].join(path.delimiter) }, home: root, windows: false, ...more });
const tool = () => ({ path: path.join(root, "bin", "tool") });

before(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "mde-programs-"));
  fs.mkdirSync(path.join(root, "bin"));
  fs.writeFileSync(path.join(root, "bin", "tool"), "", { mode: 0o755 });
  fs.writeFileSync(path.join(root, "bin", "text"), "", { mode: 0o644 });
  fs.writeFileSync(path.join(root, "bin", "win.exe"), "", { mode: 0o755 });
});
after(() => fs.rmSync(root, { recursive: true }));

test("a name is looked for on the PATH", () => {
  assert.deepEqual(findProgram(" tool ", around()), tool());
  assert.deepEqual(findProgram("absent", around()), { why: "no folder on the PATH has a program 'absent'" });
  assert.deepEqual(findProgram("text", around()), { why: "no folder on the PATH has a program 'text'" });
});

test("a path may be absolute, of the home or of the workspace folder", () => {
  for (const setting of [tool().path, "~/bin/tool", "${workspaceFolder}/bin/tool", "./bin/tool", "bin/tool"])
    assert.deepEqual(findProgram(setting, around()), tool(), setting);
});

test("why there is no program is said", () => {
  assert.deepEqual(findProgram("", around()), { why: "the setting is empty" });
  assert.deepEqual(findProgram("~/absent", around()), { why: `'${path.join(root, "absent")}' does not exist` });
  assert.deepEqual(findProgram("~/bin", around()), { why: `'${path.join(root, "bin")}' is a folder` });
  assert.deepEqual(findProgram("~/bin/text", around()), { why: `'${path.join(root, "bin/text")}' may not be executed` });
  assert.deepEqual(findProgram("bin/tool", around({ folder: undefined })),
                   { why: "'bin/tool' is relative, and no folder is open" });
});

test("on Windows the end of the name may be left out", () => {
  assert.deepEqual(findProgram("win", around({ windows: true })), { path: path.join(root, "bin", "win.exe") });
});

test("a folder that a setting names", () => {
  assert.equal(findFolder(" ", around()), undefined);
  assert.equal(findFolder("out/debug", around()), path.join(root, "out/debug"));
  assert.equal(findFolder("/abs", around()), "/abs");
});
