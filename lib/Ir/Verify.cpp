//===- Ir/Verify.cpp - What is wrong with a unit --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Verify.h"
#include "Ir/Parser.h"
#include "Ir/Syntax.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/Twine.h"

using namespace mde;
using namespace mde::ir;
using llvm::StringRef;
using llvm::Twine;

namespace {

class Verifier {
public:
  explicit Verifier(const Unit &U) : U(U) {}
  std::optional<Problem> run();

private:
  // Each returns true if all is well, and else keeps the problem.
  bool unit();
  bool record(const Record &R);
  bool global(const GlobalVar &G);
  bool function(const Function &F);
  bool variables();
  bool temps();
  bool block(const Block &B);
  bool instruction(const Instr &I);
  bool shape(const Instr &I);
  bool result(const Instr &I, const OpForm &Form);
  bool suffixes(const Instr &I, const OpForm &Form);
  bool names(const Instr &I);
  bool targets(const Instr &I);
  bool cases(const Instr &I);
  bool target(BlockId N);
  bool operand(const Operand &O);
  bool temp(uint32_t N);
  bool type(const Type *T, const Twine &Of);
  bool loc(Loc At);
  bool functionKey(StringRef Key, const Twine &Does);

  bool fail(const Twine &Message) {
    Where.Message = Message.str();
    return false;
  }

  const Unit &U;
  Problem Where; ///< What is being looked at.
  const Function *F = nullptr;
  llvm::DenseSet<StringRef> Functions, Globals, Records, Variables;
  llvm::BitVector Defined; ///< by temp
};

} // namespace

std::optional<Problem> Verifier::run() {
  if (unit())
    return std::nullopt;
  return Where;
}

bool Verifier::unit() {
  auto All = [&](Problem::Kind K, const auto &Things, auto One) {
    Where = {};
    Where.K = K;
    for (const auto &Thing : Things) {
      if (!One(Thing))
        return false;
      ++Where.Index;
    }
    return true;
  };
  if (U.Files.name(1) != U.MainFile)
    return fail("file 1 of the unit is not its main file; add the main file "
                "first");
  return All(Problem::InFunction, U.Functions,
             [&](const Function &F) {
               return Functions.insert(F.Key).second ||
                      fail("function \"" + F.Key +
                           "\" is there twice; keys are unique in a unit");
             }) &&
         All(Problem::InRecord, U.Records,
             [&](const Record &R) { return record(R); }) &&
         All(Problem::InGlobal, U.Globals,
             [&](const GlobalVar &G) { return global(G); }) &&
         All(Problem::InLiteral, U.Literals,
             [&](const HostLiteral &L) { return loc(L.At); }) &&
         All(Problem::InFunction, U.Functions,
             [&](const Function &F) { return function(F); });
}

bool Verifier::record(const Record &R) {
  if (!Records.insert(R.Name).second)
    return fail("record \"" + R.Name +
                "\" is there twice; names are unique in a unit");
  for (const Field &Fd : R.Fields)
    if (!type(Fd.Ty, "field \"" + Fd.Name + "\""))
      return false;
  return loc(R.At);
}

bool Verifier::global(const GlobalVar &G) {
  if (!Globals.insert(G.Key).second)
    return fail("global \"" + G.Key +
                "\" is there twice; keys are unique in a unit");
  return type(G.Ty, "the global") && loc(G.At) &&
         (G.Init.empty() || functionKey(G.Init, "the global is set by")) &&
         (G.Fini.empty() || functionKey(G.Fini, "the global is destroyed by"));
}

bool Verifier::function(const Function &Fn) {
  F = &Fn;
  Where.Block = NoBlock;
  if (F->Key.empty())
    return fail("the function has no key; give it its signature");
  if (!loc(F->At) || !type(F->Result, "the result"))
    return false;
  for (StringRef Key : F->Constructs)
    if (!functionKey(Key, "the function constructs an object with"))
      return false;
  if (F->Defined == F->Blocks.empty())
    return fail(F->Defined
                    ? Twine("the function has no block; write 'block 0:' and "
                            "instructions, or 'declare' if it has no body")
                    : Twine("a function with blocks must be defined"));
  if (!variables() || !temps())
    return false;
  for (const Block &B : F->Blocks) {
    Where.Block = &B - F->Blocks.data();
    if (!block(B))
      return false;
  }
  return true;
}

/// Collects the variables: parameters, and what Declare and Alias begin.
bool Verifier::variables() {
  Variables.clear();
  for (const Param &P : F->Params) {
    if (!type(P.Ty, "parameter \"" + P.Name + "\""))
      return false;
    if (!P.Name.empty() && !Variables.insert(P.Name).second)
      return fail("parameter \"" + P.Name +
                  "\" is there twice; names are unique in a function");
  }
  for (const Block &B : F->Blocks)
    for (const Instr &I : B.Instrs)
      if (I.Opcode == Op::Declare || I.Opcode == Op::Alias)
        Variables.insert(I.Name);
  return true;
}

/// Every temp is set once. Numbers may have gaps, but not so many that a table
/// of them is large where the function is small.
bool Verifier::temps() {
  size_t Instrs = 0;
  for (const Block &B : F->Blocks)
    Instrs += B.Instrs.size();
  size_t Limit = 1000 + 10 * Instrs;
  if (F->NumTemps > Limit)
    return fail("temporaries go up to %" + Twine(F->NumTemps) +
                "; in a function of this size the highest allowed is %" +
                Twine(Limit));
  Defined.clear();
  Defined.resize(size_t(F->NumTemps) + 1);
  for (const Block &B : F->Blocks)
    for (const Instr &I : B.Instrs) {
      if (!I.Result)
        continue;
      Where.Block = &B - F->Blocks.data();
      Where.Instr = &I - B.Instrs.data();
      if (I.Result > F->NumTemps)
        return fail("%" + Twine(I.Result) +
                    " is above the function's number of temporaries, " +
                    Twine(F->NumTemps));
      if (Defined[I.Result])
        return fail("%" + Twine(I.Result) +
                    " is set twice; each temporary is set once");
      Defined.set(I.Result);
    }
  return true;
}

bool Verifier::block(const Block &B) {
  Where.Instr = B.Instrs.size();
  if (B.Instrs.empty())
    return fail("the block is empty; it needs at least a terminator");
  for (const Instr &I : B.Instrs) {
    Where.Instr = &I - B.Instrs.data();
    bool Last = &I == &B.Instrs.back();
    if (I.isTerminator() && !Last)
      return fail("'" + form(I.Opcode).Word +
                  "' ends the block, but more follows; a terminator is the "
                  "last instruction");
    if (!I.isTerminator() && Last)
      return fail("the block does not end in a terminator; allowed are jump, "
                  "branch, switch, ret, throw, dispatch, resume and "
                  "unreachable");
    if (!instruction(I))
      return false;
  }
  return true;
}

bool Verifier::instruction(const Instr &I) {
  const OpForm &Form = form(I.Opcode);
  if (!shape(I) || !result(I, Form) || !suffixes(I, Form) || !names(I) ||
      !targets(I) || !cases(I))
    return false;
  for (const Operand &O : I.Args)
    if (!operand(O))
      return false;
  return (!I.IntoPlace || temp(I.IntoPlace)) && loc(I.At);
}

/// Has what its form has, and nothing else.
bool Verifier::shape(const Instr &I) {
  const OpForm &Form = form(I.Opcode);
  if (I.Args.size() < Form.minArgs())
    return fail("'" + Form.Word + "' needs " + Twine(Form.minArgs()) +
                " operands, has " + Twine(I.Args.size()));
  if (!Form.anyArgs() && I.Args.size() > Form.maxArgs())
    return fail("'" + Form.Word + "' has " + Twine(I.Args.size()) +
                " operands; allowed are " + Twine(Form.maxArgs()));
  if (Form.has('N') == I.Name.empty())
    return fail("'" + Form.Word +
                (Form.has('N') ? "' needs a name" : "' has no name"));
  if (Form.has('T'))
    return type(I.Ty, "'" + Form.Word + "'");
  return !I.Ty || fail("'" + Form.Word + "' has no type");
}

bool Verifier::result(const Instr &I, const OpForm &Form) {
  if (Form.Result == OpForm::Yes && !I.Result)
    return fail("'" + Form.Word + "' needs a result; write '%1 = " + Form.Word +
                "'");
  return Form.Result != OpForm::No || !I.Result ||
         fail("'" + Form.Word + "' has no result; leave out '%" +
              Twine(I.Result) + " ='");
}

bool Verifier::suffixes(const Instr &I, const OpForm &Form) {
  if (I.IntoPlace && !Form.Into)
    return fail("'" + Form.Word + "' has no 'into'");
  if (I.Virtual && !Form.Virtual)
    return fail("'" + Form.Word + "' is not 'virtual'");
  if (I.Virtual && I.Args.empty())
    return fail("a virtual call needs an object as its first argument");
  if (I.Unwind == NoBlock)
    return true;
  return Form.Unwind ? target(I.Unwind)
                     : fail("'" + Form.Word + "' does not unwind");
}

bool Verifier::names(const Instr &I) {
  switch (I.Opcode) {
  case Op::Var:
    return Variables.contains(I.Name) ||
           fail("variable \"" + I.Name +
                "\" is no parameter and never begins; add it to params, or "
                "declare-var or alias it");
  case Op::Global:
    return Globals.contains(I.Name) ||
           fail("global \"" + I.Name +
                "\" is not in the unit; add a line 'global \"" + I.Name +
                "\" TYPE extern'");
  case Op::This:
    return F->hasThis() ||
           fail("'this' is of member functions only; give the function "
                "'record \"its class\"' and no 'static'");
  case Op::Call:
    return functionKey(I.Name, "the call names");
  case Op::Unary:
    return isOperator(I.Opcode, I.Name) ||
           fail("\"" + I.Name +
                "\" is no unary operator; allowed are - ~ ! "
                "and bool");
  case Op::Binary:
    return isOperator(I.Opcode, I.Name) ||
           fail("\"" + I.Name +
                "\" is no binary operator; allowed are + - * / % << >> & | ^ "
                "== != < <= > >=");
  default:
    return true;
  }
}

bool Verifier::targets(const Instr &I) {
  const OpForm &Form = form(I.Opcode);
  if (Form.has('B') ? !target(I.Then) : I.Then != NoBlock)
    return Form.has('B') ? false : fail("'" + Form.Word + "' does not jump");
  if (Form.has('E'))
    return target(I.Else);
  if (I.Else == NoBlock)
    return true;
  return Form.has('D') ? target(I.Else)
                       : fail("'" + Form.Word + "' has no 'else'");
}

bool Verifier::cases(const Instr &I) {
  bool Types = I.Opcode == Op::Dispatch;
  if (!I.Cases.empty() && !Types && I.Opcode != Op::Switch)
    return fail("'" + form(I.Opcode).Word + "' has no cases");
  for (const Case &C : I.Cases) {
    bool Last = &C == &I.Cases.back();
    if (!target(C.Target))
      return false;
    if (!Types && C.First > C.Last)
      return fail("the range " + Twine(C.First) + ".." + Twine(C.Last) +
                  " is empty; write the lower value first");
    if (Types && !C.Ty && !Last)
      return fail("'all' is the last handler; none can follow it");
    if (Types ? C.Ty && !type(C.Ty, "the handler") : C.Ty != nullptr)
      return Types ? false : fail("a case of 'switch' has no type");
  }
  bool CatchesAll = Types && !I.Cases.empty() && !I.Cases.back().Ty;
  return !Types || CatchesAll || I.Else != NoBlock ||
         fail("'dispatch' does not say what happens when no handler matches; "
              "add 'all block N' or 'else block N'");
}

bool Verifier::target(BlockId N) {
  if (N < F->Blocks.size())
    return true;
  if (N == NoBlock)
    return fail("the instruction has no target block");
  return fail("there is no block " + Twine(N) + "; the function's last is " +
              Twine(F->Blocks.size() - 1));
}

bool Verifier::operand(const Operand &O) {
  switch (O.K) {
  case Operand::None:
    return fail("an operand is missing");
  case Operand::Temp:
    return temp(O.Temp_);
  case Operand::Text:
    return loc(O.At);
  case Operand::Function:
    return functionKey(O.Str, "the operand names");
  default:
    return true;
  }
}

bool Verifier::temp(uint32_t N) {
  return (N != 0 && N < Defined.size() && Defined[N]) ||
         fail("%" + Twine(N) + " is set nowhere in the function");
}

bool Verifier::type(const Type *T, const Twine &Of) {
  if (!T)
    return fail(Of + " has no type");
  unsigned Depth = 0;
  for (; T; T = T->Inner)
    if (++Depth > MaxTypeDepth)
      return fail(Of + " has a type that is too deep; allowed are " +
                  Twine(MaxTypeDepth) + " levels");
  return true;
}

bool Verifier::loc(Loc At) {
  return At.File <= U.Files.size() ||
         fail("file " + Twine(At.File) + " of a location is not in the unit");
}

bool Verifier::functionKey(StringRef Key, const Twine &Does) {
  return Functions.contains(Key) ||
         fail(Does + " function \"" + Key +
              "\", which is not in the unit; add a line 'declare \"" + Key +
              "\"'");
}

std::optional<Problem> ir::check(const Unit &U) { return Verifier(U).run(); }

llvm::Error ir::verify(const Unit &U) {
  std::optional<Problem> P = check(U);
  if (!P)
    return llvm::Error::success();
  std::string At;
  switch (P->K) {
  case Problem::InUnit:
    At = "unit \"" + U.MainFile + "\"";
    break;
  case Problem::InRecord:
    At = "record \"" + U.Records[P->Index].Name.str() + "\"";
    break;
  case Problem::InGlobal:
    At = "global \"" + U.Globals[P->Index].Key.str() + "\"";
    break;
  case Problem::InLiteral:
    At = "literal \"" + U.Literals[P->Index].Value.str() + "\"";
    break;
  case Problem::InFunction:
    At = "function \"" + U.Functions[P->Index].Key.str() + "\"";
    if (P->Block != NoBlock)
      At += ", block " + std::to_string(P->Block) + ", instruction " +
            std::to_string(P->Instr);
    break;
  }
  return llvm::createStringError(At + ": " + P->Message);
}
