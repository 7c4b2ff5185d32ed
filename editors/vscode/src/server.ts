// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Starts mde-clangd, or has the clangd extension run it.
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerCapabilities, State } from "vscode-languageclient/node";
import { Check, isOurs, linkToHelp } from "./diagnostics";
import { isName } from "./programs";
import { sayNotFound, Settings } from "./settings";
import type { Status } from "./status";

const ClangdExtension = "llvm-vs-code-extensions.vscode-clangd";
const CppExtension = "ms-vscode.cpptools";
const Declined = "clangdExtensionDeclined";

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** One start or stop at a time, in the order in which they are asked for. */
  private last: Promise<void> = Promise.resolve();
  private others = "";

  constructor(private readonly memory: vscode.Memento, private readonly log: vscode.OutputChannel,
              private readonly status: Status) {}

  /** Stops what runs, and starts what the settings want. */
  restart(): Promise<void> {
    this.last = this.last.then(async () => {
      await this.stop();
      await this.start();
    }).catch((error: unknown) => {
      this.status.server("error", "mde-clangd could not be started; the log says more.");
      this.log.appendLine(String(error));
    });
    return this.last;
  }

  /** Some extension was installed or removed. */
  async meetExtensions(): Promise<void> {
    if (others() !== this.others) await this.restart();
  }

  dispose(): void {
    void this.last.then(() => this.stop());
  }

  private async start(): Promise<void> {
    const settings = new Settings();
    this.others = others();
    if (settings.server === "off") return this.status.server("off", "The setting 'mdeTidy.server' is 'off'.");
    if (settings.server === "auto" && vscode.extensions.getExtension(ClangdExtension)) return this.handOver(settings);

    const program = settings.find("clangd");
    if ("why" in program) {
      this.status.server("error", `mde-clangd was not found: ${program.why}.`);
      return sayNotFound("clangd", program.why);
    }
    const beside = settings.server === "auto" && vscode.extensions.getExtension(CppExtension) !== undefined;
    await this.run(program.path, settings, settings.server === "findings" || beside);
  }

  private async run(program: string, settings: Settings, findingsOnly: boolean): Promise<void> {
    const build = settings.buildFolder;
    const args = [...(build ? [`--compile-commands-dir=${build}`] : []), ...settings.arguments("clangd")];
    const folder = settings.folder?.uri.fsPath;
    const options: LanguageClientOptions = {
      documentSelector: ["c", "cpp"].map((language) => ({ scheme: "file", language })),
      outputChannel: this.log,
      // The status item says it.
      initializationFailedHandler: () => false,
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          diagnostics.filter(isOurs).forEach(linkToHelp);
          next(uri, findingsOnly ? diagnostics.filter(isOursOrConfiguration) : diagnostics);
        },
        provideCodeActions: (document, range, context, token, next) =>
          !findingsOnly || context.diagnostics.some(isOurs) ? next(document, range, context, token) : [],
      },
    };
    this.status.server("starting", `${program} is being started.`);
    const client = new LanguageClient("mdeTidy", "mde-clangd",
                                      { command: program, args, options: folder ? { cwd: folder } : {} }, options);
    if (findingsOnly)
      client.registerFeature({
        preInitialize: keepFindings,
        fillClientCapabilities: () => undefined,
        initialize: () => undefined,
        getState: () => ({ kind: "static" }),
        clear: () => undefined,
      });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped && this.client === client)
        this.status.server("error", "mde-clangd has ended; the log says more.");
    });
    this.client = client;
    await client.start();
    const version = client.initializeResult?.serverInfo?.version ?? "";
    if (!version.includes("mde-tidy")) {
      this.status.server("error", `${program} is a clangd without the check '${Check}'.`);
      void vscode.window.showWarningMessage(
        `${program} is no mde-clangd, so nothing will be found. The setting 'mdeTidy.clangd.path' names it.`);
      return;
    }
    this.status.server("running", `${program} is running${findingsOnly ? ", for findings and quick fixes only" : ""}.`);
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.needsStop()) await client.stop().catch(() => undefined);
    await client?.dispose().catch(() => undefined);
  }

  /** The clangd extension is there: a second server would say all things twice. */
  private async handOver(settings: Settings): Promise<void> {
    const theirs = vscode.workspace.getConfiguration("clangd", settings.folder);
    const current = theirs.get<string>("path", "clangd");
    if (path.basename(current).startsWith("mde-clangd"))
      return this.status.server("running", `The clangd extension runs ${current}.`);
    this.status.server("off", "The clangd extension runs a clangd without the check; " +
                              "'MDE: Restart mde-clangd' asks again whether it may run mde-clangd.");
    const program = settings.find("clangd");
    if ("why" in program) {
      this.status.server("error", `mde-clangd was not found: ${program.why}.`);
      return sayNotFound("clangd", program.why);
    }
    if (this.memory.get<boolean>(Declined)) return;
    // The answer may take its time; nothing waits for it.
    void this.askForHandOver(settings.named("clangd"), program.path, settings.folder !== undefined);
  }

  private async askForHandOver(named: string, found: string, inWorkspace: boolean): Promise<void> {
    const where = inWorkspace ? "in this workspace" : "from now on";
    const answer = await vscode.window.showInformationMessage(
      `May the clangd extension run mde-clangd instead of clangd ${where}? It is a clangd with the check ` +
      "for Defender and Graph requests inside. This sets 'clangd.path'.", "Use mde-clangd", "Never");
    if (answer === "Never") await this.memory.update(Declined, true);
    if (answer !== "Use mde-clangd") return;
    await vscode.workspace.getConfiguration("clangd").update(
      "path", isName(named) ? named : found,
      inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
    const known = await vscode.commands.getCommands(true);
    if (known.includes("clangd.restart")) await vscode.commands.executeCommand("clangd.restart");
    this.status.server("running", "The clangd extension runs mde-clangd.");
  }

  /** A person asks for it, so an earlier 'Never' is past. */
  async askAgain(): Promise<void> {
    await this.memory.update(Declined, undefined);
    await this.restart();
  }
}

/** The extensions that have a say in what is started. */
function others(): string {
  return [ClangdExtension, CppExtension].filter((id) => vscode.extensions.getExtension(id)).join();
}

/** A wrong option is an error at the beginning of the file. */
function isOursOrConfiguration(diagnostic: vscode.Diagnostic): boolean {
  return isOurs(diagnostic) || (diagnostic.range.isEmpty && diagnostic.range.start.isEqual(new vscode.Position(0, 0)));
}

/** Of what the server can do, the client then uses no more than this. */
function keepFindings(capabilities: ServerCapabilities): void {
  const kept: (keyof ServerCapabilities)[] =
    ["textDocumentSync", "codeActionProvider", "executeCommandProvider", "positionEncoding"];
  for (const name of Object.keys(capabilities) as (keyof ServerCapabilities)[])
    if (!kept.includes(name)) delete capabilities[name];
}
