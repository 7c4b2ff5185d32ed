// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import assert from "node:assert/strict";
import test from "node:test";
import { explain, type Finding, placesIn, sameSentence } from "../src/finding";

const place = (file: string, line: number, column: number) => ({ file, line, column, end: column + 1 });

test("mde-clangd and mde-audit say the same", () => {
  assert.ok(sameSentence("Request to h is sent (fix available)", "request to h is sent."));
  assert.ok(!sameSentence("Request to h is sent", "Request to g is sent"));
  assert.ok(!sameSentence("Request to h is sent (fix available) twice", "Request to h is sent twice"));
});

test("a finding is explained by its steps and their lines", () => {
  const finding: Finding = {
    place: place("/r/a.cpp", 2, 4), sentence: "Request to h is sent", where: "n::f",
    steps: [{ place: place("/r/b.h", 0, 0), sentence: "the URL comes from here" },
            { place: place("/r/c.h", 8, 1), sentence: "the request leaves here" }],
  };
  const lines: Record<string, string[]> = { "/r/a.cpp": ["", "", "    send();"], "/r/b.h": ["const char *url;"] };
  assert.equal(explain(finding, (file) => file.slice(3), (file, line) => lines[file]?.[line]), [
    "a.cpp:3:5, in n::f",
    "  Request to h is sent",
    "      send();",
    "",
    "How it comes about:",
    "  1. the URL comes from here",
    "     b.h:1:1",
    "         const char *url;",
    "  2. the request leaves here",
    "     c.h:9:2",
    ""].join("\n"));
});

test("a finding without steps has no list of them", () => {
  const finding: Finding = { place: place("/a.cpp", 0, 0), sentence: "Request to h is sent", steps: [] };
  assert.equal(explain(finding, (file) => file, () => undefined), "/a.cpp:1:1\n  Request to h is sent\n");
});

test("places in an explanation lead to the source", () => {
  const text = "src/a b.cpp:3:5, in n::f\n  Request to https://h:443:1 is sent\n     /abs/c.h:9:2\n  1. the URL 'x:1:2'";
  assert.deepEqual(placesIn(text, "/r"), [
    { row: 0, begin: 0, end: 15, file: "/r/src/a b.cpp", line: 3, column: 5 },
    { row: 2, begin: 5, end: 17, file: "/abs/c.h", line: 9, column: 2 }]);
});
