//===- Paths/State.h - The abstract state -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the engine knows at one point of one group of paths: a Disjunct. It is
// a heap of nodes and the roots that name them.
//
// - A *node* is a place: it can hold a scalar value, named children (fields,
//   and the `$slots` of HTTP objects), and elements (arrays and collections).
// - A *value* is a scalar: an integer, text, null, a reference to a node, a
//   function, or a *symbol*: an unknown with an identity. What a branch teaches
//   about a symbol is either a substitution (the symbol is 2, "" or null
//   everywhere in this disjunct) or a restriction kept in its SymbolInfo.
//
// Disjuncts are copied at every fork, so nodes are shared and copied on write.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_STATE_H
#define MDE_PATHS_STATE_H

#include "Ir/Ir.h"
#include "Models/Models.h"
#include "Paths/Send.h"
#include "Text/Text.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include <map>

namespace mde::paths {

using NodeId = uint32_t; ///< 0: none

/// A scalar.
struct Value {
  enum Kind : uint8_t {
    Unset,  ///< never assigned
    Symbol, ///< unknown number S
    Int,    ///< I; Name: the constant's name, if it has one
    Null,
    Text,   ///< T: a C string literal, or the contents of a string object
    Ref,    ///< to node N, or to its element I when I >= 0
    Func,   ///< the function F
    Member  ///< the data member Name
  };
  Kind K = Unset;
  SymbolId S = 0;
  NodeId N = 0;
  int64_t I = 0;
  std::shared_ptr<const mde::Text> T;
  const ir::Function *F = nullptr;
  llvm::StringRef Name;

  static Value symbol(SymbolId S) { Value V; V.K = Symbol; V.S = S; return V; }
  static Value integer(int64_t I, llvm::StringRef Name = "") { Value V; V.K = Int; V.I = I; V.Name = Name; return V; }
  static Value null() { Value V; V.K = Null; return V; }
  static Value text(mde::Text T) { Value V; V.K = Text; V.T = std::make_shared<const mde::Text>(std::move(T)); return V; }
  static Value ref(NodeId N, int64_t Index = -1) { Value V; V.K = Ref; V.N = N; V.I = Index; return V; }
  static Value func(const ir::Function *F) { Value V; V.K = Func; V.F = F; return V; }
  static Value member(llvm::StringRef Name) { Value V; V.K = Member; V.Name = Name; return V; }

  bool is(Kind Kind) const { return K == Kind; }
  bool isRef() const { return K == Ref; }
  bool isText() const { return K == Text; }
  bool isInt() const { return K == Int; }
  bool isSymbol() const { return K == Symbol; }
  bool isNull() const { return K == Null; }
};

/// Same value; names of constants and source locations don't count.
bool operator==(const Value &A, const Value &B);

struct Child {
  llvm::StringRef Name; ///< Interned by the engine.
  NodeId Id;
};

/// A place. Immutable once shared; Disjunct::edit gives a private copy.
/// Assigning a node copies its contents; who refers to it stays.
struct Node {
  Value Val;
  const ir::Type *Ty = nullptr;      ///< static type, where known
  llvm::StringRef Class;             ///< type name of the object, or ""
  const models::TypeModel *Model = nullptr;
  const models::Library *Lib = nullptr; ///< set for HTTP objects
  std::vector<Child> Children;       ///< sorted by name
  std::vector<NodeId> Elems;
  /// Set when there may be more than Children and Elems say, and why.
  OriginRef Open;
  NodeId InputId = 0;   ///< the node of the function's input state that this is
  bool Dynamic = false; ///< Class is the exact dynamic type
  bool Request = false, Session = false; ///< an HTTP object
  bool PlainHeader = false; ///< a header line whose name is known and no User-Agent
  bool Dead = false;    ///< destroyed; destroying again does nothing
  bool Constructed = false;
  bool Stands = false;  ///< a reference variable for the place, within a text, that Val names
  bool Zeroed = false;  ///< what is not there of it is zero: memset, a static object
  Loc Made;

  NodeId child(llvm::StringRef Name) const;

  /// The number of states that share this node; a copy begins with none.
  class Count {
  public:
    Count() = default;
    Count(const Count &) {}
    Count &operator=(const Count &) { return *this; }
    unsigned N = 0;
  };
  mutable Count Users;
  void Retain() const { ++Users.N; }
  void Release() const {
    if (--Users.N == 0)
      delete this;
  }
  unsigned UseCount() const { return Users.N; }
};
using NodePtr = llvm::IntrusiveRefCntPtr<Node>;

/// What is known of an unknown, besides that it is one.
struct SymbolInfo {
  OriginRef From;
  const ir::Type *Ty = nullptr;
  SymbolId InputId = 0; ///< the symbol of the function's input that this is
  bool Bool = false;    ///< 0 or 1
  bool NotEmpty = false, OneLine = false; ///< as text
  int64_t Lo = INT64_MIN, Hi = INT64_MAX; ///< as integer
  std::vector<int64_t> NotInts;           ///< sorted; 0 also means "not null"
  std::vector<std::string> NotTexts;
  std::vector<std::string> NotTextsNoCase;

  bool notZero() const;
};

/// Tests and arithmetic of unknowns, so that a second one agrees with the first
/// and a branch on the result can narrow what was tested.
struct Term {
  /// A binary or unary operator of the Ir, or the name of a model test.
  llvm::StringRef Op;
  Value A, B;
};
bool operator<(const Term &A, const Term &B);

/// The trail: a list that grows at its end and shares its beginning, and what
/// happened in callees.
struct TrailNode {
  TrailEvent Event;
  std::shared_ptr<const TrailNode> Before;
  std::shared_ptr<const TrailNode> Inner; ///< in place of Event: a callee's trail
  unsigned Length; ///< in events
};
using TrailRef = std::shared_ptr<const TrailNode>;

/// The events of a trail, the first first.
std::vector<const TrailEvent *> eventsOf(const TrailRef &Trail);

/// A call between where a send was put off and the current function.
struct LaterFrame {
  const ir::Function *F = nullptr;
  Loc At;
  std::shared_ptr<const std::vector<Loc>> Given;
  bool RequestFromOutside = false;
};

/// A callable or a send that waits for the model's runner, or the root's end.
struct Later {
  Value Callable;
  std::vector<Value> Args;
  NodeId Sends = 0; ///< a request to send, instead of a callable
  const models::CallModel *From = nullptr;
  llvm::StringRef Callee; ///< with Sends: the function that puts it off
  Loc At;
  std::vector<LaterFrame> Frames; ///< outermost first, the place itself last
  unsigned Above = 0; ///< put off by the caller, that many calls above
  /// It ran already, when what it can reach was this: if it still is, there is
  /// nothing to run again.
  std::string Known;
};

/// Terms of this kind say what a getter of an unseen class returned.
constexpr llvm::StringLiteral GetterPrefix = "getter ";
/// Terms of this kind say that an unknown pointer A, or the place that stands for
/// what it points to, may be place B: paths with different pointers came together.
constexpr llvm::StringLiteral MayReferTo = "may-refer-to";
/// Terms of this kind say that object A, which the caller has, too, may have changed
/// since the function was entered: what its getters returned is no longer known.
constexpr llvm::StringLiteral MayHaveChanged = "may-have-changed";
/// What holds of one of two states that become one may hold of both.
constexpr llvm::StringLiteral MayPrefix = "may-";

/// What some of many numbered things hold, in the order of the numbers. Every
/// fork copies it.
template <typename T> class ByNumber {
public:
  using Entry = std::pair<unsigned, T>;

  /// Null when there is nothing.
  const T *find(unsigned Number) const {
    auto It = at(Number);
    return It != All.end() && It->first == Number ? &It->second : nullptr;
  }
  /// As find(), but something empty when there is nothing.
  const T &operator[](unsigned Number) const {
    static const T None{};
    const T *Found = find(Number);
    return Found ? *Found : None;
  }
  void set(unsigned Number, T V) {
    auto It = All.begin() + (at(Number) - All.begin());
    if (It != All.end() && It->first == Number)
      It->second = std::move(V);
    else
      All.insert(It, {Number, std::move(V)});
  }
  /// Numbers them from 0 on.
  void assign(llvm::ArrayRef<T> Values) {
    All.clear();
    for (unsigned I = 0; I < Values.size(); ++I)
      All.push_back({I, Values[I]});
  }
  void clear() { All.clear(); }
  size_t size() const { return All.size(); }
  template <typename Predicate> void removeIf(Predicate P) {
    All.erase(std::remove_if(All.begin(), All.end(), P), All.end());
  }
  auto begin() { return All.begin(); }
  auto end() { return All.end(); }
  auto begin() const { return All.begin(); }
  auto end() const { return All.end(); }

private:
  typename std::vector<Entry>::const_iterator at(unsigned Number) const {
    return std::lower_bound(All.begin(), All.end(), Number,
                            [](const Entry &E, unsigned N) { return E.first < N; });
  }
  std::vector<Entry> All;
};

/// The temporaries that hold something. Of the thousands that a large function
/// has, few are alive at a time.
using Temporaries = ByNumber<Value>;

struct Disjunct {
  std::vector<NodePtr> Nodes{nullptr};
  std::vector<SymbolInfo> Symbols{SymbolInfo()};
  std::vector<NodeId> Locals; ///< by variable number of the function; 0: not alive
  Temporaries Temps;
  ByNumber<NodeId> Globals; ///< by the engine's number of the variable
  Value This;
  NodeId ReturnPlace = 0;
  Value Result;
  NodeId Exception = 0; ///< in flight or being handled
  const ir::Type *ExceptionType = nullptr;
  /// What symbols stand for the results of: `s3 = (s1 == 2)`.
  std::map<Term, Value> Terms;
  std::vector<Later> Laters;
  /// Input symbols that branches replaced: the caller must do the same.
  std::vector<std::pair<SymbolId, Value>> Narrowed;
  TrailRef Trail;
  bool Approximate = false;
  /// Since the function was entered, something may have changed that getters
  /// read: what they returned before need not be what they return now.
  bool Touched = false;
  void touch();
  /// The same of one object.
  void touch(NodeId Object);
  /// A collection got other elements: how many there are, and which not, was
  /// found out before.
  void forgetElements(NodeId Collection);
  /// What branches took for true of input symbols: `=0`, `=2`, `!0`.
  std::vector<std::pair<SymbolId, std::string>> Facts;
  void fact(SymbolId Input, std::string What);
  /// Choices that were about what unseen code passes in.
  std::vector<std::string> OutsideFacts;

  /// Calls \p Do for the places that \p V, an unknown pointer or a place that
  /// stands for what one points to, may refer to; see MayReferTo.
  void forEachTarget(const Value &V, llvm::function_ref<void(NodeId)> Do) const;

  const Node &node(NodeId N) const { return *Nodes[N]; }
  Node &edit(NodeId N) {
    NodePtr &P = Nodes[N];
    if (P->UseCount() > 1)
      P = new Node(*P);
    return *P;
  }
  NodeId make() {
    Nodes.push_back(new Node());
    return Nodes.size() - 1;
  }
  SymbolId fresh(OriginRef From, const ir::Type *Ty = nullptr) {
    Symbols.emplace_back();
    Symbols.back().From = std::move(From);
    Symbols.back().Ty = Ty;
    return Symbols.size() - 1;
  }
  Value freshValue(OriginRef From, const ir::Type *Ty = nullptr) {
    return Value::symbol(fresh(std::move(From), Ty));
  }
  void note(TrailEvent::Kind K, Loc At, std::string Detail = "") { note({K, At, std::move(Detail)}); }
  void note(TrailEvent Event);
  /// What happened in a callee.
  void note(const TrailRef &Inner);

  /// Replaces symbol \p S by \p V everywhere.
  void substitute(SymbolId S, const Value &V);
};

/// Calls \p F on every value that \p D holds, for renaming.
void forEachValue(Disjunct &D, llvm::function_ref<void(Value &)> F);

} // namespace mde::paths

#endif // MDE_PATHS_STATE_H
