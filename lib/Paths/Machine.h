//===- Paths/Machine.h - One step of one disjunct ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The operations that instructions and model effects are made of: places,
// loads and stores, tests, calls. A Machine works on one disjunct in straight
// lines. Where the outcome is open it calls choose(): the step is then run
// again from its beginning, once for every other choice. So no operation has to
// carry lists of states around, and a step that fails midway leaves nothing.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_MACHINE_H
#define MDE_PATHS_MACHINE_H

#include "Paths/Engine.h"

namespace mde::paths {

/// The index of an iterator past the last element, however many there are. In
/// a text, EndIndex - 1 is its last character, and so on.
constexpr int64_t EndIndex = int64_t(1) << 40;
/// How far a position is from the end of its text, when that is all that is
/// known of it.
inline std::optional<uint64_t> fromEnd(int64_t Index) {
  if (Index > EndIndex - 4096 && Index <= EndIndex)
    return EndIndex - Index;
  return std::nullopt;
}

/// The choices of one run of a step. Beyond the given ones 0 is taken, and the
/// others are remembered.
class Chooser {
public:
  using Choices = llvm::SmallVector<unsigned, 4>;
  explicit Chooser(Choices Given) : Given(std::move(Given)) {}

  unsigned choose(unsigned Count) {
    assert(Count && "nothing to choose from");
    if (Taken.size() < Given.size()) {
      Taken.push_back(Given[Taken.size()]);
      return Taken.back();
    }
    for (unsigned I = 1; I < Count; ++I) {
      Others.push_back(Taken);
      Others.back().push_back(I);
    }
    Taken.push_back(0);
    return 0;
  }
  std::vector<Choices> Others;

private:
  Choices Given, Taken;
};

inline bool isChar(const ir::Type *Ty) { return Ty && Ty->K == ir::Type::Char; }

/// What a test of a text with a literal says of one alternative: `equal`,
/// `starts-with`, `contains` ... as models name them. Maybe for other tests.
Tri testAlternative(llvm::StringRef Op, const Pattern &P, llvm::StringRef Literal);

/// How a call ended.
enum class Outcome { Returned, Thrown, Dead };

class Machine {
public:
  Machine(Engine &E, const ir::Function &F, FunctionInfo &Info, Disjunct &D,
          Chooser &C, std::vector<SendRecord> &Sends,
          std::shared_ptr<const std::vector<Loc>> Given = nullptr)
      : E(E), F(F), Info(Info), D(D), C(C), Sends(Sends), Given(std::move(Given)) {}

  Engine &E;
  const ir::Function &F; ///< the function that is being run
  FunctionInfo &Info;
  Disjunct &D;
  Chooser &C;
  std::vector<SendRecord> &Sends;
  /// Where the literals of the function's input were written; sorted.
  std::shared_ptr<const std::vector<Loc>> Given;
  Loc At;            ///< of the instruction
  bool Dead = false; ///< this choice contradicts what is known
  /// Somebody handles what this instruction throws: in other places it makes no
  /// difference whether a library does.
  bool IsHandled = false;
  /// The class of what a library throws, as far as anybody knows.
  static constexpr llvm::StringLiteral LibraryException = "(an exception of a library)";

  //===--- Memory.cpp, Access.cpp: places -------------------------------===//

  /// A new place for an object of type \p Ty, uninitialised.
  NodeId makePlace(const ir::Type *Ty);
  NodeId makeClass(llvm::StringRef Class);
  /// Fills a place with what nobody knows: \p Why says where it came from.
  void makeUnknown(NodeId N, const ir::Type *Ty, const OriginRef &Why);
  /// The place that \p V refers to. An unknown pointer gets a place of its own
  /// that it refers to from then on; text gets one that holds it.
  NodeId placeOf(const Value &V, const ir::Type *Pointee = nullptr);
  /// \p ToStore: what is there is not read.
  NodeId field(NodeId Object, llvm::StringRef Name, bool ToStore = false);
  NodeId unionMember(NodeId Object, const ir::Record &Union, const ir::Field &Wanted, bool ToStore);
  void makeOutsideField(NodeId N, llvm::StringRef Class, llvm::StringRef Name, const OriginRef &Why);
  /// Sets the child, which may be new.
  void setChild(NodeId Object, llvm::StringRef Name, NodeId Child);
  void dropChild(NodeId Object, llvm::StringRef Name);
  /// A new element, of which nothing but its class is known, for \p Collection; it
  /// is not put in.
  NodeId unknownElement(NodeId Collection, const OriginRef &Why);
  NodeId element(NodeId Array, int64_t Index);
  Value elementRef(const Value &Base, const Value &Index);
  /// Whether \p V is the length of \p T, which is not known itself; then how
  /// much has been added to it.
  std::optional<int64_t> offsetFromLength(const Value &V, const Text &T) const;
  /// \p T up to a position, which may be one from its end.
  Text textBefore(const Text &T, int64_t Index);
  /// Where a part of \p T comes from that nobody knows: what was read from a response
  /// stays that.
  OriginRef originOfPart(const Text &T);
  Value load(const Value &Place, const ir::Type *Ty = nullptr);
  void store(const Value &Place, Value V);
  Value decayed(Value V, const ir::Type *To);
  /// The object that a handle (`copy: share`) stands for, made on first use;
  /// another object is itself. Copies of a handle refer to the same object.
  NodeId shared(NodeId N);
  /// A deep copy of object \p From in the new place; references are shared.
  NodeId clone(NodeId From);
  void assign(NodeId To, NodeId From); ///< To becomes a deep copy of From
  void transfer(NodeId To, NodeId From); ///< To gets From's contents
  /// What \p Place refers to is about to change. Where it may be one of several
  /// places (see MayReferTo), nothing is known of any of them any more, nor, if
  /// \p Deep, of what they refer to.
  void mayChange(const Value &Place, bool Deep);
  /// Something unknown is stored at \p N. What \p N referred to stays as it is.
  void overwrite(NodeId N, const OriginRef &Why);
  void swapContents(NodeId A, NodeId B);
  void clear(NodeId N);
  /// Forgets texts, collections and scalars reachable from \p V. HTTP slots
  /// stay unless \p Http.
  void forget(const Value &V, const OriginRef &Why, bool Http);
  /// Forgets the globals for which \p Why names a reason.
  void forgetGlobals(llvm::function_ref<OriginRef(unsigned)> Why);
  Value unknown(const ir::Type *Ty, const OriginRef &Why);
  OriginRef origin(Origin::Kind K, llvm::StringRef What) { return makeOrigin(K, What, At); }
  /// What a variadic function was given beyond its parameters: a collection.
  NodeId restOf(llvm::ArrayRef<Value> Args);
  /// The same when nobody knows what was given.
  NodeId unknownRest(const OriginRef &Why);
  /// The collection that a va_list stands for; 0 for none.
  NodeId restIn(const Value &V);
  NodeId globalPlace(const ir::GlobalVar *G);
  /// Why nothing is known of a global, from \p At on.
  OriginRef originOf(const ir::GlobalVar &G, Loc At) const;

  //===--- Scalars.cpp: reading values and testing them -------------------===//

  /// \p V read as a text: a literal, what a char pointer points to, the
  /// contents of a string object.
  Text textOf(const Value &V);
  /// \p V with references to scalar places followed once.
  Value scalarOf(const Value &V);
  /// Two positions in one collection, of which one may be its end.
  bool refsEqual(const Value &A, const Value &B);
  Value binary(llvm::StringRef Op, Value A, Value B);
  Value unary(llvm::StringRef Op, Value A);
  /// The truth value of test \p Op on A and B, when they don't settle it
  /// themselves: the same symbol for the same test.
  Value test(llvm::StringRef Op, const Value &A, const Value &B);
  Value ofTri(Tri T, llvm::StringRef Op, const Value &A, const Value &B);
  /// Decides whether \p V holds, choosing and narrowing when it is open.
  bool decide(const Value &V);
  /// Takes it for true that \p V is (not) zero, null or false. False when
  /// that contradicts what is known.
  bool assume(const Value &V, bool Truth);
  Tri truth(const Value &V);

  //===--- Calls.cpp, Callables.cpp, Lifetime.cpp ------------------------===//

  /// Calls \p Callee. \p Args without the object; \p Object Unset for none.
  /// \p Result is set; \p Into: where a class-type result goes (0: a new place).
  Outcome call(const ir::Function *Callee, Value Object, llvm::ArrayRef<Value> Args,
               NodeId Into, bool Virtual, Value &Result);
  /// Calls a function pointer, closure, functor, bound call or member pointer.
  Outcome callValue(const Value &Callable, llvm::ArrayRef<Value> Args,
                    NodeId Into, Value &Result);
  /// What the object's own conversion to a text yields, if its class has one
  /// and is no text itself; else \p V.
  Value converted(const Value &V);
  Outcome callBody(const ir::Function *Callee, const Value &Object,
                   llvm::ArrayRef<Value> Args, NodeId Into, Value &Result);
  Outcome runBody(const ir::Function *Callee, const Value &Object,
                  llvm::ArrayRef<Value> Args, NodeId Into, Value &Result);
  /// Runs the destructor of the object at \p N, as its dynamic type has it.
  Outcome destroy(NodeId N);
  /// Runs what was registered for later.
  /// \p AtEnd: at the end of a root, when everything runs that waits.
  Outcome runLaters(bool AtEnd);
  /// True if \p V is something that can be called.
  bool isCallable(const Value &V);

  //===--- Unseen.cpp: calls of what has no body --------------------------===//

  Outcome callUnknown(const ir::Function *Callee, const Value &Object,
                      llvm::ArrayRef<Value> Args, NodeId Into, Value &Result);
  /// A call that a bound keeps from being run: everything that it reaches is
  /// unknown, and each request that may leave in it is a Send that says so.
  /// \p Partly: what was found before the run was given up; null for nothing.
  Outcome callBound(const ir::Function *Callee, const Value &Object, llvm::ArrayRef<Value> Args,
                    const Summary *Partly, NodeId Into, Value &Result);
  /// Records the requests and URLs reachable from \p V as pending Sends.
  void pend(const Value &V, llvm::StringRef Callee, const OriginRef &Why);
  /// \p Request, or the URL alone, goes into \p Callee.
  void pendingSend(NodeId Request, const Text *Url, llvm::StringRef Callee, const OriginRef &Why);

  //===--- Effects.cpp, Sending.cpp --------------------------------------===//

  /// Applies the model entries or the type's built-in functions. False when
  /// nothing models the call.
  bool callModel(const ir::Function *Callee, const Value &Object,
                 llvm::ArrayRef<Value> Args, NodeId Into, Value &Result, Outcome &O);
  /// \p Put: the send was put off, and this is where.
  void send(NodeId Request, const models::CallModel &M, llvm::StringRef Callee, Loc Where,
            const Later *Put = nullptr);
  /// Where a request goes, as far as its slots say now: \p S gets the URL.
  void destination(NodeId Request, Send &S);
  /// Remembers that a choice was about something that unseen code decides.
  void noteOutside(const OriginRef &Why, llvm::StringRef What);
  /// A slot of a request, or of the session that it is bound to; 0 for none.
  NodeId slot(NodeId Http, llvm::StringRef Name);
  /// The request, the session that it is bound to, and so on.
  llvm::SmallVector<NodeId, 4> owners(NodeId Http);
  /// Why a slot of one of them may hold more than is known; null if none does.
  OriginRef openIn(NodeId Http);

private:
  std::optional<Text> readSlot(NodeId Request, llvm::StringRef Name);
  NodeId agents(NodeId Request, const models::Library &Lib, Send &S);
  SendRecord describe(NodeId Request, const models::Library &Lib);
  void keep(SendRecord R, llvm::StringRef Callee, Loc Where);
  Outcome callBack(const Value &Callable, const ir::Function *Callee, llvm::ArrayRef<Value> Following);
  bool refersToFrames(const Value &Callable);
  std::string reach(const Later &L);
  const ir::Function *targetOf(const Value &Callable);
  OriginRef responseIn(const Value &V);
  void unknownResult(const ir::Function *Callee, NodeId Into, const OriginRef &Why, Value &Result);
  const ir::Function *dispatch(const ir::Function *Callee, const Value &Object);
  void splice(const Extract &In, const Exit &X, const ir::Function *Callee, Value &Result);
  void adopt(const Extract &In, const SendRecord &R, const ir::Function *Callee);
};

} // namespace mde::paths

#endif // MDE_PATHS_MACHINE_H
