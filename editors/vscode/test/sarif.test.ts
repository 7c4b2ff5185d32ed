// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import assert from "node:assert/strict";
import test from "node:test";
import { readSarif } from "../src/sarif";

const location = (uri: string, startLine: number, startColumn: number, snippet?: string, message?: string) => ({
  physicalLocation: {
    artifactLocation: uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "SRCROOT" },
    region: { startLine, startColumn, ...(snippet === undefined ? {} : { snippet: { text: snippet } }) },
  },
  ...(message === undefined ? {} : { message: { text: message } }),
});
const result = (more: object) => ({
  ruleId: "MDE1001", level: "error", message: { text: "Request to h is sent." },
  locations: [{ ...location("src/a.cpp", 3, 5, "    send(x);"), logicalLocations: [{ fullyQualifiedName: "n::f" }] }], ...more,
});
const log = (results: object[], more: object = {}) => JSON.stringify({
  runs: [{ tool: { driver: { rules: [{ id: "MDE1001", helpUri: "https://h.example/r" }] } }, results, ...more }],
});

test("a finding has its place, sentence, rule and function", () => {
  const [finding, ...others] = readSarif(log([result({})]), "/root").findings;
  assert.deepEqual(others, []);
  assert.deepEqual(finding, {
    place: { file: "/root/src/a.cpp", line: 2, column: 4, end: 8 }, sentence: "Request to h is sent.", steps: [],
    where: "n::f", rule: "MDE1001", help: "https://h.example/r", level: "error",
  });
});

test("the steps of the path stand in other files, too, in order", () => {
  const steps = readSarif(log([result({ relatedLocations: [
    location("src/b%20c.h", 7, 1, "x", "the URL comes from here"),
    location("file:///usr/include/l.h", 9, 2, "xy", "the request leaves here")] })]), "/root").findings[0]?.steps;
  assert.deepEqual(steps?.map((step) => [step.place.file, step.place.line, step.sentence]), [
    ["/root/src/b c.h", 6, "the URL comes from here"], ["/usr/include/l.h", 8, "the request leaves here"]]);
});

test("what begins at the place is underlined", () => {
  const end = (snippet: string, column: number) =>
    readSarif(log([result({ locations: [location("a", 1, column, snippet)] })]), "/").findings[0]?.place.end;
  assert.equal(end("  curl_easy_perform(curl);", 3), 19);
  assert.equal(end("  return http.client->send(r);", 10), 26);
  assert.equal(end('f("a \\" b", 1)', 3), 10);
  assert.equal(end("x = 😀;", 5), 6);
  assert.equal(end("short", 40), 40);
});

test("a finding without the text of its line is underlined at its first character", () => {
  assert.equal(readSarif(log([result({ locations: [location("a", 1, 3)] })]), "/").findings[0]?.place.end, 3);
});

test("what a baseline has and the program has no longer is no finding", () => {
  const states = ["new", "unchanged", "absent"].map((baselineState) => result({ baselineState }));
  assert.equal(readSarif(log(states), "/").findings.length, 2);
});

test("a finding without a place is left out, and one of another level is a warning", () => {
  const findings = readSarif(log([result({ locations: [] }), result({ level: "none" })]), "/").findings;
  assert.deepEqual(findings.map((each) => each.level), ["warning"]);
});

test("units that could not be analysed are told", () => {
  const invocations = [{ toolExecutionNotifications: [{
    message: { text: "'src/a.cpp' could not be analysed: why" },
    locations: [{ physicalLocation: { artifactLocation: { uri: "src/a.cpp", uriBaseId: "SRCROOT" } } }] }] }];
  assert.deepEqual(readSarif(log([], { invocations }), "/root").incomplete, [
    { place: { file: "/root/src/a.cpp", line: 0, column: 0, end: 1 }, sentence: "'src/a.cpp' could not be analysed: why" }]);
});

test("what is no SARIF is said in a sentence", () => {
  assert.throws(() => readSarif("", "/"), /wrote no valid JSON/);
  assert.throws(() => readSarif("{}", "/"), /there is no 'runs'/);
  assert.throws(() => readSarif("null", "/"), /there is no 'runs'/);
});
