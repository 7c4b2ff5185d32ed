// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The way of a new user through the extension. scripts/test-vscode starts it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Editor } from "./editor.mjs";

const text = { type: "string" };
const { values: options } = parseArgs({
  options: { tools: text, chromium: text, out: text, project: text, bin: text, vsce: text },
});
const settings = {
  "workbench.startupEditor": "none", "workbench.tips.enabled": false, "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false, "extensions.ignoreRecommendations": true, "git.enabled": false, "files.autoSave": "off",
  "window.menuBarVisibility": "compact", "editor.minimap.enabled": false, "workbench.layoutControl.enabled": false,
  "explorer.autoReveal": false, "editor.fontFamily": "DejaVu Sans Mono", "editor.fontSize": 13,
  "mdeTidy.audit.path": join(options.bin, "mde-audit"),
};

const steps = {
  async "What is missing is said, with the setting to change"() {
    editor.settings(settings);
    await editor.start();
    await editor.open("graph.cpp");
    const said = editor.notification("mde-clangd was not found");
    await said.waitFor();
    assert.match(await said.innerText(), /no folder on the PATH has a program 'mde-clangd'.*'mdeTidy\.clangd\.path'/s);
    await editor.status().filter({ hasText: "MDE: not running" }).waitFor();
    await editor.shot("1-not-found");
    await said.getByRole("button", { name: "Open Setting" }).click();
    const setting = page().locator(".settings-editor .setting-item-contents", { hasText: "Clangd: Path" }).first();
    await setting.waitFor();
    await editor.shot("2-setting");
    await setting.locator("input").fill(join(options.bin, "mde-clangd"));
  },

  async "The program that the setting names is started at once"() {
    await editor.status().filter({ hasNotText: "not running" }).waitFor();
    await editor.command("View: Close All Editors");
    await editor.dismiss();
    await editor.open("graph.cpp", 48);
    await editor.squiggles().first().waitFor();
    await editor.status().filter({ hasText: "MDE: 1" }).waitFor();
  },

  async "Problems has the finding and its path, in another file, too"() {
    await editor.command("View: Focus Problems");
    await editor.problem("User-Agent 'ContosoCognito/2.1.0 (export)'").waitFor();
    await editor.problem("The User-Agent is set to").waitFor();
    assert.match(await editor.problem("The URL comes from here").innerText(), /config\.h/);
    await editor.shot("3-problems");
  },

  async "The finding is explained"() {
    await editor.open("graph.cpp", 48);
    await editor.command("MDE: Explain This Request");
    const explanation = page().locator(".editor-instance .view-lines", { hasText: "How it comes about" });
    await explanation.waitFor();
    // Long lines are wrapped, within words, too.
    const said = (await explanation.innerText()).replace(/\s/g, "");
    for (const part of ["src/graph.cpp:48:9", "src/config.h:21:34", "5. The URL is set to 'https://graph.microsoft.com/v1.0/security/alerts_v2' here"])
      assert.ok(said.includes(part.replace(/\s/g, "")), `'${part}' is not in '${said}'`);
    await editor.shot("4-explanation");
    await page().locator(".detected-link", { hasText: "src/config.h:21:34" }).click({ modifiers: ["Control"] });
    await page().locator(".tab.active", { hasText: "config.h" }).waitFor();
    await editor.command("View: Close All Editors");
  },

  async "The quick fix makes the finding go"() {
    await editor.open("defender.cpp", 101);
    const finding = "Request to api.securitycenter.microsoft.com is sent without a User-Agent";
    await editor.command("View: Focus Problems");
    await editor.until("there are two findings", async () => await editor.problem(finding).count() === 2);
    await editor.open("defender.cpp", 101);
    await editor.until("a light bulb", async () => {
      await editor.press("End", "Home");
      await editor.press("Control+.");
      await page().waitForTimeout(1500);
      if (await page().locator(".action-widget", { hasText: "insert" }).isVisible()) return true;
      await editor.press("Escape");
      return false;
    });
    await editor.shot("5-quick-fix");
    assert.match(await page().locator(".action-widget").innerText(), /Explain this request/);
    // With the keyboard, as the title says: a click has to wait until nothing moves.
    const fix = page().locator(".action-widget .monaco-list-row", { hasText: "insert" });
    await editor.until("the fix is chosen", async () => {
      if (/focused/.test(await fix.getAttribute("class") ?? "")) return true;
      await editor.press("ArrowDown");
      return false;
    });
    await editor.press("Enter");
    await editor.until("one finding less", async () => await editor.problem(finding).count() === 1);
    await page().locator(".view-line", { hasText: "CURLOPT_USERAGENT, \"MdePartner-Contoso-Cognito/2.1.0\"" }).first().waitFor();
    await editor.shot("6-fixed");
    await editor.press("Control+z");
    await editor.until("the finding is back", async () => await editor.problem(finding).count() === 2);
  },

  async "An audit fills Problems and opens the report"() {
    await editor.command("View: Close All Editors");
    await editor.open("defender.cpp", 67);
    await editor.command("MDE: Audit Workspace");
    await editor.notification("4 findings").waitFor();
    await editor.until("the report is shown", async () => {
      for (const frame of page().frames())
        if (/4 requests are sent without a partner User-Agent/.test(await frame.locator("body").innerText().catch(() => ""))) return true;
      return false;
    });
    await editor.shot("7-report");
    // Keys go to the report until something else has the focus.
    await page().locator(".tab", { hasText: "defender.cpp" }).click();
    await editor.dismiss();
    await editor.command("View: Focus Problems");
    // The list holds what can be seen.
    await editor.command("View: Toggle Maximized Panel");
    for (const file of ["graph.cpp", "main.cpp", "defender.cpp"]) await editor.problem(file).first().waitFor();
    // What mde-clangd shows of the open file is not said a second time.
    assert.equal(await editor.problem("is sent without a User-Agent").count(), 3);
    await editor.status().filter({ hasText: "MDE: 4" }).waitFor();
    await editor.command("View: Close All Editors");
    await editor.command("View: Focus Problems");
    await editor.until("the audit speaks for closed files", async () =>
      await editor.problem("MDE1001").count() >= 2 && await editor.problem("clang-tidy").count() === 0);
    await editor.shot("8-problems-of-an-audit");
  },

  async "The item in the status bar has all commands"() {
    await editor.status().click();
    await page().locator(".quick-input-list .monaco-list-row", { hasText: "Audit Workspace" }).waitFor();
    await editor.shot("9-menu");
    await editor.press("Escape");
    await editor.stop();
  },

  async "The clangd extension is asked to run mde-clangd"() {
    const stand_in = join(dirname(fileURLToPath(import.meta.url)), "clangd-extension");
    const vsix = join(options.out, "clangd-extension.vsix");
    const made = spawnSync(options.vsce, ["package", "--skip-license", "--allow-missing-repository", "--no-dependencies", "--out", vsix],
                           { cwd: stand_in, encoding: "utf8" });
    assert.equal(made.status, 0, made.stderr);
    editor.install(vsix);
    await editor.start();
    await editor.open("graph.cpp", 48);
    const asked = editor.notification("May the clangd extension run mde-clangd");
    await asked.waitFor();
    await editor.shot("10-clangd-extension");
    await asked.getByRole("button", { name: "Use mde-clangd" }).click();
    await editor.notification(`restarted: ${join(options.bin, "mde-clangd")}`).waitFor();
    const workspace = JSON.parse(readFileSync(join(options.project, ".vscode/settings.json"), "utf8"));
    assert.deepEqual(workspace, { "clangd.path": join(options.bin, "mde-clangd") });
    // No second server: nothing runs that could find something.
    await page().waitForTimeout(3000);
    assert.equal(await editor.squiggles().count(), 0);
    await editor.stop();
    editor.uninstall("llvm-vs-code-extensions.vscode-clangd");
    rmSync(join(options.project, ".vscode"), { recursive: true });
  },
};

const editor = new Editor(options);
const page = () => editor.page;
let at = "";
try {
  editor.settings(settings);
  editor.install(join(options.out, "mde-tidy.vsix"));
  for (const [name, step] of Object.entries(steps)) {
    at = name;
    await step();
    console.log(`ok: ${name}`);
  }
} catch (error) {
  console.error(`FAILED: ${at}\n${error.stack}`);
  if (editor.page && !editor.page.isClosed()) await editor.shot("failed").catch(() => undefined);
  process.exitCode = 1;
} finally {
  await editor.stop();
  if (!existsSync(editor.shots)) process.exitCode = 1;
}
