// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A finding, whoever found it: mde-clangd in an open file, or mde-audit in all of
// them. Knows nothing of the editor.
import * as path from "node:path";

/** Lines and columns begin at 0 and count UTF-16 units, as in the editor. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where what is underlined ends, in the same line. */
  readonly end: number;
}

export interface Step {
  readonly place: Place;
  readonly sentence: string;
}

export interface Finding {
  readonly place: Place;
  readonly sentence: string;
  /** The steps of the path, in order; the place itself is not among them. */
  readonly steps: readonly Step[];
  /** The name of the function, where it is known. */
  readonly where?: string | undefined;
}

/** What both programs say in the same words; the ends of their sentences differ. */
export function sameSentence(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(sentence: string): string {
  const text = sentence.trim().replace(/ \(fix available\)$/, "").replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** For people. `name` shortens the path of a file; `line` is the text of a line, as
 * far as it is there. */
export function explain(finding: Finding, name: (file: string) => string,
                        line: (file: string, line: number) => string | undefined): string {
  const at = (place: Place) => `${name(place.file)}:${place.line + 1}:${place.column + 1}`;
  const text: string[] = [];
  const source = (place: Place, indent: string) => {
    const content = line(place.file, place.line)?.trim();
    if (content) text.push(`${indent}${content}`);
  };

  text.push(at(finding.place) + (finding.where ? `, in ${finding.where}` : ""));
  text.push(`  ${finding.sentence}`);
  source(finding.place, "      ");
  if (finding.steps.length) {
    text.push("", "How it comes about:");
    finding.steps.forEach((step, index) => {
      text.push(`  ${index + 1}. ${step.sentence}`);
      text.push(`     ${at(step.place)}`);
      source(step.place, "         ");
    });
  }
  return text.join("\n") + "\n";
}

/** Where `FILE:LINE:COLUMN` begins a line of a text; lines and columns as written. */
export function placesIn(text: string, root: string):
    { row: number; begin: number; end: number; file: string; line: number; column: number }[] {
  return text.split(/\r?\n/).flatMap((content, row) => {
    const found = /^(\s*)((?:[A-Za-z]:)?[^:\s][^:]*):(\d+):(\d+)(?=$|[,:])/.exec(content);
    if (!found) return [];
    const [all, blanks, file, line, column] = found as unknown as [string, string, string, string, string];
    return [{ row, begin: blanks.length, end: all.length, file: path.resolve(root, file), line: Number(line), column: Number(column) }];
  });
}
