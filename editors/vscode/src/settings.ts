// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The settings of the extension, and what is said when one names no program.
import * as vscode from "vscode";
import { findFolder, findProgram, type Lookup, surroundings } from "./programs";

export type ServerSetting = "auto" | "full" | "findings" | "off";
export type Program = "clangd" | "audit";

export class Settings {
  private readonly values: vscode.WorkspaceConfiguration;

  constructor(readonly folder: vscode.WorkspaceFolder | undefined = vscode.workspace.workspaceFolders?.[0]) {
    this.values = vscode.workspace.getConfiguration("mdeTidy", folder);
  }

  get server(): ServerSetting { return this.values.get<ServerSetting>("server", "auto"); }
  get openReport(): boolean { return this.values.get("audit.openReport", true); }
  get buildFolder(): string | undefined {
    return findFolder(this.values.get("buildFolder", ""), surroundings(this.folder?.uri.fsPath));
  }
  /** As it is written in the settings. */
  named(program: Program): string { return this.values.get(`${program}.path`, `mde-${program}`).trim(); }
  arguments(program: Program): string[] { return this.values.get<string[]>(`${program}.arguments`, []); }
  find(program: Program): Lookup { return findProgram(this.named(program), surroundings(this.folder?.uri.fsPath)); }
}

/** Says why there is no program, and offers the setting that names it. */
export function sayNotFound(program: Program, why: string): void {
  const setting = `mdeTidy.${program}.path`;
  const sentence = `mde-${program} was not found: ${why}. Install mde-tidy, or say in the setting '${setting}' where it is.`;
  void vscode.window.showErrorMessage(sentence, "Open Setting").then((answer) => {
    if (answer) openSetting(setting);
  });
}

export function openSetting(name: string): void {
  void vscode.commands.executeCommand("workbench.action.openSettings", `@id:${name}`);
}
