// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text that is shown beside the editor and can't be edited, in which places lead to
// the source.
import * as vscode from "vscode";
import { placesIn } from "./finding";

const Scheme = "mde-explanation";
const Name = vscode.Uri.from({ scheme: Scheme, path: "MDE Explanation" });

export class ExplanationPage implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable {
  private text = "";
  private root = "";
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions = [
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(Scheme, this),
    vscode.languages.registerDocumentLinkProvider({ scheme: Scheme }, this),
  ];

  dispose(): void {
    this.subscriptions.forEach((each) => void each.dispose());
  }

  /** Names of files begin at `root`. */
  async show(text: string, root: string): Promise<void> {
    this.text = text;
    this.root = root;
    this.changed.fire(Name);
    const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(Name), Scheme);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  provideTextDocumentContent(): string {
    return this.text;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return placesIn(document.getText(), this.root).map(({ row, begin, end, file, line, column }) =>
      new vscode.DocumentLink(new vscode.Range(row, begin, row, end),
                              vscode.Uri.file(file).with({ fragment: `L${line},${column}` })));
  }
}
