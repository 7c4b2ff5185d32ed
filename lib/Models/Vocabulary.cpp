//===- Models/Vocabulary.cpp - Models for people --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Vocabulary.h"
#include "Models/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde::models;
using llvm::raw_ostream;
using llvm::StringRef;

StringRef mde::models::name(TypeModel::Kind K) { return typeKinds()[K]; }

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

static std::string join(llvm::ArrayRef<Expr> Es) {
  return llvm::join(llvm::map_range(Es, [](const Expr &E) { return print(E); }),
                    ", ");
}

static std::string textLiteral(StringRef S) {
  std::string Out = "'";
  for (char C : S) {
    if (C == '\n' || C == '\r' || C == '\t')
      Out += C == '\n' ? "\\n" : C == '\r' ? "\\r" : "\\t";
    else if (C == '\'' || C == '\\')
      (Out += '\\') += C;
    else
      Out += C;
  }
  return Out + "'";
}

std::string mde::models::print(const Expr &E) {
  switch (E.K) {
  case Expr::Arg:
    return "arg" + std::to_string(E.Index);
  case Expr::Args:
    return "args(" + std::to_string(E.Index) + ")";
  case Expr::This:
    return "this";
  case Expr::Result:
    return "result";
  case Expr::TArg:
    return (E.Name == "class" ? "class-targ" : "targ") +
           std::to_string(E.Index);
  case Expr::User:
    return "user";
  case Expr::Int:
    return E.Name.empty() ? std::to_string(E.Index) : E.Name;
  case Expr::Text:
    return textLiteral(E.Name);
  case Expr::Null:
    return "null";
  case Expr::Bool:
    return E.Index ? "true" : "false";
  case Expr::Field:
  case Expr::Slot:
    return print(E.Operands[0]) + "." + E.Name;
  case Expr::Call:
    return name(E.F).str() + "(" + join(E.Operands) + ")";
  }
  return "";
}

std::string mde::models::print(const Condition &C) {
  std::string Out = C.K == Condition::ArgCount ? "argc"
                    : C.K == Condition::ParamType
                        ? "param" + std::to_string(C.Index)
                        : print(C.Subject);
  std::vector<std::string> Values(C.Types);
  llvm::append_range(Values, C.Names);
  if (C.Null)
    Values.push_back("null");
  for (int64_t I : C.Ints)
    Values.push_back(C.Truth ? (I ? "true" : "false") : std::to_string(I));
  return Out + (C.Negated ? " is not " : " is ") + llvm::join(Values, " or ");
}

std::string mde::models::print(const Effect &E) {
  auto Part = [&](Role R) -> std::string {
    switch (R) {
    case Role::Place:
      return print(E.Place);
    case Role::Value:
      return print(E.Value);
    case Role::Key:
      return print(E.Key);
    case Role::Kind:
      return E.ObjectKind;
    case Role::Args:
      return "[" + join(E.Args) + "]";
    case Role::Moment:
      return E.Later ? "later" : "now";
    case Role::Dup:
      return E.Dup == Effect::Add       ? "add"
             : E.Dup == Effect::Replace ? "replace"
                                        : "keep";
    case Role::Because:
      return E.Because;
    case Role::Present:
      return "present";
    case Role::True:
      return "true";
    case Role::Owner:
      break;
    }
    return "";
  };
  auto Written = [&](const VerbKey &K) {
    switch (K.R) {
    case Role::Key:
      return E.HasKey;
    case Role::Args:
      return !E.Args.empty();
    case Role::Dup:
      return E.Dup != Effect::Default;
    case Role::Because:
      return !E.Because.empty();
    case Role::Present:
      return E.UnlessPresent;
    case Role::Owner: // The slot is printed with it.
      return false;
    default:
      return true;
    }
  };
  const VerbInfo &Verb =
      *llvm::find_if(verbs(), [&](const VerbInfo &V) { return V.V == E.V; });
  std::string Out = Verb.Name.str() + ": " + Part(Verb.Main);
  for (const VerbKey &K : verbKeys())
    if (K.V == E.V && Written(K))
      Out += ", " + K.Name.str() + ": " + Part(K.R);
  if (E.If)
    Out += ", if " + print(*E.If);
  return Out;
}

void mde::models::print(const CallModel &C, raw_ostream &OS) {
  for (const Condition &W : C.When)
    OS << "  when " << print(W) << '\n';
  for (const Effect &E : C.Do)
    OS << "  " << print(E) << '\n';
  if (C.Returns)
    OS << "  returns " << print(*C.Returns) << '\n';
  if (C.LowerBody)
    OS << "  body: source\n";
  if (!C.Body.empty())
    OS << "  body: " << C.Body << '\n';
  if (!C.Via.empty())
    OS << "  via " << C.Via << '\n';
  if (!C.Fix.empty())
    OS << "  fix " << C.Fix << '\n';
}

//===----------------------------------------------------------------------===//
// The vocabulary
//===----------------------------------------------------------------------===//

static std::string arity(unsigned Min, unsigned Max) {
  if (Max == ~0u)
    return std::to_string(Min) + "...";
  return Min == Max ? std::to_string(Min)
                    : std::to_string(Min) + " or " + std::to_string(Max);
}

void mde::models::printVocabulary(raw_ostream &OS) {
  OS << "### Steps\n\n| step | key | what it does |\n|---|---|---|\n";
  for (const VerbInfo &V : verbs()) {
    OS << "| `" << V.Name << "` | | " << V.Doc << " |\n";
    for (const VerbKey &K : verbKeys())
      if (K.V == V.V)
        OS << "| | `" << K.Name << "`" << (K.Must ? ", needed" : "") << " | "
           << K.Doc << " |\n";
  }
  OS << "\n### Functions\n\n| function | arguments | what it yields "
        "|\n|---|---|---|\n";
  for (const FunctionInfo &F : functions())
    OS << "| `" << F.Name << "` | " << arity(F.Min, F.Max) << " | " << F.Doc
       << " |\n";
  OS << "\n### Slots\n\n";
  llvm::interleave(
      publicSlots(), OS, [&](StringRef S) { OS << '`' << S << '`'; }, " ");
  OS << '\n';
}
