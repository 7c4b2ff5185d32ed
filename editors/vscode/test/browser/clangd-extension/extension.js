// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Has the id, the setting and the command of the clangd extension, and says which
// program it would restart.
const vscode = require("vscode");

exports.activate = () => {
  vscode.commands.registerCommand("clangd.restart", () =>
    vscode.window.showInformationMessage(`restarted: ${vscode.workspace.getConfiguration("clangd").get("path")}`));
};
