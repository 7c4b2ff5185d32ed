//===- Audit/Init.cpp - What a project needs to be checked ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Init.h"
#include "Audit/InitCi.h"
#include "Requirement/Options.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

/// One that the check itself would not take helps nobody.
static Error checkNames(const InitOptions &O) {
  requirement::Options Ignored;
  if (Error E = requirement::setOption(Ignored, "Company", O.Company))
    return E;
  return requirement::setOption(Ignored, "Product", O.Product);
}

static std::string clangTidyFile(const InitOptions &O) {
  std::string Text = "Checks: 'mde-*'\n"
                     "WarningsAsErrors: 'mde-*'\n";
  if (!O.Company.empty() || !O.Product.empty())
    Text += "CheckOptions:\n";
  // In quotes a name is text, whatever it looks like.
  auto Option = [&](StringRef Name, StringRef Value) {
    if (Value.empty())
      return;
    std::string Quoted;
    for (char C : Value)
      Quoted += C == '\'' ? std::string("''") : std::string(1, C);
    Text += fmt::format("  mde-user-agent.{}: '{}'\n", Name.str(), Quoted);
  };
  Option("Company", O.Company);
  Option("Product", O.Product);
  return Text;
}

Expected<std::vector<ProposedFile>>
audit::proposedFiles(const InitOptions &O) {
  if (Error E = checkNames(O))
    return E;
  std::vector<ProposedFile> Files;
  Files.push_back({".clang-tidy", clangTidyFile(O),
                   "clang-tidy runs the check, and what it finds is a failure."});
  Files.push_back({".clangd",
                   "Diagnostics:\n"
                   "  ClangTidy:\n"
                   "    FastCheckFilter: Loose\n",
                   "An editor's clangd runs checks that it does not know."});
  if (O.Ci == CiService::GitHub)
    Files.push_back({".github/workflows/mde-audit.yml", gitHubFile(),
                     "GitHub audits every push and pull request."});
  if (O.Ci == CiService::GitLab)
    Files.push_back({".gitlab-ci.yml", gitLabFile(),
                     "GitLab audits every push and merge request."});
  if (O.Ci == CiService::Azure)
    Files.push_back({"azure-pipelines.yml", azureFile(),
                     "Azure Pipelines audits every push."});
  return Files;
}

static void show(const ProposedFile &F, raw_ostream &OS) {
  StringRef Rest = F.Text;
  while (!Rest.empty()) {
    auto [Line, After] = Rest.split('\n');
    OS << (Line.empty() ? "" : "    ") << Line << '\n';
    Rest = After;
  }
  OS << '\n';
}

/// Nobody's file is overwritten, also when it appears this moment.
static Expected<bool> writeNew(const ProposedFile &F) {
  auto Fail = [&](std::error_code EC) {
    return createStringError(
        fmt::format("{}: cannot be written: {}", F.Path, EC.message()));
  };
  StringRef Folder = sys::path::parent_path(F.Path);
  if (std::error_code EC = sys::fs::create_directories(Folder))
    if (!Folder.empty())
      return Fail(EC);
  int Descriptor = -1;
  std::error_code EC = sys::fs::openFileForWrite(F.Path, Descriptor,
                                                 sys::fs::CD_CreateNew);
  if (EC == std::errc::file_exists)
    return false;
  if (EC)
    return Fail(EC);
  raw_fd_ostream OS(Descriptor, /*shouldClose=*/true);
  OS << F.Text;
  OS.close();
  if (OS.has_error()) {
    EC = OS.error();
    OS.clear_error();
    return Fail(EC);
  }
  return true;
}

Error audit::propose(ArrayRef<ProposedFile> Files, bool Write,
                     raw_ostream &OS) {
  bool AnyNew = false;
  for (const ProposedFile &F : Files) {
    bool IsThere = sys::fs::exists(F.Path);
    if (Write && !IsThere) {
      Expected<bool> Written = writeNew(F);
      if (!Written)
        return Written.takeError();
      if (*Written) {
        OS << fmt::format("{}: written. {}\n", F.Path, F.Purpose);
        continue;
      }
      IsThere = true;
    }
    if (IsThere) {
      auto Now = MemoryBuffer::getFile(F.Path);
      if (Now && (*Now)->getBuffer() == F.Text) {
        OS << fmt::format("{}: is there already, as it should be.\n", F.Path);
        continue;
      }
      OS << fmt::format("{}: is there already and stays as it is. Add to it:\n\n",
                        F.Path);
    } else {
      AnyNew = true;
      OS << fmt::format("{}: {}\n\n", F.Path, F.Purpose);
    }
    show(F, OS);
  }
  if (AnyNew && !Write)
    OS << "Nothing was written: `mde-audit init --write` does that.\n";
  return Error::success();
}
