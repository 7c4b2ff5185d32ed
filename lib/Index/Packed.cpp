// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Index/Packed.h"
#include "Index/WriteFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <fmt/format.h>

using namespace mde;
using namespace llvm;

static constexpr StringLiteral Magic = "mdepack1";
static constexpr size_t HeaderSize = 24;
/// More than any unit needs; a damaged size must not ask for all memory.
static constexpr uint64_t MaxSize = uint64_t(2) << 30;

Error index::writePacked(StringRef Path, StringRef Text) {
  SmallVector<uint8_t, 0> Compressed;
  compression::zstd::compress(arrayRefFromStringRef(Text), Compressed);
  return writeFile(Path, [&](raw_ostream &OS) {
    support::endian::Writer Numbers(OS, endianness::little);
    OS << Magic;
    Numbers.write<uint64_t>(Text.size());
    Numbers.write<uint64_t>(xxh3_64bits(Text));
    OS << toStringRef(Compressed);
  });
}

static Expected<std::string> unpack(StringRef Data) {
  if (!Data.starts_with(Magic) || Data.size() < HeaderSize)
    return createStringError("this is no file of mde-audit");
  uint64_t Size = support::endian::read64le(Data.data() + 8);
  uint64_t Hash = support::endian::read64le(Data.data() + 16);
  auto Damaged = [] { return createStringError("the file is damaged"); };
  if (Size > MaxSize)
    return Damaged();
  SmallVector<uint8_t, 0> Text;
  if (Error E = compression::zstd::decompress(
          arrayRefFromStringRef(Data.drop_front(HeaderSize)), Text, Size)) {
    consumeError(std::move(E));
    return Damaged();
  }
  if (Text.size() != Size || xxh3_64bits(Text) != Hash)
    return Damaged();
  return toStringRef(Text).str();
}

Expected<std::string> index::readPacked(StringRef Path) {
  if (!sys::fs::exists(Path) || !sys::fs::is_regular_file(Path))
    return createStringError(fmt::format("{}: {}", Path.str(),
                                         sys::fs::exists(Path)
                                             ? "is no regular file"
                                             : "there is no such file"));
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(fmt::format("{}: cannot be read: {}", Path.str(),
                                         Buffer.getError().message()));
  Expected<std::string> Text = unpack((*Buffer)->getBuffer());
  if (!Text)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(Text.takeError())));
  return Text;
}
