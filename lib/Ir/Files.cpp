//===- Ir/Files.cpp - The files that a unit's locations name --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Files.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;

/// \p Number[N] is the new number of file N.
static void renumber(Unit &U, llvm::ArrayRef<uint32_t> Number) {
  auto Rewrite = [&](Loc &L) {
    L.File = L.File < Number.size() ? Number[L.File] : 0;
  };
  for (Record &R : U.Records)
    Rewrite(R.At);
  for (GlobalVar &G : U.Globals)
    Rewrite(G.At);
  for (HostLiteral &L : U.Literals)
    Rewrite(L.At);
  for (Function &F : U.Functions) {
    Rewrite(F.At);
    for (Block &B : F.Blocks)
      for (Instr &I : B.Instrs) {
        Rewrite(I.At);
        for (Operand &O : I.Args)
          Rewrite(O.At);
      }
  }
}

static void move(Unit &U, FileTable &Into,
                 llvm::function_ref<std::string(StringRef)> Name) {
  std::vector<uint32_t> Number{0};
  for (uint32_t N = 1; N <= U.Files.size(); ++N)
    Number.push_back(Into.add(Name(U.Files.name(N))));
  renumber(U, Number);
  U.Files = FileTable();
}

void ir::moveFiles(Unit &U, FileTable &Into) {
  move(U, Into, [](StringRef Name) { return Name.str(); });
}

void ir::renameFiles(Unit &U, llvm::function_ref<std::string(StringRef)> Name) {
  FileTable Renamed;
  move(U, Renamed, Name);
  U.Files = std::move(Renamed);
  U.MainFile = Name(U.MainFile);
}
