// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// "Explain this request": the command and the quick fix that leads to it.
import * as vscode from "vscode";
import type { Auditor } from "./audit";
import { findingsIn, isOurs } from "./diagnostics";
import { explain, type Finding } from "./finding";
import type { ExplanationPage } from "./page";

export const ExplainCommand = "mdeTidy.explain";

/** Explains what is found at a line: the given one, or the one of the cursor. */
export async function explainRequest(page: ExplanationPage, auditor: Auditor,
                                     uri?: vscode.Uri, line?: number): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const file = uri instanceof vscode.Uri ? uri : editor?.document.uri;
  if (!file) return;
  const at = typeof line === "number" ? line : editor?.selection.active.line ?? 0;
  const findings = findingsAt(file, at);
  const folder = vscode.workspace.getWorkspaceFolder(file);
  const more = folder && await auditor.explain(folder, file.fsPath, at + 1);
  if (!findings.length && !more) {
    void vscode.window.showInformationMessage(
      `Nothing is found in line ${at + 1}, and no path of a finding goes through it.`);
    return;
  }
  const documents = await open(findings);
  const text = findings.map((finding) => explain(finding, (name) => vscode.workspace.asRelativePath(name, false),
    (name, number) => {
      const document = documents.get(name);
      return document && number < document.lineCount ? document.lineAt(number).text : undefined;
    }));
  if (more) text.push(more);
  await page.show(text.join("\n"), folder?.uri.fsPath ?? "");
}

/** Those that stand in the line, or else those whose path goes through it. */
function findingsAt(uri: vscode.Uri, line: number): Finding[] {
  const here = findingsIn(uri).filter((finding) => finding.place.line === line);
  if (here.length) return here;
  return vscode.languages.getDiagnostics().flatMap(([each]) => findingsIn(each)).filter((finding) =>
    finding.steps.some(({ place }) => place.file === uri.fsPath && place.line === line));
}

async function open(findings: readonly Finding[]): Promise<Map<string, vscode.TextDocument>> {
  const documents = new Map<string, vscode.TextDocument>();
  for (const file of new Set(findings.flatMap((each) => [each.place.file, ...each.steps.map((step) => step.place.file)])))
    try {
      documents.set(file, await vscode.workspace.openTextDocument(file));
    } catch {
      // Without the text of its lines, then.
    }
  return documents;
}

export class ExplainActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  provideCodeActions(document: vscode.TextDocument, _range: vscode.Range,
                     context: vscode.CodeActionContext): vscode.CodeAction[] {
    const ours = context.diagnostics.filter(isOurs);
    const first = ours[0];
    if (!first) return [];
    const action = new vscode.CodeAction("Explain this request", vscode.CodeActionKind.QuickFix);
    action.diagnostics = ours;
    action.command = { title: action.title, command: ExplainCommand, arguments: [document.uri, first.range.start.line] };
    return [action];
  }
}
