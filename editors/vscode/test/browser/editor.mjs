// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// VS Code in a browser, as a person uses it: keys, and what can be seen.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const Timeout = 90_000;

export class Editor {
  /** `options` are those of drive.mjs. */
  constructor(options) {
    this.options = options;
    this.entry = join(options.tools, "node_modules/code-server/out/node/entry.js");
    this.folders = ["--user-data-dir", join(options.out, "user"), "--extensions-dir", join(options.out, "extensions")];
    this.shots = join(options.out, "screenshots");
    mkdirSync(this.shots, { recursive: true });
  }

  settings(values) {
    mkdirSync(join(this.options.out, "user/User"), { recursive: true });
    writeFileSync(join(this.options.out, "user/User/settings.json"), JSON.stringify(values, null, 2));
  }

  install(vsix) {
    const ended = spawnSync(process.execPath, [this.entry, ...this.folders, "--install-extension", vsix], { encoding: "utf8" });
    if (ended.status !== 0 || !/was successfully installed/.test(ended.stdout))
      throw new Error(`${vsix} was not installed:\n${ended.stdout}${ended.stderr}`);
  }

  uninstall(id) {
    spawnSync(process.execPath, [this.entry, ...this.folders, "--uninstall-extension", id]);
  }

  serve() {
    this.server = spawn(process.execPath, [this.entry, ...this.folders, "--auth", "none", "--bind-addr", "127.0.0.1:0",
      "--config", join(this.options.out, "user/config.yaml"), "--disable-telemetry", "--disable-update-check",
      "--disable-workspace-trust", "--disable-getting-started-override"], { stdio: ["ignore", "pipe", "inherit"] });
    return new Promise((resolve, reject) => {
      this.server.on("exit", (code) => reject(new Error(`code-server ended with ${code}`)));
      this.server.stdout.setEncoding("utf8").on("data", (text) => {
        const found = /listening on (http:\/\/\S+?)\/?\s/.exec(text);
        if (found) resolve(found[1]);
      });
    });
  }

  async start() {
    // On a busy machine its two processes may miss each other.
    const url = await this.serve().catch(() => this.serve()).catch(() => this.serve());
    const { chromium } = createRequire(join(this.options.tools, "package.json"))("playwright-core");
    this.browser = await chromium.launch({ executablePath: this.options.chromium, args: ["--no-sandbox"] });
    this.page = await this.browser.newPage({ viewport: { width: 1400, height: 900 } });
    this.page.setDefaultTimeout(Timeout);
    await this.page.goto(`${url}/?folder=${encodeURIComponent(this.options.project)}`);
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor();
  }

  async stop() {
    await this.browser?.close();
    this.server?.removeAllListeners("exit");
    if (this.server?.exitCode === null) {
      const ended = new Promise((resolve) => this.server.once("exit", resolve));
      this.server.kill();
      await ended;
    }
  }

  shot(name) {
    return this.page.screenshot({ path: join(this.shots, `${name}.png`) });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async pick(text, expected) {
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(text);
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: expected }).waitFor();
    await this.press("Enter");
  }

  async command(name) {
    await this.press("F1");
    await this.pick(`>${name}`, name);
  }

  async open(file, line) {
    await this.press("Control+p");
    await this.pick(line ? `${file}:${line}` : file, file);
    await this.page.locator(".tab.active", { hasText: file }).waitFor();
  }

  /** Of a squiggle: a person sees one or not. */
  squiggles() {
    return this.page.locator(".editor-instance .squiggly-warning");
  }

  status() {
    return this.page.locator("#mde-tidy\\.mde-tidy\\.mdeTidy");
  }

  problems() {
    return this.page.locator(".markers-panel-container .monaco-list-row");
  }

  problem(text) {
    return this.problems().filter({ hasText: text });
  }

  notification(text) {
    return this.page.locator(".notification-toast", { hasText: text });
  }

  async dismiss() {
    await this.command("Notifications: Clear All Notifications");
  }

  /** Waits until a condition holds that is about what is there no longer. */
  async until(what, condition) {
    for (const end = Date.now() + Timeout; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
      if (await condition()) return;
    throw new Error(`waited in vain: ${what}`);
  }
}
