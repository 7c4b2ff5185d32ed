// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Index/WriteFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <fmt/format.h>

using namespace llvm;

Error mde::index::writeFile(StringRef Path,
                            function_ref<void(raw_ostream &)> Print) {
  Error E = writeToOutput(Path, [&](raw_ostream &OS) {
    Print(OS);
    return Error::success();
  });
  if (!E)
    return Error::success();
  return createStringError(fmt::format("{}: cannot be written: {}", Path.str(),
                                       toString(std::move(E))));
}

Error mde::index::replaceFile(StringRef Path, StringRef Before,
                              StringRef After) {
  auto Fail = [&](StringRef Why) {
    return createStringError(fmt::format("{}: {}", Path.str(), Why.str()));
  };
  SmallString<256> Real;
  if (std::error_code EC = sys::fs::real_path(Path, Real))
    return Fail("cannot be changed: " + EC.message());
  auto Now = MemoryBuffer::getFile(Real, /*IsText=*/false,
                                   /*RequiresNullTerminator=*/false);
  if (!Now)
    return Fail("cannot be read: " + Now.getError().message());
  if ((*Now)->getBuffer() != Before)
    return Fail("has changed since it was read; nothing in it was fixed");
  auto Mode = sys::fs::getPermissions(Real);
  if (Error E = writeFile(Real, [&](raw_ostream &OS) { OS << After; }))
    return E;
  if (Mode)
    (void)sys::fs::setPermissions(Real, *Mode);
  return Error::success();
}
