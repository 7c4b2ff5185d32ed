//===- Paths/Dump.cpp -----------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/Dump.h"
#include "llvm/ADT/STLExtras.h"

namespace mde::paths {

namespace {

/// Prints a node once, by its first name; later mentions are its number.
class Dumper {
public:
  Dumper(const Disjunct &D, llvm::raw_ostream &OS) : D(D), OS(OS) {}

  void value(const Value &V, unsigned Depth) {
    switch (V.K) {
    case Value::Unset:
      OS << "unset";
      break;
    case Value::Symbol: {
      const SymbolInfo &I = D.Symbols[V.S];
      OS << "s" << V.S;
      if (I.From)
        OS << "{" << I.From->What << "}";
      if (I.Lo != INT64_MIN)
        OS << ">=" << I.Lo;
      if (I.Hi != INT64_MAX)
        OS << "<=" << I.Hi;
      for (int64_t N : I.NotInts)
        OS << "!=" << N;
      break;
    }
    case Value::Int:
      OS << (V.Name.empty() ? "" : V.Name.str() + "=") << V.I;
      break;
    case Value::Null:
      OS << "null";
      break;
    case Value::Text:
      OS << mde::print(*V.T);
      break;
    case Value::Ref:
      OS << "&";
      node(V.N, Depth);
      if (V.I >= 0)
        OS << "[" << V.I << "]";
      break;
    case Value::Func:
      OS << "function " << V.F->Key;
      break;
    case Value::Member:
      OS << "member " << V.Name;
      break;
    }
  }

  void node(NodeId N, unsigned Depth) {
    OS << "n" << N;
    if (!N || !Seen.insert(N).second || Depth > 8)
      return;
    const Node &Held = D.node(N);
    if (!Held.Class.empty())
      OS << " " << Held.Class << (Held.Dynamic ? "" : "?");
    if (!Held.Val.is(Value::Unset)) {
      OS << " = ";
      value(Held.Val, Depth + 1);
    }
    if (Held.Open)
      OS << " open(" << Held.Open->What << ")";
    if (Held.Dead)
      OS << " dead";
    const char *Separator = " {";
    for (const Child &C : Held.Children) {
      OS << Separator << C.Name << ": ";
      node(C.Id, Depth + 1);
      Separator = ", ";
    }
    if (!Held.Children.empty())
      OS << "}";
    Separator = " [";
    for (NodeId E : Held.Elems) {
      OS << Separator;
      node(E, Depth + 1);
      Separator = ", ";
    }
    if (!Held.Elems.empty())
      OS << "]";
  }

private:
  const Disjunct &D;
  llvm::raw_ostream &OS;
  llvm::DenseSet<NodeId> Seen;
};

} // namespace

void dump(const Disjunct &D, const ir::Function &F, const FunctionInfo &Info,
          const Engine &E, llvm::raw_ostream &OS) {
  Dumper Print(D, OS);
  OS << "  {";
  if (D.Approximate)
    OS << " approximate";
  OS << "\n";
  if (!D.This.is(Value::Unset)) {
    OS << "    this = ";
    Print.value(D.This, 0);
    OS << "\n";
  }
  std::vector<std::pair<unsigned, llvm::StringRef>> Names;
  for (const auto &Name : Info.names())
    Names.push_back({Name.second, Name.first()});
  llvm::sort(Names);
  for (auto &[Var, Name] : Names)
    if (Var < D.Locals.size() && D.Locals[Var]) {
      OS << "    " << Name << ": ";
      Print.node(D.Locals[Var], 0);
      OS << "\n";
    }
  for (auto &[G, N] : D.Globals) {
    OS << "    global " << E.global(G)->Key << ": ";
    Print.node(N, 0);
    OS << "\n";
  }
  (void)F;
  OS << "  }\n";
}

} // namespace mde::paths
