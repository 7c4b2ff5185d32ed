//===- fuzz/Models.cpp - The loader of models -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// - Any text is a model, or refused with the places of its mistakes; twice the same.
// - What a model describes is found by its name.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Models/Models.h"

using namespace mde;
using namespace mde::fuzz;
using namespace mde::models;
using namespace llvm;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  MemoryBufferRef File(bytes(Data, Size), "fuzz.yaml");
  Models M, Again;
  Error E = M.add(File);
  if (E) {
    std::string Why = toString(std::move(E));
    require(Why == toString(Again.add(File)), "the same is said twice", Why);
    requirePlaces(createStringError(Why), "fuzz.yaml");
    require(M.libraries().empty(), "nothing of what was refused is there");
    return 0;
  }
  for (const auto &Lib : M.libraries()) {
    for (const CallModel &C : Lib->Calls)
      for (const std::string &Name : C.Names)
        require(!M.calls(Name).empty(), "a call is found by its name", Name);
    for (const TypeModel &T : Lib->Types)
      for (const std::string &Name : T.Names)
        if (Name.find('<') == std::string::npos)
          require(M.type(Name) != nullptr, "a type is found by its name", Name);
  }
  return 0;
}
