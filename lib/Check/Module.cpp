// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/Module.h"
#include "Check/UserAgentCheck.h"
#include "MdeVersion.h"
#include "clang-tidy/ClangTidyModule.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

using namespace clang::tidy;

namespace {

class MdeModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    Factories.registerCheck<mde::check::UserAgentCheck>(mde::check::CheckName);
  }
};

void printVersion(llvm::raw_ostream &OS) {
  OS << "mde-tidy version " MDE_VERSION ", built for LLVM " LLVM_VERSION_STRING
        "\n";
}

} // namespace

void mde::check::registerModule() {
  static ClangTidyModuleRegistry::Add<MdeModule> Module(
      "mde-module", "Requests to Microsoft Defender and Graph.");
  llvm::cl::AddExtraVersionPrinter(printVersion);
}
