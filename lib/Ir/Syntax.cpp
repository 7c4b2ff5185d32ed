//===- Ir/Syntax.cpp - The words of the textual form ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Syntax.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::ir;

// In the order of Op, so that form() is an index.
static const OpForm Forms[] = {
    {Op::Var, "var", "N", OpForm::Yes},
    {Op::Global, "global", "N", OpForm::Yes},
    {Op::This, "this", "", OpForm::Yes},
    {Op::Return, "return-place", "", OpForm::Yes},
    {Op::Temp, "temp", "T", OpForm::Yes},
    {Op::New, "new", "T[", OpForm::Yes},
    {Op::Field, "field", "aN", OpForm::Yes},
    {Op::Element, "element", "a,a", OpForm::Yes},
    {Op::Load, "load", "a", OpForm::Yes},
    {Op::Store, "store", "a,a", OpForm::No},
    {Op::Copy, "copy", "a,a", OpForm::No},
    {Op::Declare, "declare-var", "NT", OpForm::No},
    {Op::Alias, "alias", "N,a", OpForm::No},
    {Op::Unary, "unary", "Na", OpForm::Yes},
    {Op::Binary, "binary", "Na,a", OpForm::Yes},
    {Op::Cast, "cast", "Ta", OpForm::Yes},
    {Op::DynamicCast, "dynamic-cast", "Ta", OpForm::Yes},
    {Op::List, "list", "TA", OpForm::Yes},
    {Op::Call, "call", "NA", OpForm::Maybe, true, true, true},
    {Op::CallIndirect, "call-indirect", "aA", OpForm::Maybe, true, false, true},
    {Op::Caught, "caught", "", OpForm::Yes},
    {Op::Unknown, "unknown", "NO", OpForm::Maybe},
    {Op::Jump, "jump", "B", OpForm::No},
    {Op::Branch, "branch", "aBE", OpForm::No},
    {Op::Switch, "switch", "aSE", OpForm::No},
    {Op::Ret, "ret", "?", OpForm::No},
    {Op::Throw, "throw", "aT", OpForm::No, false, false, true},
    {Op::Dispatch, "dispatch", "D", OpForm::No},
    {Op::Resume, "resume", "", OpForm::No},
    {Op::Unreachable, "unreachable", "", OpForm::No},
};

const OpForm &ir::form(Op O) {
  static_assert(std::size(Forms) == size_t(Op::Unreachable) + 1);
  return Forms[size_t(O)];
}

const OpForm *ir::formFor(llvm::StringRef Word) {
  const auto *It = llvm::find_if(
      Forms, [&](const OpForm &F) { return llvm::StringRef(F.Word) == Word; });
  return It == std::end(Forms) ? nullptr : It;
}

llvm::ArrayRef<OpForm> ir::allForms() { return Forms; }

bool ir::isOperator(Op O, llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Unary[] = {"-", "~", "!", "bool"};
  static constexpr llvm::StringLiteral Binary[] = {
      "+", "-", "*",  "/",  "%", "<<", ">>", "&",
      "|", "^", "==", "!=", "<", "<=", ">",  ">="};
  return O == Op::Unary ? llvm::is_contained(Unary, Name)
                        : llvm::is_contained(Binary, Name);
}

llvm::ArrayRef<FlagWord<Function>> ir::functionFlags() {
  static const FlagWord<Function> Flags[] = {
      {"static", &Function::Static},
      {"const", &Function::ConstThis},
      {"variadic", &Function::Variadic},
      {"noexcept", &Function::NoExcept},
      {"noreturn", &Function::NoReturn},
      {"virtual", &Function::Virtual},
      {"private", &Function::Public, false},
      {"implicit", &Function::Implicit},
      {"user", &Function::UserCode},
      {"address-taken", &Function::AddressTaken},
  };
  return Flags;
}

llvm::ArrayRef<FlagWord<Record>> ir::recordFlags() {
  static const FlagWord<Record> Flags[] = {
      {"union", &Record::Union},       {"lambda", &Record::Lambda},
      {"abstract", &Record::Abstract}, {"user", &Record::UserCode},
      {"internal", &Record::Internal},
  };
  return Flags;
}

llvm::ArrayRef<FlagWord<GlobalVar>> ir::globalFlags() {
  static const FlagWord<GlobalVar> Flags[] = {
      {"const", &GlobalVar::Const},
      {"extern", &GlobalVar::Defined, false},
      {"static-local", &GlobalVar::StaticLocal},
      {"user", &GlobalVar::UserCode},
  };
  return Flags;
}

llvm::StringRef ir::word(Function::Kind K) {
  static constexpr llvm::StringLiteral Words[] = {"", "constructor",
                                                  "destructor", "conversion"};
  return Words[K];
}

llvm::StringRef ir::word(Linkage L) {
  static constexpr llvm::StringLiteral Words[] = {"", "inline", "internal"};
  return Words[size_t(L)];
}

// In the order of Type::Kind; `rref` is the other Reference.
static constexpr llvm::StringLiteral TypeWords[] = {
    "void", "bool", "char",  "int",    "float",   "enum",
    "ptr",  "ref",  "array", "record", "function"};

llvm::StringRef ir::typeWord(const Type &T) {
  if (T.K == Type::Reference && T.RValue)
    return "rref";
  return TypeWords[T.K];
}

std::optional<Type> ir::typeFor(llvm::StringRef Word) {
  Type T;
  if (Word == "rref") {
    T.K = Type::Reference;
    T.RValue = true;
    return T;
  }
  const auto *It = llvm::find(TypeWords, Word);
  if (It == std::end(TypeWords))
    return std::nullopt;
  T.K = Type::Kind(It - TypeWords);
  return T;
}

static bool isWordChar(char C) { return llvm::isAlnum(C) || C == '_'; }

std::string ir::defaultName(llvm::StringRef Key) {
  std::string Name;
  unsigned Depth = 0; // of template argument lists
  for (size_t I = 0; I < Key.size(); ++I) {
    llvm::StringRef Rest = Key.substr(I);
    bool Start = I == 0 || !isWordChar(Key[I - 1]);
    if (Start && Depth == 0 && Rest.starts_with("operator") &&
        (Rest.size() == 8 || !isWordChar(Rest[8]))) {
      // The operator's own < > and () are part of the name.
      size_t End = Rest.starts_with("operator()")
                       ? 10
                       : Rest.find_first_not_of("+-*/%^&|~!=<>,[]", 8);
      Name += Rest.take_front(End);
      I += Rest.take_front(End).size() - 1;
      continue;
    }
    if (Depth == 0 && Rest.starts_with("(anonymous ")) {
      size_t End = std::min(Rest.find(')'), Rest.size() - 1);
      Name += Rest.take_front(End + 1);
      I += End;
      continue;
    }
    if (Key[I] == '<')
      ++Depth;
    else if (Key[I] == '>' && Depth)
      --Depth;
    else if (Depth == 0 && Key[I] == '(')
      break;
    else if (Depth == 0)
      Name += Key[I];
  }
  return Name;
}

bool ir::isIdentifier(llvm::StringRef S) {
  return !S.empty() && !llvm::isDigit(S[0]) && llvm::all_of(S, isWordChar);
}

void ir::writeQuoted(llvm::StringRef S, llvm::raw_ostream &OS) {
  OS << '"';
  for (unsigned char C : S) {
    if (C == '"' || C == '\\')
      OS << '\\' << C;
    else if (llvm::isPrint(C))
      OS << C;
    else
      OS << '\\' << llvm::hexdigit(C >> 4) << llvm::hexdigit(C & 15);
  }
  OS << '"';
}

std::string ir::unescape(llvm::StringRef Escaped) {
  std::string S;
  for (size_t I = 0; I < Escaped.size(); ++I) {
    if (Escaped[I] != '\\' || I + 1 == Escaped.size()) {
      S += Escaped[I];
      continue;
    }
    char C = Escaped[++I];
    if (C == '"' || C == '\\')
      S += C;
    else if (I + 1 < Escaped.size())
      S += char(llvm::hexFromNibbles(C, Escaped[++I]));
  }
  return S;
}
