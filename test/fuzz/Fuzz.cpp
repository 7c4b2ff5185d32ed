//===- fuzz/Fuzz.cpp - What the fuzz targets share ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace mde;
using namespace mde::fuzz;
using namespace llvm;

void fuzz::requirePlaces(Error E, StringRef File) {
  std::string Message = toString(std::move(E));
  static Regex Place("^[^:]+:[0-9]+:[0-9]+: .");
  SmallVector<StringRef> Lines;
  StringRef(Message).split(Lines, '\n');
  require(!Message.empty() && Place.match(Lines[0]) && Lines[0].starts_with(File),
          "an error names file, line and column", Message);
}

static bool isAllowed(const Hole &H, StringRef Fill) {
  if (H.NotEmpty && Fill.empty())
    return false;
  if (H.OneLine && Fill.find_first_of("\r\n") != StringRef::npos)
    return false;
  if (H.From->K != Origin::Number)
    return true;
  Fill.consume_front("-");
  return !Fill.empty() && all_of(Fill, isDigit);
}

Filled::Filled(StringRef Input) {
  SmallVector<StringRef> Lines;
  Input.split(Lines, '\n');
  std::vector<Piece> Open, Full;
  std::string Literal;
  auto Flush = [&] {
    if (!Literal.empty())
      Open.push_back(Piece::literal(Literal, {}));
    Literal.clear();
  };
  std::string Everything;
  for (char C : Lines[0]) {
    unsigned Number = static_cast<unsigned char>(C);
    if (Number == 0 || Number > 8) {
      Literal += C;
      Everything += C;
      continue;
    }
    Flush();
    Hole H;
    H.Symbol = Number;
    H.From = makeOrigin(Number == 5 || Number == 6 ? Origin::Number : Origin::Runtime, "h" + Twine(Number).str());
    H.NotEmpty = Number >= 3 && Number <= 6;
    H.OneLine = Number >= 7;
    StringRef Fill = Number < Lines.size() ? Lines[Number] : "";
    IsAllowed &= isAllowed(H, Fill);
    Fills.push_back(Fill.str());
    Everything += Fill;
    Open.push_back(Piece::hole(std::move(H)));
    HasHoles = true;
  }
  Flush();
  WithHoles = Pattern(std::move(Open), /*Fresh=*/100);
  if (!Everything.empty())
    Full.push_back(Piece::literal(Everything, {}));
  Whole = Pattern(std::move(Full), 101);
}
