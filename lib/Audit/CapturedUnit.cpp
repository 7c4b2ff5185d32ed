//===- Audit/CapturedUnit.cpp - What capture knows of one unit ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   "mdeunit1"  8 bytes
//   size        8 bytes, little endian: of the text
//   hash        8 bytes, little endian: xxh3 of the text
//   the text, compressed with zstd: {"name": ...}\n and Ir
//
//===----------------------------------------------------------------------===//

#include "Audit/CapturedUnit.h"
#include "Ir/Parser.h"
#include "Ir/Printer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

static constexpr StringLiteral Magic = "mdeunit1";
static constexpr size_t HeaderSize = 24;
/// More than any unit needs; a damaged size must not ask for all memory.
static constexpr uint64_t MaxSize = uint64_t(2) << 30;

static std::string text(const CapturedUnit &U) {
  std::string Text;
  raw_string_ostream OS(Text);
  json::OStream J(OS);
  J.object([&] {
    J.attribute("name", json::fixUTF8(U.Name));
    J.attributeArray("errors", [&] {
      for (const std::string &E : U.Errors)
        J.value(json::fixUTF8(E));
    });
    J.attributeArray("models", [&] {
      for (const std::string &M : U.Models)
        J.value(M);
    });
  });
  OS << '\n';
  if (U.Unit)
    print(*U.Unit, OS);
  return Text;
}

Error audit::write(const CapturedUnit &U, StringRef Path) {
  std::string Text = text(U);
  SmallVector<uint8_t, 0> Compressed;
  compression::zstd::compress(arrayRefFromStringRef(Text), Compressed);
  Error E = writeToOutput(Path, [&](raw_ostream &OS) {
    OS << Magic;
    support::endian::write<uint64_t>(OS, Text.size(), endianness::little);
    support::endian::write<uint64_t>(OS, xxh3_64bits(Text), endianness::little);
    OS << toStringRef(Compressed);
    return Error::success();
  });
  if (E)
    return createStringError(fmt::format("{}: cannot be written: {}",
                                         Path.str(), toString(std::move(E))));
  return Error::success();
}

static Expected<std::string> uncompressed(StringRef Data) {
  if (!Data.starts_with(Magic) || Data.size() < HeaderSize)
    return createStringError("this is no captured unit");
  uint64_t Size = support::endian::read64le(Data.data() + 8);
  uint64_t Hash = support::endian::read64le(Data.data() + 16);
  SmallVector<uint8_t, 0> Text;
  if (Size > MaxSize)
    return createStringError("the file is damaged");
  Error E = compression::zstd::decompress(
      arrayRefFromStringRef(Data.drop_front(HeaderSize)), Text, Size);
  bool Failed = bool(E);
  consumeError(std::move(E));
  if (Failed || Text.size() != Size || xxh3_64bits(Text) != Hash)
    return createStringError("the file is damaged");
  return toStringRef(Text).str();
}

namespace {
struct Head {
  std::string Name;
  std::vector<std::string> Errors, Models;
};

bool fromJSON(const json::Value &V, Head &H, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("name", H.Name) && O.map("errors", H.Errors) &&
         O.map("models", H.Models);
}
} // namespace

static Expected<CapturedUnit> understand(StringRef Text, StringRef Path) {
  auto [Line, Ir] = Text.split('\n');
  Expected<Head> H = json::parse<Head>(Line, "captured unit");
  if (!H)
    return H.takeError();
  CapturedUnit U;
  U.Name = H->Name;
  U.Errors = H->Errors;
  U.Models = {H->Models.begin(), H->Models.end()};
  if (Ir.empty())
    return U;
  Expected<std::unique_ptr<ir::Unit>> Unit = ir::parse({Ir, Path});
  if (!Unit)
    return Unit.takeError();
  U.Unit = std::move(*Unit);
  return U;
}

Expected<CapturedUnit> audit::readCapturedUnit(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(fmt::format("{}: cannot be read: {}", Path.str(),
                                         Buffer.getError().message()));
  Expected<std::string> Text = uncompressed((*Buffer)->getBuffer());
  if (!Text)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(Text.takeError())));
  Expected<CapturedUnit> U = understand(*Text, Path);
  if (!U)
    return createStringError(
        fmt::format("{}: {}", Path.str(), toString(U.takeError())));
  return U;
}
