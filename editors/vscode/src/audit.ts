// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs mde-audit in a workspace folder.
import { execFile, spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";
import * as vscode from "vscode";
import type { AuditDiagnostics } from "./diagnostics";
import { type Audit, readSarif } from "./sarif";
import { openSetting, sayNotFound, Settings } from "./settings";
import type { Status } from "./status";

interface Ended {
  /** Nothing if it was stopped by a signal. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export class Auditor {
  private running = false;
  private readonly helps = new Map<string, string>();

  constructor(private readonly storage: vscode.Uri, private readonly log: vscode.OutputChannel,
              private readonly found: AuditDiagnostics, private readonly status: Status) {}

  /** Fills Problems and writes the report. */
  async audit(): Promise<void> {
    if (this.running) {
      void vscode.window.showInformationMessage("An audit is running already.");
      return;
    }
    const folder = await chosenFolder();
    if (!folder) return;
    const settings = new Settings(folder);
    const program = settings.find("audit");
    if ("why" in program) return sayNotFound("audit", program.why);
    await vscode.workspace.saveAll(false);

    this.running = true;
    this.status.audit(true);
    try {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: `Auditing ${folder.name}`, cancellable: true },
        (_, token) => this.run(program.path, settings, folder, token));
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.running = false;
      this.status.audit(false);
    }
  }

  /** What `mde-audit explain` knows of a line; undefined if there is no such thing. */
  async explain(folder: vscode.WorkspaceFolder, file: string, line: number): Promise<string | undefined> {
    const settings = new Settings(folder);
    const program = settings.find("audit");
    if ("why" in program || !/^ +explain +-/m.test(await this.help(program.path))) return undefined;
    const ended = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: "Asking mde-audit", cancellable: true },
      (_, token) => execute(program.path, ["explain", ...database(settings), `${path.relative(folder.uri.fsPath, file)}:${line}`],
                            folder.uri.fsPath, token));
    if (ended.code !== 0 && ended.code !== 1) this.log.append(ended.errors);
    return ended.output.trim() ? ended.output : undefined;
  }

  async openReport(): Promise<void> {
    for (const name of ["report.html", "report.md"]) {
      const file = vscode.Uri.joinPath(this.storage, name);
      if (!await exists(file.fsPath)) continue;
      if (name.endsWith(".md"))
        await vscode.commands.executeCommand("markdown.showPreviewToSide", file);
      else
        await this.showPage(file);
      return;
    }
    void vscode.window.showInformationMessage("There is no report yet: run 'MDE: Audit Workspace' first.");
  }

  private async run(program: string, settings: Settings, folder: vscode.WorkspaceFolder,
                    token: vscode.CancellationToken): Promise<void> {
    await fs.mkdir(this.storage.fsPath, { recursive: true });
    const file = (name: string) => path.join(this.storage.fsPath, name);
    await Promise.all(["audit.sarif", "report.html", "report.md"].map((name) => fs.rm(file(name), { force: true })));
    const report = /^ +--html=/m.test(await this.help(program)) ? `--html=${file("report.html")}` : `--markdown=${file("report.md")}`;

    const args = ["--quiet", `--sarif=${file("audit.sarif")}`, report, ...database(settings), ...settings.arguments("audit")];
    this.log.appendLine(`${folder.uri.fsPath}$ ${[program, ...args].join(" ")}`);
    const ended = await execute(program, args, folder.uri.fsPath, token);
    this.log.append(ended.errors);
    if (token.isCancellationRequested) return;
    this.log.appendLine(`mde-audit ended with ${ended.code ?? "a signal"}`);
    if (!await exists(file("audit.sarif")))
      return this.fail(lastSentence(ended.errors) ?? "mde-audit wrote nothing; the log says more.");

    const audit = readSarif(await fs.readFile(file("audit.sarif"), "utf8"), folder.uri.fsPath);
    this.found.show(audit);
    if (settings.openReport) await this.openReport();
    void this.say(audit, settings.openReport);
  }

  private async say(audit: Audit, opened: boolean): Promise<void> {
    const count = audit.findings.length;
    const sentence = (count === 0 ? "Nothing wrong was found" : count === 1 ? "1 finding" : `${count} findings`) +
      (audit.incomplete.length ? `; ${audit.incomplete.length} of the files could not be analysed` : "") + ".";
    const offers = [...(count || audit.incomplete.length ? ["Show Problems"] : []), ...(opened ? [] : ["Open Report"])];
    const show = audit.incomplete.length ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    const answer = await show(sentence, ...offers);
    if (answer === "Show Problems") await vscode.commands.executeCommand("workbench.actions.view.problems");
    if (answer === "Open Report") await this.openReport();
  }

  private fail(sentence: string): void {
    const about = /compile_commands|compilation database|there is no such file/.test(sentence);
    const offers = [...(about ? ["Say Where It Is"] : []), "Show Log"];
    void vscode.window.showErrorMessage(sentence, ...offers).then((answer) => {
      if (answer === "Show Log") this.log.show();
      if (answer === "Say Where It Is") openSetting("mdeTidy.buildFolder");
    });
  }

  /** Of this program, as of now: it may be replaced while the editor runs. */
  private async help(program: string): Promise<string> {
    const key = `${program} ${(await fs.stat(program)).mtimeMs}`;
    let text = this.helps.get(key);
    if (text === undefined) {
      text = (await promisify(execFile)(program, ["--help"])).stdout;
      this.helps.set(key, text);
    }
    return text;
  }

  private async showPage(file: vscode.Uri): Promise<void> {
    const panel = vscode.window.createWebviewPanel("mdeTidy.report", "MDE Report",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableFindWidget: true, localResourceRoots: [] });
    panel.webview.html = await fs.readFile(file.fsPath, "utf8");
  }
}

function database(settings: Settings): string[] {
  return settings.buildFolder ? ["-p", settings.buildFolder] : [];
}

/** The folder of the open file, the only one, or the one that a person picks. */
async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!folders.length) {
    void vscode.window.showErrorMessage("An audit needs a folder: open the folder of the project first.");
    return undefined;
  }
  return (open && vscode.workspace.getWorkspaceFolder(open)) ??
    (folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick({ placeHolder: "Which folder is to be audited?" }));
}

function execute(program: string, args: string[], cwd: string, token: vscode.CancellationToken): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "", errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => output += text);
    child.stderr.setEncoding("utf8").on("data", (text: string) => errors += text);
    const stop = token.onCancellationRequested(() => child.kill());
    child.on("error", (error) => { stop.dispose(); reject(error); });
    child.on("close", (code) => { stop.dispose(); resolve({ code, output, errors }); });
  });
}

/** Of what a program wrote to standard error, without its own name. */
function lastSentence(errors: string): string | undefined {
  return errors.trim().split("\n").filter(Boolean).pop();
}

function exists(file: string): Promise<boolean> {
  return fs.access(file).then(() => true, () => false);
}
