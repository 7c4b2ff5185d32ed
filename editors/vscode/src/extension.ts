// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import * as vscode from "vscode";
import { Auditor } from "./audit";
import { AuditDiagnostics } from "./diagnostics";
import { ExplainActions, ExplainCommand, explainRequest } from "./explain";
import { ExplanationPage } from "./page";
import { Server } from "./server";
import { Status } from "./status";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("MDE Tidy");
  const explanations = new ExplanationPage();
  const status = new Status();
  const found = new AuditDiagnostics();
  const server = new Server(context.workspaceState, log, status);
  const auditor = new Auditor(context.storageUri ?? context.globalStorageUri, log, found, status);
  const command = (name: string, run: (...args: never[]) => unknown) => vscode.commands.registerCommand(name, run);

  context.subscriptions.push(
    log, explanations, status, found, server,
    command("mdeTidy.audit", () => auditor.audit()),
    command(ExplainCommand, (uri?: vscode.Uri, line?: number) => explainRequest(explanations, auditor, uri, line)),
    command("mdeTidy.openReport", () => auditor.openReport()),
    command("mdeTidy.restart", () => server.askAgain()),
    command("mdeTidy.showLog", () => log.show()),
    command("mdeTidy.menu", showMenu),
    vscode.languages.registerCodeActionsProvider(["c", "cpp"], new ExplainActions(), { providedCodeActionKinds: ExplainActions.kinds }),
    vscode.languages.onDidChangeDiagnostics(() => status.update()),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (["c", "cpp"].includes(document.languageId)) status.saved();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["server", "clangd", "buildFolder"].some((name) => event.affectsConfiguration(`mdeTidy.${name}`)))
        void server.restart();
      else if (event.affectsConfiguration("clangd.path"))
        void server.restart();
    }),
    vscode.extensions.onDidChange(() => void server.meetExtensions()),
  );
  await server.restart();
}

async function showMenu(): Promise<void> {
  const entries = [
    { label: "$(checklist) Audit Workspace", command: "mdeTidy.audit" },
    { label: "$(question) Explain This Request", command: ExplainCommand },
    { label: "$(preview) Open the Report of the Last Audit", command: "mdeTidy.openReport" },
    { label: "$(refresh) Restart mde-clangd", command: "mdeTidy.restart" },
    { label: "$(output) Show the Log", command: "mdeTidy.showLog" },
    { label: "$(gear) Open the Settings", command: "workbench.action.openSettings", argument: "@ext:mde-tidy.mde-tidy" },
  ];
  const chosen = await vscode.window.showQuickPick(entries, { placeHolder: "MDE Tidy" });
  if (chosen) await vscode.commands.executeCommand(chosen.command, ...(chosen.argument ? [chosen.argument] : []));
}
