//===- Capture/Lowering.h - One function's body to Ir -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowers straight from the AST, as a small code generator does. clang::CFG is
// not used: it has no exception edges through destructors and matches no
// handler types. One mechanism, a chain of Scopes, gives all of normal
// destruction, unwinding, break, continue, return and goto:
//
//   { Session S; for (...) { Guard G; if (x) break; use(); } }
//
//   scopes at `break`:  G -> S      leaves G: destroy G, jump behind the loop
//   `use` throws:       lands in    destroy G; destroy S; resume
//
// Three ways to lower an expression: `value` gives what an instruction reads (a
// scalar, or a reference to the temporary that holds an object), `place` gives
// the reference that a glvalue stands for, `into` initialises a place, which is
// how copies are elided. One file per family of constructs implements them.
//
// Destroying a place that was not constructed on this path does nothing, by
// contract with the engine. So a temporary of one arm of `?:` is destroyed at
// the end of the full expression, whichever arm ran.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CAPTURE_LOWERING_H
#define MDE_CAPTURE_LOWERING_H

#include "Capture/Builder.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace mde::capturing {

using ir::BlockId;
using ir::NoBlock;
using ir::Op;
using ir::Operand;

/// Something to do when control leaves, one way or another.
struct Scope {
  enum Kind : uint8_t {
    Destroy,  ///< destroy the object in Var, or in Place
    Try,      ///< handlers: exceptions go to Landing
    Terminate ///< noexcept: an exception ends the program
  };
  Kind K = Destroy;
  Scope *Parent = nullptr;
  unsigned Depth = 0;
  clang::QualType Ty;  ///< Destroy
  llvm::StringRef Var; ///< Destroy
  Operand Place;       ///< Destroy, when Var is empty
  const clang::VarDecl *Decl =
      nullptr; ///< Destroy: the variable, if it has one
  /// Destroy: what is called with the variable's address (`cleanup`), in place of
  /// its destructor.
  const clang::FunctionDecl *Cleanup = nullptr;
  /// Destroy: what a constructor has built, a member or (null) a base. It is
  /// destroyed on unwinding only.
  bool OnlyUnwind = false;
  const clang::FieldDecl *Member = nullptr;
  clang::SourceLocation At, End; ///< where it is declared, where it ends
  BlockId Landing = NoBlock;     ///< where an exception goes, once asked for
};

class Lowering {
public:
  explicit Lowering(UnitBuilder &B) : B(B), Ctx(B.Ctx) {}

  void function(const clang::FunctionDecl *F, ir::Function &Out);
  void globalInit(const clang::VarDecl *V, ir::Function &Out);
  void globalFini(const clang::VarDecl *V, ir::Function &Out);
  void construction(const Construction &C, ir::Function &Out);

private:
  friend class FullExpression;
  friend class Conditional;

  UnitBuilder &B;
  clang::ASTContext &Ctx;

  //===--- Blocks and instructions (Emit.cpp) -----------------------------===//
  std::vector<ir::Block> Blocks;
  BlockId Cur = NoBlock;
  uint32_t Temps = 0;
  struct Emitted {
    clang::SourceLocation Where;
    Loc At;
    llvm::StringRef Macro;
  };
  Emitted LastLoc; ///< locations repeat
  /// What is lowered is a library's: nobody is pointed there.
  bool InLibrary = false;

  std::vector<BlockId> Order; ///< in which blocks got their first instruction
  BlockId newBlock();
  BlockId jumpTarget(BlockId Block) const;
  void enter(BlockId Block) { Cur = Block; }
  void add(ir::Instr I, clang::SourceLocation At);
  /// Adds an instruction with a result and returns it.
  Operand result(ir::Instr I, clang::SourceLocation At);
  /// True once the current block has its terminator.
  bool ended() const;
  void jump(BlockId Target, clang::SourceLocation At);
  void branch(Operand Cond, BlockId Then, BlockId Else,
              clang::SourceLocation At);
  void ret(Operand Value, clang::SourceLocation At);
  void unreachable(clang::SourceLocation At);
  Operand simple(Op Opcode, std::initializer_list<Operand> Args,
                 clang::SourceLocation At, llvm::StringRef Name = {},
                 const ir::Type *Ty = nullptr);
  Operand load(Operand Place, clang::SourceLocation At) {
    return simple(Op::Load, {Place}, At);
  }
  void store(Operand Place, Operand Value, clang::SourceLocation At);
  void copy(Operand Place, Operand From, clang::SourceLocation At);
  Operand field(Operand Object, llvm::StringRef Name,
                clang::SourceLocation At) {
    return simple(Op::Field, {Object}, At, Name);
  }
  Operand element(Operand Base, Operand Index, clang::SourceLocation At) {
    return simple(Op::Element, {Base, Index}, At);
  }
  Operand variable(llvm::StringRef Name, clang::SourceLocation At) {
    return simple(Op::Var, {}, At, Name);
  }
  Operand globalPlace(const clang::VarDecl *V, clang::SourceLocation At) {
    return simple(Op::Global, {}, At, B.global(V));
  }
  void declare(llvm::StringRef Name, const ir::Type *Ty,
               clang::SourceLocation At);
  void alias(llvm::StringRef Name, Operand Place, clang::QualType Ty,
             clang::SourceLocation At);
  /// A variable that the source has not: `$cond1`.
  llvm::StringRef synthetic(llvm::StringRef Stem);
  /// A fresh temporary place; inside an arm of a conditional it is made before
  /// the conditional, so that it is defined wherever it is destroyed.
  Operand temp(clang::QualType Ty, clang::SourceLocation At);
  void finish(ir::Function &Out);
  void mergeBlocks();
  void declareSkipped(const std::vector<bool> &Reached,
                      const ir::Function &Out);

  //===--- Scopes and exceptions (Scopes.cpp, LowerException.cpp)
  //----------===//
  std::deque<Scope> Scopes;
  Scope *Top = nullptr;
  clang::SourceLocation ScopeEnd;

  Scope *push(Scope S);
  void pushDestroyVar(const clang::VarDecl *V, llvm::StringRef Name,
                      clang::QualType Ty, clang::SourceLocation At);
  void pushDestroyPlace(Operand Place, clang::QualType Ty,
                        clang::SourceLocation At);
  /// Leaves scopes for good: emits what they do, from the innermost.
  void popTo(Scope *Outer, clang::SourceLocation At);
  /// Emits what leaving them does, and stays in them: for jumps. \p Kept is not
  /// destroyed: the caller returns it.
  void leaveTo(Scope *Outer, clang::SourceLocation At,
               const clang::VarDecl *Kept = nullptr);
  void runCleanup(Scope *S, clang::SourceLocation At, bool Unwinding = false);
  /// Where an exception thrown inside \p S goes; NoBlock: out of the function.
  BlockId landing(Scope *S);
  BlockId unwind() { return landing(Top); }
  bool needsDestroy(clang::QualType T) const;
  void destroy(Operand Place, clang::QualType T, clang::SourceLocation At);
  void tryStmt(const clang::CXXTryStmt *S);
  void tryBlocks(const clang::CXXTryStmt *S, llvm::function_ref<void()> Body,
                 bool Rethrow);
  void handler(const clang::CXXCatchStmt *H);
  void throwExpr(const clang::CXXThrowExpr *E);

  //===--- Statements (LowerStmt.cpp, LowerLoop.cpp)
  //-----------------------===//
  struct Target {
    BlockId Break = NoBlock, Continue = NoBlock;
    Scope *BreakScope = nullptr, *ContinueScope = nullptr;
  };
  llvm::SmallVector<Target, 8> Targets;
  llvm::DenseMap<const clang::SwitchCase *, BlockId> CaseBlocks;
  struct Label {
    BlockId Block = NoBlock;
    Scope *At = nullptr;
    bool Placed = false;
  };
  llvm::DenseMap<const clang::LabelDecl *, Label> Labels;
  struct Goto {
    BlockId From;
    Scope *At;
    const clang::LabelDecl *To;
    clang::SourceLocation Where;
  };
  std::vector<Goto> Gotos;

  void stmt(const clang::Stmt *S);
  void stmtHere(const clang::Stmt *S);
  void compound(const clang::CompoundStmt *S);
  void ifStmt(const clang::IfStmt *S);
  void switchStmt(const clang::SwitchStmt *S);
  void collectCases(const clang::SwitchStmt *S, ir::Instr &Out);
  void whileStmt(const clang::WhileStmt *S);
  void doStmt(const clang::DoStmt *S);
  void forStmt(const clang::ForStmt *S);
  void rangeFor(const clang::CXXForRangeStmt *S);
  void returnStmt(const clang::ReturnStmt *S);
  void returnValue(const clang::Expr *E);
  /// Where `return` goes in a destructor, which has members to destroy yet.
  BlockId ReturnTo = NoBlock;
  Scope *ReturnScope = nullptr;
  void labelStmt(const clang::LabelStmt *S);
  void indirectGoto(const clang::IndirectGotoStmt *S);
  void asmStmt(const clang::AsmStmt *S);
  Label &label(const clang::LabelDecl *L);
  void resolveGotos();
  void loopBody(const clang::Stmt *Body, BlockId Break, BlockId Continue);
  /// Lowers an expression statement with its temporaries.
  void fullExpr(const clang::Expr *E);
  /// Branches on a condition; its temporaries end on both edges.
  void condition(const clang::Expr *E, BlockId Then, BlockId Else);

  //===--- Declarations (LowerDecl.cpp)
  //------------------------------------===//
  llvm::DenseMap<const clang::VarDecl *, llvm::StringRef> VarNames;
  llvm::StringMap<unsigned> NamesTaken;
  llvm::StringMap<const ir::Type *> VarTypes; ///< of what nameFor has named
  /// Constant variables that never became places (curl's type checks).
  llvm::DenseMap<const clang::VarDecl *, Operand> Substitutes;
  llvm::DenseSet<const clang::VarDecl *> Aliased;

  void declStmt(const clang::DeclStmt *S);
  void varDecl(const clang::VarDecl *V);
  void referenceDecl(const clang::VarDecl *V, llvm::StringRef Name);
  void staticLocal(const clang::VarDecl *V);
  void bindings(const clang::DecompositionDecl *D);
  llvm::StringRef nameFor(const clang::VarDecl *V);
  llvm::StringRef uniqueName(llvm::StringRef Name);
  /// Initialises a variable's place; the variable lives on in \p Place.
  void initVariable(const clang::VarDecl *V, Operand Place);
  Operand varPlace(const clang::VarDecl *V, clang::SourceLocation At);
  bool isOuterConstant(const clang::VarDecl *V) const;

  //===--- Expressions (LowerExpr.cpp, LowerOperator.cpp, LowerConst.cpp)
  //--===//
  llvm::DenseMap<const clang::Expr *, Operand> Opaque;
  Operand ThisOverride; ///< In default member initialisers of aggregates.
  Operand ArrayIndex;   ///< In ArrayInitLoopExpr.
  unsigned ConditionalDepth = 0;
  BlockId HoistBlock = NoBlock;
  size_t HoistAt = 0;
  std::vector<std::pair<Operand, const clang::MaterializeTemporaryExpr *>>
      Extended;
  unsigned Depth = 0;

  Operand value(const clang::Expr *E);
  Operand valueHere(const clang::Expr *E);
  Operand place(const clang::Expr *E);
  Operand placeHere(const clang::Expr *E);
  /// A call's argument: the place for a glvalue, else the value.
  Operand argument(const clang::Expr *E) {
    return E->isGLValue() ? place(E) : value(E);
  }
  void discard(const clang::Expr *E);
  void branchOn(const clang::Expr *E, BlockId Then, BlockId Else);
  bool lives(clang::QualType T) const; ///< in places only: classes and arrays
  std::optional<Operand> constant(const clang::Expr *E);
  llvm::StringRef constantName(const clang::Expr *E);
  Operand text(const clang::StringLiteral *S);
  Operand number(const clang::FloatingLiteral *E);
  Operand zero(clang::QualType T);
  /// Stores what the compiler has worked out.
  void constantInto(const clang::APValue &V, clang::QualType T, Operand Dest,
                    clang::SourceLocation At);
  bool constantText(const clang::APValue &V, clang::QualType T, Operand Dest,
                    clang::SourceLocation At);
  Operand castValue(const clang::CastExpr *E);
  Operand integralCast(const clang::CastExpr *E);
  Operand dynamicCast(const clang::CastExpr *E);
  Operand unaryValue(const clang::UnaryOperator *E);
  Operand incDec(const clang::UnaryOperator *E, bool WantPlace);
  Operand addressOf(const clang::Expr *Sub);
  Operand binaryValue(const clang::BinaryOperator *E);
  Operand arithmetic(llvm::StringRef Name, clang::BinaryOperatorKind Opc,
                     clang::QualType LT, clang::QualType RT, Operand L,
                     Operand R, clang::SourceLocation At);
  Operand assign(const clang::BinaryOperator *E, bool WantPlace);
  Operand compoundAssign(const clang::CompoundAssignOperator *E,
                         bool WantPlace);
  Operand choice(const clang::Expr *E);
  Operand logical(const clang::BinaryOperator *E);
  Operand conditional(const clang::AbstractConditionalOperator *E,
                      bool WantPlace);
  Operand memberPlace(const clang::MemberExpr *E);
  Operand memberPointer(const clang::BinaryOperator *E);
  Operand declRef(const clang::DeclRefExpr *E);
  Operand functionRef(const clang::FunctionDecl *F);
  Operand thisObject(clang::SourceLocation At);
  Operand stmtExpr(const clang::StmtExpr *E, const Operand *Into);
  bool typeCheckedCall(const clang::StmtExpr *E, Operand &Out);
  Operand materialize(const clang::MaterializeTemporaryExpr *E);
  /// Builds a prvalue of class or array type in a temporary.
  Operand temporary(const clang::Expr *E);
  Operand unknown(const clang::Expr *E, llvm::StringRef Why);
  Operand unknownIn(const clang::Stmt *E, llvm::StringRef Why,
                    const Operand *Into);
  bool
  rewrite(const clang::Expr *&E); ///< one step to the expression that E means

  //===--- Initialisation (LowerInit.cpp)
  //----------------------------------===//
  void into(const clang::Expr *E, Operand Dest);
  void intoHere(const clang::Expr *E, Operand Dest);
  void initList(const clang::InitListExpr *E, Operand Dest);
  void initArray(const clang::InitListExpr *E, Operand Dest);
  void initRecord(const clang::RecordDecl *R,
                  llvm::ArrayRef<const clang::Expr *> Inits,
                  const clang::FieldDecl *UnionField, Operand Dest,
                  clang::SourceLocation At);
  bool initText(const clang::InitListExpr *E, Operand Dest);
  void initField(const clang::FieldDecl *F, const clang::Expr *Init,
                 Operand Object);
  void zeroInit(Operand Dest, clang::QualType T, clang::SourceLocation At,
                unsigned &Budget);
  void zeroInit(Operand Dest, clang::QualType T, clang::SourceLocation At) {
    unsigned Budget = 64;
    zeroInit(Dest, T, At, Budget);
  }
  /// Runs \p Body for each index: unrolled when few, else a loop.
  void forEachIndex(Operand Count, clang::SourceLocation At,
                    llvm::function_ref<void(Operand)> Body);
  void arrayInitLoop(const clang::ArrayInitLoopExpr *E, Operand Dest);
  Operand initializerList(const clang::CXXStdInitializerListExpr *E);
  void construct(const clang::CXXConstructExpr *E, Operand Dest);
  void constructOne(const clang::CXXConstructExpr *E, Operand Dest);
  Operand newExpr(const clang::CXXNewExpr *E);
  void deleteExpr(const clang::CXXDeleteExpr *E);

  //===--- Calls (LowerCall.cpp, LowerBuiltin.cpp)
  //-------------------------===//
  using Operands = llvm::SmallVector<Operand, 6>;
  Operand call(const clang::CallExpr *E, const Operand *Into);
  Operand builtin(const clang::CallExpr *E, unsigned Id, bool &Done,
                  const Operand *Into);
  Operand operatorCall(const clang::CXXOperatorCallExpr *E,
                       const clang::FunctionDecl *F, const Operand *Into);
  Operand memberCall(const clang::CXXMemberCallExpr *E, const Operand *Into);
  Operand indirectCall(const clang::CallExpr *E, const Operand *Into);
  void arguments(llvm::iterator_range<clang::CallExpr::const_arg_iterator> Args,
                 Operands &Out);
  /// The call instruction with result place, unwind edge and noreturn.
  Operand emitCall(const clang::FunctionDecl *F, llvm::ArrayRef<Operand> Args,
                   clang::QualType ResultTy, const Operand *Into, bool Virtual,
                   clang::SourceLocation At);
  Operand emitIndirect(llvm::ArrayRef<Operand> Args, clang::QualType ResultTy,
                       bool MayThrow, bool NoReturn, const Operand *Into,
                       clang::SourceLocation At);
  Operand finishCall(ir::Instr I, clang::QualType ResultTy, const Operand *Into,
                     clang::SourceLocation At);
  bool mayThrow(const clang::FunctionDecl *F) const;
  bool onlyCasts(const clang::FunctionDecl *F);

  //===--- Objects and lambdas (LowerObject.cpp, LowerLambda.cpp)
  //----------===//
  const clang::FunctionDecl *Fn = nullptr;
  llvm::StringRef Key; ///< of the function that is being written
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> Captures;
  clang::FieldDecl *CapturedThis = nullptr;

  void body(const clang::FunctionDecl *F);
  void constructorPrologue(const clang::CXXConstructorDecl *C);
  void memberInit(const clang::CXXCtorInitializer *I);
  void destroyOnUnwind(const clang::CXXCtorInitializer *I);
  void inheritedInit(const clang::CXXInheritedCtorInitExpr *E,
                     clang::SourceLocation At);
  void destructorEpilogue(const clang::CXXDestructorDecl *D);
  void defaultedBody(const clang::CXXMethodDecl *M);
  void lambdaInto(const clang::LambdaExpr *E, Operand Dest);

  //===--- Coroutines (LowerCoroutine.cpp)
  //---------------------------------===//
  const clang::CoroutineBodyStmt *Coroutine = nullptr;
  BlockId CoroutineEnd = NoBlock;
  Scope *CoroutineScope = nullptr;
  void coroutineBody(const clang::CoroutineBodyStmt *S);
  Operand suspend(const clang::CoroutineSuspendExpr *E, const Operand *Into);
  void coreturn(const clang::CoreturnStmt *S);
};

/// Destroys the temporaries of an expression at its end.
class FullExpression {
public:
  FullExpression(Lowering &L, clang::SourceLocation End);
  ~FullExpression();

private:
  Lowering &L;
  Scope *Outer;
  clang::SourceLocation End;
  size_t Extended;
  unsigned SavedDepth;
  BlockId SavedBlock;
  size_t SavedAt;
};

/// Around the arms of `?:`, `&&` and `||`, which may not run.
class Conditional {
public:
  explicit Conditional(Lowering &L) : L(L) {
    if (L.ConditionalDepth++ == 0) {
      if (L.ended())
        L.enter(L.newBlock());
      L.HoistBlock = L.Cur;
      L.HoistAt = L.Blocks[L.Cur].Instrs.size();
    }
  }
  ~Conditional() { --L.ConditionalDepth; }

private:
  Lowering &L;
};

} // namespace mde::capturing

#endif // MDE_CAPTURE_LOWERING_H
