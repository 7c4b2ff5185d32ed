//===- Ir/Ir.h - The request program ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A small IR of what code does with text, objects and calls. Capture writes it
// from clang's AST, Paths interprets it, tests write it by hand. docs/ir.md
// describes the textual form; Ir/Parser.h and Ir/Printer.h are inverse.
//
// The ideas:
// - Everything that can be assigned is a *place*: a variable, a field, an
//   element, a temporary, what `new` made. A temporary %n that names a place is
//   a reference; `load` and `store` go through it. Pointers and C++ references
//   are the same thing: a value that refers to a place.
// - Values of class type live in places only. An expression of class type
//   yields a reference to the place that holds the object.
// - What the language does implicitly is written out: constructors of bases and
//   members, destructors at scope exit and on unwinding, default arguments.
// - A call is a call: no HTTP function has an instruction of its own.
// - What could not be lowered is `unknown "why"`.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_IR_IR_H
#define MDE_IR_IR_H

#include "Text/Loc.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/StringSaver.h"
#include <cstdint>
#include <memory>
#include <vector>

namespace mde::ir {

/// The version in the first line of every textual unit: `mdeir 1`.
constexpr unsigned FormatVersion = 1;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// A type, as far as the engine needs it. Interned per unit: compare pointers
/// within a unit, structure across units.
struct Type {
  enum Kind : uint8_t {
    Void,
    Bool,
    Char, ///< char, wchar_t, char8_t, char16_t, char32_t: a code unit.
    Int,  ///< every other integer
    Float,
    Enum,      ///< Name: the enumeration's qualified name
    Pointer,   ///< Inner: what it points to (also member data pointers)
    Reference, ///< Inner: lvalue and rvalue references alike; see RValue
    Array,     ///< Inner, Count (0: unknown)
    Record,    ///< Name: printed as in C++, with template arguments
    Function   ///< a function (behind a pointer) or a member function pointer
  };
  Kind K = Void;
  bool Const = false;
  bool RValue = false; ///< Reference only: T&&
  const Type *Inner = nullptr;
  uint64_t Count = 0;
  llvm::StringRef Name;

  bool isClass() const { return K == Record; }
};

//===----------------------------------------------------------------------===//
// Operands and instructions
//===----------------------------------------------------------------------===//

/// What an instruction reads: the result of another one, or a constant.
struct Operand {
  enum Kind : uint8_t {
    None,
    Temp,     ///< %N
    Text,     ///< "..." in Str, any bytes; wide literals as UTF-8
    Int,      ///< Value; Str is the enumerator's or macro's name, or empty
    Float,    ///< Str: as written
    Null,     ///< null
    Function, ///< function "key": the address of a function (Str: its key)
    Member,   ///< member "name": pointer to the data member Str
    Unknown   ///< unknown "why" in Str
  };
  Kind K = None;
  uint32_t Temp_ = 0;
  int64_t Value = 0;
  llvm::StringRef Str;
  Loc At; ///< Text only: where the literal is written.

  static Operand temp(uint32_t N) {
    Operand O;
    O.K = Temp;
    O.Temp_ = N;
    return O;
  }
  static Operand text(llvm::StringRef S, Loc At) {
    Operand O;
    O.K = Text;
    O.Str = S;
    O.At = At;
    return O;
  }
  static Operand integer(int64_t V, llvm::StringRef Name = "") {
    Operand O;
    O.K = Int;
    O.Value = V;
    O.Str = Name;
    return O;
  }
  static Operand null() {
    Operand O;
    O.K = Null;
    return O;
  }
  static Operand function(llvm::StringRef Key) {
    Operand O;
    O.K = Function;
    O.Str = Key;
    return O;
  }
  static Operand member(llvm::StringRef Name) {
    Operand O;
    O.K = Member;
    O.Str = Name;
    return O;
  }
  static Operand unknown(llvm::StringRef Why) {
    Operand O;
    O.K = Unknown;
    O.Str = Why;
    return O;
  }
  static Operand floating(llvm::StringRef S) {
    Operand O;
    O.K = Float;
    O.Str = S;
    return O;
  }
};

/// The instructions. `R` marks those with a result (%Result).
enum class Op : uint8_t {
  // Places.
  Var,     ///< R  `%1 = var "x"`: refers to local variable or parameter Name.
           ///     A parameter of class type taken by value is the place of the
           ///     object that the caller made for it.
  Global,  ///< R  `%1 = global "key"`
  This,    ///< R  `%1 = this`: the object of a member function
  Return,  ///< R  `%1 = return-place`: where a class-type result is built
  Temp,    ///< R  `%1 = temp TYPE`: a fresh place, a materialised temporary
  New,     ///< R  `%1 = new TYPE [COUNT]`: a heap place; Args[0]: array count.
           ///     Construction is a separate call.
  Field,   ///< R  `%2 = field %1 "name"`: Args[0] refers to the object. Base
           ///     class subobjects are the object itself.
  Element, ///< R  `%3 = element %1, %2`: Args[0] an array or pointer place;
           ///     Args[1] the index. Also pointer + integer and `*p` of a char
           ///     buffer at an index.
  // Values.
  Load,    ///< R  `%2 = load %1`: the scalar (or pointer, text) in the place
  Store,   ///<    `store %1, VALUE`
  Copy,    ///<    `copy %1, %2`: trivial copy of an aggregate %2 into place %1
  Declare, ///<  `declare-var "x" TYPE`: variable Name starts its life here,
           ///     uninitialised; a loop's next turn gets a fresh one.
  Alias,   ///<  `alias "x", %1`: variable Name *is* the place %1 from here
           ///     (range-for elements, structured bindings, elided copies)
  Unary,   ///< R  `%2 = unary "-" %1`; Name: one of - ~ ! and "bool" (test
           ///     against zero or null)
  Binary,  ///< R  `%3 = binary "==" %1, %2`; Name: + - * / % << >> & | ^ == !=
           ///     < <= > >= ; + and - also on pointers
  Cast,    ///< R  `%2 = cast TYPE %1`: an explicit or implicit change of scalar
           ///     type that can lose or change the value
  DynamicCast, ///< R `%2 = dynamic-cast TYPE %1`
  List, ///< R  `%3 = list TYPE (%1, %2, ...)`: a std::initializer_list<TYPE>
        ///     over its elements; class elements are references to places
  // Calls.
  Call, ///< R? `%4 = call "key" (args) [into %p] [virtual]`
        ///     Name: the callee's key. A member function's first argument is
        ///     the object. A constructor's is the place it builds in. An
        ///     argument for a reference parameter is a reference; one for a
        ///     class-type value parameter refers to a temporary. A class-type
        ///     result is built in `into` (IntoPlace), or in a fresh
  ///     place, and %4 refers to it. Virtual: dispatched on the dynamic type of
  ///     Args[0].
  CallIndirect, ///< R? `%4 = call-indirect %f (args) [into %p]`: Args[0] is a
  ///     function pointer, or for `.*`/`->*` a member function pointer with the
  ///     object as Args[1]
  // Exceptions.
  Caught, ///< R  `%1 = caught`: refers to the exception being handled
  // The rest.
  Unknown, ///< R? `%1 = unknown "why" (args)`: not lowered; gives up what the
           ///     arguments refer to
  // Terminators: the last instruction of a block, and only there.
  Jump,     ///< `jump block 3`
  Branch,   ///< `branch %1 block 2 else block 3`
  Switch,   ///< `switch %1 (1 block 2, 5..9 block 4) else block 3`
  Ret,      ///< `ret` or `ret %1`
  Throw,    ///< `throw %1 TYPE`: %1 refers to the exception object;
            ///  continues at `unwind block N` or leaves the function
  Dispatch, ///< `dispatch (TYPE block 4, TYPE block 5) [all block 6] else block
            ///< 7`:
            ///  the first handler whose type (or base) matches the exception
            ///  in flight; Type null in Cases: `...`
  Resume,   ///< `resume`: the exception leaves the function
  Unreachable ///< `unreachable`: after a call that does not return
};

using BlockId = uint32_t;
constexpr BlockId NoBlock = ~0u;

/// A case of Switch (a range of values) or of Dispatch (a type).
struct Case {
  int64_t First = 0, Last = 0;
  const Type *Ty = nullptr;
  BlockId Target = NoBlock;
};

struct Instr {
  Op Opcode = Op::Unreachable;
  uint32_t Result = 0; ///< %Result; 0: none
  llvm::StringRef Name;
  const Type *Ty =
      nullptr; ///< Temp, New, Declare, Cast, DynamicCast, List, Throw
  llvm::SmallVector<Operand, 3> Args;
  uint32_t IntoPlace = 0;   ///< Call: temp naming the result's place; 0: none
  bool Virtual = false;     ///< Call
  BlockId Unwind = NoBlock; ///< Call, CallIndirect, Throw: where an exception
                            ///< goes; NoBlock: it leaves the function
  BlockId Then = NoBlock;  ///< Jump, Branch
  BlockId Else = NoBlock;  ///< Branch, Switch, Dispatch
  std::vector<Case> Cases; ///< Switch, Dispatch
  Loc At;                ///< Where to point people; for a macro, the expansion
  llvm::StringRef Macro; ///< The macro it came through, or empty

  bool isTerminator() const { return Opcode >= Op::Jump; }
};

struct Block {
  std::vector<Instr> Instrs; ///< Never empty in a valid function.
};

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

struct Param {
  llvm::StringRef Name; ///< Unique in the function; "" when unnamed and unused
  const Type *Ty = nullptr;
};

/// A template argument of a function or its class: a type or an integer.
struct TemplateArg {
  const Type *Ty = nullptr;
  int64_t Value = 0;
};

enum class Linkage : uint8_t {
  External, ///< one definition in the program
  Inline,   ///< the same definition in any unit that has it
  Internal  ///< this unit's own
};

/// A function, with a body or without. Its key is what calls name; it is
/// unique in the unit: the signature as C++ prints it, such as
/// `contoso::Client::get(const std::basic_string<char> &) const`.
struct Function {
  llvm::StringRef Key;
  llvm::StringRef
      Name; ///< Qualified, without template arguments or
            ///< parameters: `std::basic_string::append`. Models match it.
  llvm::StringRef Usr; ///< clang's USR: the identity across units; may be empty
  Linkage Link = Linkage::External;
  std::vector<Param> Params; ///< Without `this`.
  const Type *Result = nullptr;
  llvm::StringRef Record; ///< Member function: the class's type name; else ""
  std::vector<TemplateArg> TemplateArgs; ///< Of the function itself
  /// Annotations `mde: ...` on the function, without the prefix.
  std::vector<llvm::StringRef> Annotations;
  /// Of a library's template, `std::make_shared<Client, const char *>`: the keys
  /// of internal functions of Client that do with `this` and their parameters
  /// what its body does where it makes a Client of its arguments.
  std::vector<llvm::StringRef> Constructs;
  enum Kind : uint8_t { Plain, Constructor, Destructor, Conversion } K = Plain;
  bool Static = false; ///< Static member function: no `this`
  bool ConstThis = false;
  bool Variadic = false;
  bool NoExcept = false;
  bool NoReturn = false;
  bool Virtual = false;
  bool Public = true;    ///< Callable from outside its class
  bool Implicit = false; ///< Written by the compiler, not by a person
  bool UserCode = false; ///< Declared in user code (see UserCode in the design)
  bool Defined = false;  ///< Has blocks
  bool AddressTaken = false; ///< Its address is stored or passed somewhere
  Loc At;
  std::vector<Block> Blocks; ///< Block 0 is the entry.
  uint32_t NumTemps = 0;     ///< Temps are %1 .. %NumTemps.

  bool hasThis() const { return !Record.empty() && !Static; }
};

struct Field {
  llvm::StringRef Name;
  const Type *Ty = nullptr;
};

struct Override {
  llvm::StringRef Method; ///< key of the overrider (or the method itself)
  std::vector<llvm::StringRef>
      Of; ///< keys of all methods it overrides, transitively
};

/// A class, struct or union; a lambda's closure type is one, too: its captures
/// are fields ("this" for a captured this), Call is its operator().
struct Record {
  llvm::StringRef Name; ///< As in Type::Name.
  std::vector<llvm::StringRef> Bases;
  std::vector<Field> Fields;
  std::vector<Override> Virtuals;     ///< The virtual methods declared in it.
  std::vector<llvm::StringRef> Calls; ///< Keys of its operator()s.
  /// Keys of its conversion functions; a library's template may call them.
  std::vector<llvm::StringRef> Conversions;
  bool Union = false;
  bool Lambda = false;
  bool Abstract = false;
  bool UserCode = false;
  /// Of an unnamed namespace or otherwise known to this unit only: another
  /// unit's class of the same name is another class.
  bool Internal = false;
  Loc At;
};

/// A variable with static storage: namespace scope, static member, or static
/// local (whose initialiser runs when first reached; Capture writes that out
/// with a guard, a global of its own).
struct GlobalVar {
  llvm::StringRef Key;
  llvm::StringRef Usr;
  const Type *Ty = nullptr;
  Linkage Link = Linkage::External;
  bool Const = false;   ///< Never changes after its initialisation
  bool Defined = false; ///< False: an `extern` declaration only
  bool StaticLocal = false;
  bool UserCode = false;
  llvm::StringRef Init; ///< Key of the function that initialises it, or ""
  llvm::StringRef Fini; ///< Key of the function that destroys it, or ""
  Loc At;
};

/// A string literal in the unit that might name a host (it contains a dot), so
/// that the inventory can account for each; also from inactive `#if` branches.
struct HostLiteral {
  llvm::StringRef Value;
  Loc At;
  bool Inactive = false;
  llvm::StringRef Function; ///< key of the function it stands in, or ""
};

/// What one translation unit contributes. Owns all strings and types.
class Unit {
public:
  Unit();
  Unit(const Unit &) = delete;
  Unit &operator=(const Unit &) = delete;

  std::string MainFile;
  /// The files of this unit's Locs. File 1 is MainFile.
  FileTable Files;
  std::vector<Record> Records;
  std::vector<GlobalVar> Globals;
  std::vector<Function> Functions; ///< Declared and defined; keys are unique.
  std::vector<HostLiteral> Literals;
  bool HadErrors = false; ///< The source did not compile cleanly.

  llvm::StringRef save(llvm::StringRef S) {
    return S.empty() ? llvm::StringRef() : Strings.save(S);
  }

  /// Interned types. Inner is a type of this unit; fields that the kind does
  /// not use are dropped.
  const Type *type(Type T);
  const Type *simple(Type::Kind K, bool Const = false);
  const Type *pointer(const Type *Inner, bool Const = false);
  const Type *reference(const Type *Inner, bool RValue = false);
  const Type *array(const Type *Inner, uint64_t Count);
  const Type *record(llvm::StringRef Name, bool Const = false);
  const Type *enumeration(llvm::StringRef Name, bool Const = false);

private:
  llvm::BumpPtrAllocator Alloc;
  llvm::UniqueStringSaver Strings;
  std::vector<std::unique_ptr<Type>> Types;
  llvm::StringMap<const Type *> TypeIndex; ///< by the bytes of its fields
  friend class Program;                    ///< Renames internal classes.
};

/// The type's name as tests and the textual form write it:
/// `ref const record "std::basic_string<char>"`.
std::string print(const Type &T);

} // namespace mde::ir

#endif // MDE_IR_IR_H
