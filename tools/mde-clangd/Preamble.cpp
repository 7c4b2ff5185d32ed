// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clangd has clang build a preamble from the headers of a file and skip the
// bodies of functions in them. Those that mde-user-agent reads are kept: the
// linker puts our function in front of PrecompiledPreamble::Build (--wrap, see
// CMakeLists.txt), and it hands on clangd's callbacks with one more answer.
#include "Check/HeaderBodies.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using llvm::IntrusiveRefCntPtr;

#define BUILD                                                                  \
  "_ZN5clang19PrecompiledPreamble5BuildERKNS_18CompilerInvocationEPKN4llvm12"  \
  "MemoryBufferENS_14PreambleBoundsENS4_18IntrusiveRefCntPtrINS_17Diagnostics" \
  "EngineEEENS9_INS4_3vfs10FileSystemEEESt10shared_ptrINS_22PCHContainer"      \
  "OperationsEEbNS4_9StringRefERNS_17PreambleCallbacksE"

llvm::ErrorOr<PrecompiledPreamble>
upstreamBuild(const CompilerInvocation &Invocation, const llvm::MemoryBuffer *Main, PreambleBounds Bounds,
              IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics, IntrusiveRefCntPtr<llvm::vfs::FileSystem> VFS,
              std::shared_ptr<PCHContainerOperations> Operations, bool InMemory, llvm::StringRef Storage,
              PreambleCallbacks &Callbacks) __asm__("__real_" BUILD);
llvm::ErrorOr<PrecompiledPreamble>
build(const CompilerInvocation &Invocation, const llvm::MemoryBuffer *Main, PreambleBounds Bounds,
      IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics, IntrusiveRefCntPtr<llvm::vfs::FileSystem> VFS,
      std::shared_ptr<PCHContainerOperations> Operations, bool InMemory, llvm::StringRef Storage,
      PreambleCallbacks &Callbacks) __asm__("__wrap_" BUILD);

namespace {

class KeepingBodies : public PreambleCallbacks {
public:
  explicit KeepingBodies(PreambleCallbacks &Upstream) : Upstream(Upstream) {}

  void BeforeExecute(CompilerInstance &CI) override { Upstream.BeforeExecute(CI); }
  void AfterExecute(CompilerInstance &CI) override { Upstream.AfterExecute(CI); }
  void AfterPCHEmitted(ASTWriter &Writer) override { Upstream.AfterPCHEmitted(Writer); }
  void HandleTopLevelDecl(DeclGroupRef Group) override { Upstream.HandleTopLevelDecl(Group); }
  std::unique_ptr<PPCallbacks> createPPCallbacks() override { return Upstream.createPPCallbacks(); }
  CommentHandler *getCommentHandler() override { return Upstream.getCommentHandler(); }
  bool shouldSkipFunctionBody(Decl *D) override {
    return Upstream.shouldSkipFunctionBody(D) && !mde::check::keepsBody(D);
  }

private:
  PreambleCallbacks &Upstream;
};

} // namespace

llvm::ErrorOr<PrecompiledPreamble>
build(const CompilerInvocation &Invocation, const llvm::MemoryBuffer *Main, PreambleBounds Bounds,
      IntrusiveRefCntPtr<DiagnosticsEngine> Diagnostics, IntrusiveRefCntPtr<llvm::vfs::FileSystem> VFS,
      std::shared_ptr<PCHContainerOperations> Operations, bool InMemory, llvm::StringRef Storage,
      PreambleCallbacks &Callbacks) {
  KeepingBodies Ours(Callbacks);
  return upstreamBuild(Invocation, Main, Bounds, std::move(Diagnostics), std::move(VFS), std::move(Operations),
                       InMemory, Storage, Ours);
}
