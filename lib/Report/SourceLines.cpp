// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/SourceLines.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mde;
using namespace mde::report;
using namespace llvm;

const SourceLines::File &SourceLines::file(uint32_t Number) {
  auto [It, New] = Cache.try_emplace(Number);
  File &F = It->second;
  if (!New)
    return F;
  SmallString<256> Path(Files.name(Number));
  sys::path::make_absolute(Root, Path);
  // Not a pipe or a device, which could keep a report from ever being written.
  if (Path.empty() || !sys::fs::is_regular_file(Path))
    return F;
  if (auto Buffer = MemoryBuffer::getFile(Path)) {
    F.Text = std::move(*Buffer);
    SmallVector<StringRef> Lines;
    F.Text->getBuffer().split(Lines, '\n');
    F.Lines.assign(Lines.begin(), Lines.end());
  }
  return F;
}

std::string report::printable(StringRef Text) {
  std::string Result = Text.str();
  for (char &C : Result)
    if (C != '\t' && (static_cast<unsigned char>(C) < ' ' || C == '\x7f'))
      C = '?';
  // C1 control characters: a second way to begin an escape sequence.
  for (size_t I = 0; I + 1 < Result.size(); ++I)
    if (Result[I] == '\xc2' && static_cast<unsigned char>(Result[I + 1]) < 0xa0)
      Result[I] = Result[I + 1] = '?';
  return Result;
}

std::string SourceLines::line(uint32_t File, uint32_t Line) {
  const struct File &F = file(File);
  if (Line == 0 || Line > F.Lines.size())
    return "";
  return printable(F.Lines[Line - 1].rtrim('\r'));
}
