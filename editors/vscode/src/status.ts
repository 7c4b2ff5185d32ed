// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The item in the status bar.
import * as vscode from "vscode";
import { countFindings } from "./diagnostics";

export type ServerState = "off" | "starting" | "running" | "error";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("mdeTidy", vscode.StatusBarAlignment.Left, -10);
  private state: ServerState = "off";
  private sentence = "";
  private auditing = false;
  private stale: boolean | undefined;

  constructor() {
    this.item.name = "MDE Tidy";
    this.item.command = "mdeTidy.menu";
    this.item.show();
    this.update();
  }

  dispose(): void { this.item.dispose(); }

  server(state: ServerState, sentence: string): void {
    this.state = state;
    this.sentence = sentence;
    this.update();
  }

  audit(running: boolean): void {
    this.auditing = running;
    if (running) this.stale = false;
    this.update();
  }

  /** A file was saved after the audit had begun. */
  saved(): void {
    if (this.stale === undefined) return;
    this.stale = true;
    this.update();
  }

  update(): void {
    const count = countFindings();
    const icon = this.auditing || this.state === "starting" ? "$(sync~spin)"
      : this.state === "error" ? "$(error)" : count ? "$(warning)" : this.state === "off" ? "$(circle-slash)" : "$(check)";
    // Nobody looked: that is not the same as nothing found.
    const silent = this.state === "error" ? "not running" : this.state === "off" && this.stale === undefined ? "off" : undefined;
    const text = this.auditing ? "auditing" : count === 0 && silent ? silent : String(count);
    this.item.text = `${icon} MDE: ${text}`;
    this.item.backgroundColor = this.state === "error" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    const lines = [`**MDE Tidy**: ${count === 1 ? "1 finding" : `${count} findings`}`, this.sentence];
    if (this.stale) lines.push("Files were saved since the last audit.");
    this.item.tooltip = new vscode.MarkdownString(lines.filter(Boolean).join("\n\n"));
    this.item.accessibilityInformation = { label: `MDE Tidy: ${count} findings. ${this.sentence}` };
  }
}
