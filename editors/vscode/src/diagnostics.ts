// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings under Problems: what mde-clangd shows is read, what mde-audit found is
// shown.
import * as vscode from "vscode";
import { type Finding, type Place, sameSentence } from "./finding";
import type { Audit, AuditFinding } from "./sarif";

/** As clang-tidy names it. */
export const Check = "mde-user-agent";
const Source = "mde-audit";
const Help = "https://learn.microsoft.com/defender-endpoint/get-started-partner-integration";

/** Of mde-clangd, whoever runs it, or of an audit. */
export function isOurs(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === Source || isLive(diagnostic);
}

function isLive(diagnostic: vscode.Diagnostic): boolean {
  const code = diagnostic.code;
  return (typeof code === "object" ? code.value : code) === Check;
}

/** clangd links to the page that clang-tidy's own documentation would have. */
export function linkToHelp(diagnostic: vscode.Diagnostic): void {
  diagnostic.code = { value: Check, target: vscode.Uri.parse(Help) };
}

/** The findings in a file, as mde-clangd and the last audit have them. */
export function findingsIn(uri: vscode.Uri): Finding[] {
  return vscode.languages.getDiagnostics(uri).filter(isOurs).map((diagnostic) => ({
    place: placeOf(uri, diagnostic.range),
    sentence: diagnostic.message.replace(/ \(fix available\)$/, ""),
    steps: (diagnostic.relatedInformation ?? []).map((related) => ({
      place: placeOf(related.location.uri, related.location.range),
      sentence: related.message,
    })),
  }));
}

/** How many there are in all files. */
export function countFindings(): number {
  return vscode.languages.getDiagnostics()
    .reduce((sum, [, diagnostics]) => sum + diagnostics.filter(isOurs).length, 0);
}

interface Shown {
  readonly finding: AuditFinding;
  readonly diagnostic: vscode.Diagnostic;
  /** mde-clangd shows it, too. */
  twin: boolean;
}

/** What the last audit found. What mde-clangd shows as well is shown once, by
 * mde-clangd, which has the quick fix; when such a file is edited, mde-clangd alone has
 * the say about it. */
export class AuditDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(Source);
  private readonly files = new Map<string, Shown[]>();
  private readonly notices = new Map<string, vscode.Diagnostic[]>();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      this.collection,
      vscode.languages.onDidChangeDiagnostics((event) => event.uris.forEach((uri) => this.meetTwins(uri))),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length) this.edited(event.document.uri);
      }),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => void each.dispose());
  }

  show(audit: Audit): void {
    this.collection.clear();
    this.files.clear();
    this.notices.clear();
    for (const finding of audit.findings)
      append(this.files, vscode.Uri.file(finding.place.file).toString(), { finding, diagnostic: ofFinding(finding), twin: false });
    for (const { place, sentence } of audit.incomplete)
      append(this.notices, vscode.Uri.file(place.file).toString(), ofNotice(place, sentence));
    for (const uri of new Set([...this.files.keys(), ...this.notices.keys()])) {
      this.publish(vscode.Uri.parse(uri));
      this.meetTwins(vscode.Uri.parse(uri));
    }
  }

  private meetTwins(uri: vscode.Uri): void {
    const ours = this.files.get(uri.toString());
    if (!ours) return;
    const live = vscode.languages.getDiagnostics(uri).filter((each) => isLive(each) && each.source !== Source);
    let changed = false;
    for (const each of ours) {
      const twin = live.some((other) => other.range.start.line === each.finding.place.line &&
                                        sameSentence(other.message, each.finding.sentence));
      changed ||= twin !== each.twin;
      each.twin = twin;
    }
    if (changed) this.publish(uri);
  }

  private edited(uri: vscode.Uri): void {
    const ours = this.files.get(uri.toString());
    if (ours) this.files.set(uri.toString(), ours.filter((each) => !each.twin));
  }

  private publish(uri: vscode.Uri): void {
    const ours = this.files.get(uri.toString()) ?? [];
    this.collection.set(uri, [
      ...ours.filter((each) => !each.twin).map((each) => each.diagnostic),
      ...(this.notices.get(uri.toString()) ?? []),
    ]);
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

function ofFinding(finding: AuditFinding): vscode.Diagnostic {
  const severity = finding.level === "note" ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(rangeOf(finding.place), finding.sentence, severity);
  diagnostic.source = Source;
  diagnostic.code = finding.help ? { value: finding.rule, target: vscode.Uri.parse(finding.help) } : finding.rule;
  diagnostic.relatedInformation = finding.steps.map((step) => new vscode.DiagnosticRelatedInformation(
    new vscode.Location(vscode.Uri.file(step.place.file), rangeOf(step.place)), step.sentence));
  return diagnostic;
}

function ofNotice(place: Place, sentence: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(place), sentence, vscode.DiagnosticSeverity.Information);
  diagnostic.source = Source;
  diagnostic.code = "incomplete";
  return diagnostic;
}

function rangeOf(place: Place): vscode.Range {
  return new vscode.Range(place.line, place.column, place.line, place.end);
}

function placeOf(uri: vscode.Uri, range: vscode.Range): Place {
  return { file: uri.fsPath, line: range.start.line, column: range.start.character,
           end: range.isSingleLine ? range.end.character : range.start.character };
}
