//===- Ir/Body.cpp - Reads the blocks of a function -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Body.h"
#include "Ir/Syntax.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;
using llvm::Twine;

namespace {
class BodyReader {
public:
  BodyReader(Reader &R, Function &F, BodyPos &Where)
      : R(R), F(F), Where(Where) {}
  bool blocks();

private:
  bool atInstruction() const;
  bool instruction();
  bool part(char Part, Instr &I);
  bool suffixes(const OpForm &F, Instr &I);
  bool cases(Instr &I);
  bool handlers(Instr &I);
  bool addOperand(Instr &I);

  Reader &R;
  Function &F;
  BodyPos &Where;
};
} // namespace

bool BodyReader::blocks() {
  while (R.cur().isWord("block")) {
    Token At = R.cur();
    BlockId N = 0;
    if (!R.block(N))
      return false;
    if (N != F.Blocks.size())
      return R.fail(At, "block " + Twine(N) +
                            " is out of order; the next block has number " +
                            Twine(F.Blocks.size()));
    F.Blocks.emplace_back();
    Where.push_back({Pos{At.Line, At.Col}});
    if (!R.punct(":") || !R.endOfLine())
      return false;
    while (atInstruction())
      if (!instruction())
        return false;
  }
  return true;
}

/// Whatever does not begin another block or declaration is an instruction, so
/// that a misspelt one is named as such.
bool BodyReader::atInstruction() const {
  static constexpr StringRef Other[] = {
      "block", "file", "record", "global", "literal", "declare", "function"};
  return !R.cur().is(Token::End) &&
         !(R.cur().is(Token::Word) && llvm::is_contained(Other, R.cur().Text));
}

bool BodyReader::instruction() {
  Where.back().push_back({R.cur().Line, R.cur().Col});
  Instr I;
  if (R.cur().is(Token::Temp)) {
    if (!R.temp(I.Result) || !R.punct("="))
      return false;
    F.NumTemps = std::max(F.NumTemps, I.Result);
  }
  const OpForm *Form =
      R.cur().is(Token::Word) ? formFor(R.cur().Text) : nullptr;
  if (!Form) {
    std::string All;
    for (const OpForm &Each : allForms())
      All += (All.empty() ? "" : ", ") + Each.Word.str();
    return R.expected("an instruction: " + All);
  }
  R.advance();
  I.Opcode = Form->Opcode;
  for (char Part : Form->Form)
    if (!part(Part, I))
      return false;
  if (!suffixes(*Form, I) || !R.endOfLine())
    return false;
  F.Blocks.back().Instrs.push_back(std::move(I));
  return true;
}

bool BodyReader::addOperand(Instr &I) {
  Operand O;
  if (!R.operand(O))
    return false;
  I.Args.push_back(O);
  return true;
}

/// Reads one part of the instruction's form; see OpForm.
bool BodyReader::part(char Part, Instr &I) {
  switch (Part) {
  case ',':
    return R.punct(",");
  case 'N':
    return R.string(I.Name, "a name");
  case 'T':
    return R.type(I.Ty);
  case 'a':
    return addOperand(I);
  case '?':
    return !R.atOperand() || addOperand(I);
  case '[':
    return !R.takePunct("[") || (addOperand(I) && R.punct("]"));
  case 'O':
    if (!R.cur().isPunct("("))
      return true;
    [[fallthrough]];
  case 'A':
    return R.list([&] { return addOperand(I); });
  case 'B':
    return R.block(I.Then);
  case 'E':
    if (!R.takeWord("else"))
      return R.expected("'else' and a block");
    return R.block(I.Else);
  case 'S':
    return cases(I);
  case 'D':
    return handlers(I);
  }
  llvm_unreachable("part of a form");
}

bool BodyReader::suffixes(const OpForm &F, Instr &I) {
  while (!R.cur().is(Token::Newline) && !R.cur().is(Token::End)) {
    bool Ok;
    if (R.takeWord("at"))
      Ok = R.loc(I.At);
    else if (R.takeWord("macro"))
      Ok = R.bareOrString(I.Macro, "the macro's name");
    else if (F.Into && R.takeWord("into"))
      Ok = R.temp(I.IntoPlace);
    else if (F.Virtual && R.takeWord("virtual"))
      Ok = I.Virtual = true;
    else if (F.Unwind && R.takeWord("unwind"))
      Ok = R.block(I.Unwind);
    else
      Ok = R.expected(Twine(F.Into ? "into %N, " : "") +
                      (F.Virtual ? "virtual, " : "") +
                      (F.Unwind ? "unwind block N, " : "") +
                      "at LINE:COL, macro NAME or the end of the line");
    if (!Ok)
      return false;
  }
  return true;
}

bool BodyReader::cases(Instr &I) {
  return R.list([&] {
    Case C;
    if (!R.number(C.First, "the value of a case"))
      return false;
    C.Last = C.First;
    if (R.takePunct("..") && !R.number(C.Last, "the last value of the case"))
      return false;
    if (!R.block(C.Target))
      return false;
    I.Cases.push_back(C);
    return true;
  });
}

bool BodyReader::handlers(Instr &I) {
  bool Read = R.list([&] {
    Case C;
    if (!R.type(C.Ty) || !R.block(C.Target))
      return false;
    I.Cases.push_back(C);
    return true;
  });
  if (!Read)
    return false;
  if (R.takeWord("all")) {
    Case C;
    if (!R.block(C.Target))
      return false;
    I.Cases.push_back(C);
  }
  return !R.takeWord("else") || R.block(I.Else);
}

bool ir::readBody(Reader &R, Function &F, BodyPos &Where) {
  return BodyReader(R, F, Where).blocks();
}
