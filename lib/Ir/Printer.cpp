//===- Ir/Printer.cpp - Writes the textual request program ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ir/Printer.h"
#include "Ir/Syntax.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using namespace mde::ir;
using llvm::raw_ostream;
using llvm::StringRef;

namespace {
struct Quoted {
  StringRef S;
};
raw_ostream &operator<<(raw_ostream &OS, Quoted Q) {
  writeQuoted(Q.S, OS);
  return OS;
}
/// A name: bare where it can be, else quoted.
struct Bare {
  StringRef S;
};
raw_ostream &operator<<(raw_ostream &OS, Bare B) {
  if (isIdentifier(B.S))
    return OS << B.S;
  return OS << Quoted{B.S};
}
} // namespace

static raw_ostream &operator<<(raw_ostream &OS, Loc At) {
  if (At.File != 1)
    OS << At.File << ':';
  return OS << At.Line << ':' << At.Col;
}

static raw_ostream &operator<<(raw_ostream &OS, const Operand &O) {
  switch (O.K) {
  case Operand::None:
    return OS << "none";
  case Operand::Temp:
    return OS << '%' << O.Temp_;
  case Operand::Text:
    OS << Quoted{O.Str};
    if (O.At.isValid())
      OS << " @ " << O.At;
    return OS;
  case Operand::Int:
    if (!O.Str.empty())
      OS << Bare{O.Str} << '=';
    return OS << O.Value;
  case Operand::Float:
    return OS << "float " << Quoted{O.Str};
  case Operand::Null:
    return OS << "null";
  case Operand::Function:
    return OS << "function " << Quoted{O.Str};
  case Operand::Member:
    return OS << "member " << Quoted{O.Str};
  case Operand::Unknown:
    return OS << "unknown " << Quoted{O.Str};
  }
  llvm_unreachable("operand kind");
}

static void printAt(Loc At, raw_ostream &OS) {
  if (At.isValid())
    OS << " at " << At;
}

template <typename Range, typename Fn>
static void printList(StringRef Word, const Range &R, raw_ostream &OS, Fn One) {
  if (R.empty())
    return;
  OS << ' ' << Word << " (";
  llvm::interleaveComma(R, OS, One);
  OS << ')';
}

static void printKeys(StringRef Word, llvm::ArrayRef<StringRef> Keys,
                      raw_ostream &OS) {
  printList(Word, Keys, OS, [&](StringRef S) { OS << Quoted{S}; });
}

static void printString(StringRef Word, StringRef S, raw_ostream &OS) {
  if (!S.empty())
    OS << ' ' << Word << ' ' << Quoted{S};
}

static void printWord(StringRef Word, raw_ostream &OS) {
  if (!Word.empty())
    OS << ' ' << Word;
}

template <typename T>
static void printFlags(const T &X, llvm::ArrayRef<FlagWord<T>> Flags,
                       raw_ostream &OS) {
  for (const FlagWord<T> &F : Flags)
    if (X.*F.Member == F.Value)
      OS << ' ' << F.Word;
}

static StringRef nameOr(StringRef Name, StringRef Default) {
  return Name == Default ? StringRef() : Name;
}

static void printCases(const Instr &I, raw_ostream &OS) {
  OS << " (";
  llvm::interleaveComma(I.Cases, OS, [&](const Case &C) {
    OS << C.First;
    if (C.Last != C.First)
      OS << ".." << C.Last;
    OS << " block " << C.Target;
  });
  OS << ')';
}

static void printHandlers(const Instr &I, raw_ostream &OS) {
  llvm::ArrayRef<Case> Typed = I.Cases;
  if (!Typed.empty() && !Typed.back().Ty)
    Typed = Typed.drop_back();
  OS << " (";
  llvm::interleaveComma(Typed, OS, [&](const Case &C) {
    OS << (C.Ty ? print(*C.Ty) : "none") << " block " << C.Target;
  });
  OS << ')';
  if (Typed.size() != I.Cases.size())
    OS << " all block " << I.Cases.back().Target;
  if (I.Else != NoBlock)
    OS << " else block " << I.Else;
}

/// One part of the instruction's form; \p Next is the first of Args not yet
/// written.
static void printPart(char Part, const Instr &I, size_t &Next,
                      raw_ostream &OS) {
  switch (Part) {
  case ',':
    OS << ',';
    break;
  case 'N':
    OS << ' ' << Quoted{I.Name};
    break;
  case 'T':
    OS << ' ' << (I.Ty ? print(*I.Ty) : "none");
    break;
  case 'a':
  case '?':
    if (Next < I.Args.size())
      OS << ' ' << I.Args[Next++];
    break;
  case '[':
    if (Next < I.Args.size())
      OS << " [" << I.Args[Next++] << ']';
    break;
  case 'A':
  case 'O':
    if (Part == 'O' && Next == I.Args.size())
      break;
    OS << " (";
    llvm::interleaveComma(llvm::drop_begin(I.Args, Next), OS,
                          [&](const Operand &O) { OS << O; });
    OS << ')';
    Next = I.Args.size();
    break;
  case 'B':
    OS << " block " << I.Then;
    break;
  case 'E':
    OS << " else block " << I.Else;
    break;
  case 'S':
    printCases(I, OS);
    break;
  case 'D':
    printHandlers(I, OS);
    break;
  }
}

void ir::print(const Instr &I, const Unit &, raw_ostream &OS) {
  const OpForm &F = form(I.Opcode);
  if (I.Result)
    OS << '%' << I.Result << " = ";
  OS << F.Word;
  size_t Next = 0;
  for (char Part : F.Form)
    printPart(Part, I, Next, OS);
  if (I.IntoPlace)
    OS << " into %" << I.IntoPlace;
  if (I.Virtual)
    OS << " virtual";
  if (I.Unwind != NoBlock)
    OS << " unwind block " << I.Unwind;
  printAt(I.At, OS);
  if (!I.Macro.empty())
    OS << " macro " << Bare{I.Macro};
}

static void printParams(const Function &F, raw_ostream &OS) {
  printList("params", F.Params, OS, [&](const Param &P) {
    if (!P.Name.empty())
      OS << Quoted{P.Name} << ' ';
    OS << (P.Ty ? print(*P.Ty) : "none");
  });
}

static void printTemplateArg(const TemplateArg &A, raw_ostream &OS) {
  if (A.Ty)
    OS << print(*A.Ty);
  else
    OS << A.Value;
}

void ir::print(const Function &F, const Unit &U, raw_ostream &OS) {
  OS << (F.Defined ? "function " : "declare ") << Quoted{F.Key};
  printString("name", nameOr(F.Name, defaultName(F.Key)), OS);
  printString("usr", F.Usr, OS);
  printParams(F, OS);
  if (F.Result && (F.Result->K != Type::Void || F.Result->Const))
    OS << " returns " << print(*F.Result);
  printString("record", F.Record, OS);
  printList("template-args", F.TemplateArgs, OS,
            [&](const TemplateArg &A) { printTemplateArg(A, OS); });
  printKeys("annotations", F.Annotations, OS);
  printKeys("constructs", F.Constructs, OS);
  printWord(word(F.Link), OS);
  printWord(word(F.K), OS);
  printFlags(F, functionFlags(), OS);
  printAt(F.At, OS);
  OS << '\n';
  for (const auto &[N, B] : llvm::enumerate(F.Blocks)) {
    OS << "block " << N << ":\n";
    for (const Instr &I : B.Instrs) {
      OS << "  ";
      print(I, U, OS);
      OS << '\n';
    }
  }
}

static void printRecord(const Record &R, raw_ostream &OS) {
  OS << "record " << Quoted{R.Name};
  printKeys("bases", R.Bases, OS);
  printList("fields", R.Fields, OS, [&](const Field &F) {
    OS << Quoted{F.Name} << ' ' << (F.Ty ? print(*F.Ty) : "none");
  });
  printList("virtual", R.Virtuals, OS, [&](const Override &V) {
    OS << Quoted{V.Method};
    printKeys("overrides", V.Of, OS);
  });
  printKeys("calls", R.Calls, OS);
  printKeys("converts", R.Conversions, OS);
  printFlags(R, recordFlags(), OS);
  printAt(R.At, OS);
  OS << '\n';
}

static void printGlobal(const GlobalVar &G, raw_ostream &OS) {
  OS << "global " << Quoted{G.Key} << ' ' << (G.Ty ? print(*G.Ty) : "none");
  printString("usr", G.Usr, OS);
  printWord(word(G.Link), OS);
  printFlags(G, globalFlags(), OS);
  printString("init", G.Init, OS);
  printString("fini", G.Fini, OS);
  printAt(G.At, OS);
  OS << '\n';
}

static void printLiteral(const HostLiteral &L, raw_ostream &OS) {
  OS << "literal " << Quoted{L.Value};
  printAt(L.At, OS);
  if (L.Inactive)
    OS << " inactive";
  printString("in", L.Function, OS);
  OS << '\n';
}

void ir::print(const Unit &U, raw_ostream &OS) {
  OS << "mdeir " << FormatVersion << "\nunit " << Quoted{U.MainFile}
     << (U.HadErrors ? " had-errors\n" : "\n");
  for (uint32_t N = 2; N <= U.Files.size(); ++N)
    OS << "file " << N << ' ' << Quoted{U.Files.name(N)} << '\n';
  for (const Record &R : U.Records)
    printRecord(R, OS);
  for (const GlobalVar &G : U.Globals)
    printGlobal(G, OS);
  for (const HostLiteral &L : U.Literals)
    printLiteral(L, OS);
  for (const Function &F : U.Functions)
    print(F, U, OS);
}
