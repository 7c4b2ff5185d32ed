//===- Models/Models.h - What libraries do, as data -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model says what the types and functions of one library mean for requests:
// which calls make, configure, copy, send and destroy them, and what text and
// collection functions yield. Models are YAML (docs/models.md); this header is
// their checked form. The engine knows no library by name.
//
// A Models object is immutable once loaded and may be shared by threads.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_MODELS_H
#define MDE_MODELS_MODELS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mde::models {

/// `std::string::append` -> `append`.
inline llvm::StringRef unqualified(llvm::StringRef Name) {
  size_t Colons = Name.rfind("::");
  return Colons == llvm::StringRef::npos ? Name : Name.drop_front(Colons + 2);
}

enum class Fn : uint8_t {
#define MDE_FUNCTION(Id, Name, Min, Max, Doc) Id,
#include "Models/Functions.def"
};

/// The name that models write for \p F, and back.
llvm::StringRef name(Fn F);
std::optional<Fn> functionNamed(llvm::StringRef Name);

/// An expression of a model: `arg0`, `this.$headers`, `concat(this, arg0)`.
///
///   primary: argN | args(N) | this | result | targN | class-targN | user |
///            integer | CONSTANT | 'text' | null | true | false |
///            function(expr, ...)
///   postfix: primary.field | primary.$slot | primary.number
///
/// As a place, an expression that yields a reference stands for what it refers
/// to: `set: arg0` stores through a reference or pointer argument. As a value,
/// it is passed on as it is; `value(E)` loads what the place holds. `deref(E)`:
/// when the place that E stands for holds a reference (an iterator, a smart
/// pointer, a pointer variable), what that refers to, else the place itself. A
/// slot or field that was never set reads as null.
struct Expr {
  enum Kind : uint8_t {
    Arg,    ///< Index: the call's argument, without `this`; null when there are
            ///< fewer
    Args,   ///< Index: all arguments from there on (function arguments only)
    This,   ///< the object of a member function (a reference)
    Result, ///< the place where a result of class type is built; for another
            ///< type, what a step gave it: `deref(result)` is what a `new` made,
            ///< whatever the type
    TArg,   ///< Index: template argument of the function (integer or type);
            ///< with Name "class": of the class of `this`
    User,   ///< the user-data argument registered for a callback
    Int,    ///< Index; Name when written as one of the library's constants
    Text,   ///< Name
    Null,
    Bool,  ///< Index: 0 or 1
    Field, ///< Operands[0] `.` Name
    Slot,  ///< Operands[0] `.` Name, where Name begins with '$'
    Call   ///< F(Operands...)
  };
  Kind K = Null;
  Fn F = Fn::Concat;
  int64_t Index = 0;
  std::string Name;
  std::vector<Expr> Operands;
};

/// One line of `when`. All lines of an entry must hold.
struct Condition {
  enum Kind : uint8_t {
    ArgCount,  ///< number of arguments is one of Ints
    ParamType, ///< static type of parameter Index is one of Types (below)
    Value      ///< Subject evaluates to one of the alternatives
  };
  Kind K = Value;
  Expr Subject;
  unsigned Index = 0;
  bool Negated = false; ///< `not: ...`
  /// Value: integers, and the values of Names that are in `constants:`. A truth
  /// value is 0 or 1, and then any integer other than 0 is 1.
  std::vector<int64_t> Ints;
  /// Value: constants by name (CURLOPT_URL) where the value is an integer,
  /// qualified functions (std::endl) where it is a callable, the text itself
  /// where it is a text.
  std::vector<std::string> Names;
  bool Truth = false; ///< Value: Ints are truth values
  bool Null = false;  ///< Value: null (or unset) is one of the alternatives
  /// ParamType: the parameter's declared type, references removed, is one of
  ///   text        a class that is a text, or a pointer to or array of
  ///   characters char int bool float   that scalar; int is also an enumeration
  ///   pointer     a pointer or array (of characters, too), nullptr_t
  ///   collection iterator callable   a class that `types` say is one; callable
  ///   is
  ///               also a function pointer and a class with an operator()
  ///   record      any class
  /// or a class's name, without template arguments. A parameter that does not
  /// exist is none of them.
  std::vector<std::string> Types;
  unsigned Line = 0; ///< in the model file

  /// Whether an integer is one of the alternatives; \p Name is that of the
  /// constant that it was written as, or empty. Without Negated.
  bool isInt(int64_t Value, llvm::StringRef Name) const;
};

/// One step of `do`. Fields not named for a verb are unused.
struct Effect {
  enum Verb : uint8_t {
    New,      ///< Kind Object; as Place (default: result)
    Copy,     ///< a deep copy of Value becomes Place
    Set,      ///< Place := Value
    Clear,    ///< Place becomes unset (a slot) or empty (a collection)
    Append,   ///< to collection Place: Value, or the pair (Key, Value) with
              ///< HasKey
    Remove,   ///< from collection Place: all elements with Key, or the one that
              ///< iterator Key is at; without HasKey: the last one
    Insert,   ///< into collection Place before iterator Key: Value
    Bind,     ///< request Place inherits from session Value
    Send,     ///< request Place leaves; Later: seen here, judged as it is when
              ///< RunLater comes, or at the end of the root
    Invoke,   ///< callable Value is called with Args, now or later
    RunLater, ///< what was registered with `invoke: later` runs now
    Cancel,   ///< what waits for request Place does not happen
    Forget,   ///< nothing is known of Place any more
    Destroy,  ///< the object at Place dies: owners destroy, destructors run
    Construct, ///< an object of template argument Value's type is made at Place
               ///< from Args: a text or scalar takes the value of the one
               ///< argument, a class runs the constructor that fits. A template
               ///< argument that is not there (a default, dropped): nothing
    Throws, ///< may throw ObjectKind after the effects so far
    Swap,   ///< the contents of Place and Value change places
    Move,   ///< Value's contents move to Place; Value is left as its type says
    Return  ///< leaves the list of effects with Value
  };
  Verb V = Set;
  Expr Place;
  Expr Value;
  Expr Key;
  std::vector<Expr> Args;
  /// New: request, session, object, collection, a type name of the model, or
  /// targN / class-targN: an object of that template argument's type. When
  /// Place is of a type that refers (pointer, owner, shared, optional,
  /// callable) it refers to the new object from then on; of another class, it
  /// becomes it. Throws: a type.
  std::string ObjectKind;
  bool HasKey = false;        ///< Append, Remove
  std::string Because;        ///< Forget: what the value is now, for people
  bool UnlessPresent = false; ///< `unless: present`: keeps what is there
  bool Later = false;         ///< Invoke, Send
  /// Append: how the collection treats an equal key: add, replace, keep
  enum Duplicate : uint8_t { Default, Add, Replace, Keep } Dup = Default;
  std::optional<Condition> If; ///< `if:` on this step alone
  unsigned Line = 0;           ///< in the model file
};

/// An entry of `calls`.
struct CallModel {
  std::vector<std::string> Names; ///< qualified names it matches
  std::vector<Condition> When;
  std::vector<Effect> Do;
  std::optional<Expr> Returns;
  std::string Fix;   ///< fix-it text for a send, `{request}` `{user-agent}`
  std::string FixAt; ///< "before" (default) or "replace-agent"
  std::string Via;   ///< virtual method that user code may override
  /// Key of a function in an embedded .ir body. Its parameters are `this` (of a
  /// member function) and the arguments; what it returns is delivered as the
  /// value of `returns` is.
  std::string Body;
  bool LowerBody = false; ///< `body: source`: the header's own body is used
  std::vector<std::string> Variables; ///< those that it uses
  std::vector<std::string> Changes;   ///< of these, what it may change or hand out
  std::vector<std::string> Fields;    ///< the names of fields that it speaks of
  const class Library *Lib = nullptr;
  unsigned Line = 0;

  /// Whether a step sends a request.
  bool sends() const {
    return llvm::any_of(Do, [](const Effect &X) { return X.V == Effect::Send; });
  }
};

/// What objects of a class are to the engine: which value a place of the class
/// holds, and what its constructors without arguments, its copies, moves,
/// assignments and its destructor do, unless an entry of `calls` says
/// otherwise.
struct TypeModel {
  enum Kind : uint8_t {
    Text,       ///< a string; default ""
    Pointer,    ///< refers to something it doesn't own: iterators,
                ///< reference_wrapper; copies share
    Owner,      ///< unique_ptr: destroys what it refers to; moves transfer
    Shared,     ///< shared_ptr: the last one destroys
    Optional,   ///< holds one object or none; copies clone
    Callable,   ///< std::function: holds a callable
    Collection, ///< elements in order; copies clone
    Request,    ///< an HTTP request
    Session,    ///< what requests inherit from
    Object,     ///< plain: fields; copies clone
    Scalar      ///< an unknown scalar: mutexes, durations; nothing to know
  };
  /// Without template arguments; or patterns with them, `std::multimap<*, ci>`.
  std::vector<std::string> Names;
  Kind Is = Object;
  bool CopyShares = false; ///< `copy: share`: a handle to one object
  std::string Of;          ///< Collection: header-line, pair, text or any
  bool KeyIgnoresCase = false;
  bool Multi = false;    ///< equal keys are kept side by side
  bool Set = false;      ///< elements are their own keys, equal ones once
  bool Sorted = false;   ///< by key, with the `<` of texts and numbers
  bool Iterator = false; ///< Pointer: one into a collection or text
  const class Library *Lib = nullptr;
  unsigned Line = 0;
};

/// Where a library takes the User-Agent from, in order of precedence.
struct AgentSource {
  enum Kind : uint8_t { Header, Slot } K = Header;
  /// What happens when an earlier source also has one.
  enum Combine : uint8_t { Beats, Joined, BothSent } C = Beats;
};

class Library {
public:
  std::string Name; ///< for people: libcurl
  std::string File; ///< where the model was read from
  std::vector<std::string>
      Headers;              ///< `curl/curl.h`; a suffix of a path matches
  /// Its functions are everybody's (`write`), and its headers too: only code
  /// that holds this text uses it. "" for others.
  std::string InText;
  std::string DefaultAgent; ///< "" for none
  bool Http = false;        ///< it has requests (not a text library)
  std::vector<AgentSource> Agent;
  /// Header line collections: `Name:` removes, `Name;` sends empty (libcurl).
  bool EmptyHeaderRemoves = false;
  std::vector<std::string> Slots; ///< its own, beside the common ones
  /// Names of integer constants that expressions and `when` may use, so that an
  /// argument whose name was lost on the way is known by its value.
  std::vector<std::pair<std::string, int64_t>> Constants;
  std::vector<TypeModel> Types;
  /// Variables of the library, and of the model alone where something belongs to the
  /// process: `Do` makes them what they are when the program begins, with `this` their
  /// place.
  std::vector<CallModel> Variables;
  std::vector<CallModel> Calls;

  /// How the model was tested, for docs/libraries.md.
  enum Evidence : uint8_t {
    NotSaid,
    Executed,    ///< programs that use the library were run, and what they sent compared
    RealHeaders, ///< with the library's own headers
    Declared     ///< with declarations written from its documentation
  } Tested = NotSaid;
  std::string Version; ///< of the library that it was tested with
  /// Sentences: what is not understood, and becomes `unverified`.
  std::vector<std::string> Limits;
};

/// All loaded models.
class Models {
public:
  /// The models that come with the program; with \p IsWanted, those of them for
  /// whose text it holds.
  static llvm::Expected<Models> builtin(llvm::function_ref<bool(llvm::StringRef Text)> IsWanted = {});
  /// Adds a user's model, or bodies in Ir when the name ends in `.ir`. Entries
  /// of a later model are tried before those of an earlier one for the same
  /// name. Errors read `FILE:LINE:COL: what is wrong; what is allowed`, one a
  /// line.
  llvm::Error add(llvm::MemoryBufferRef File);

  llvm::ArrayRef<std::unique_ptr<Library>> libraries() const { return Libs; }
  /// The entries for a function of this qualified name
  /// (`std::basic_string::append`); inherited lookup of base classes is the
  /// caller's business. The first one whose `when` holds is meant. A conversion
  /// operator without entries of its own has those of `CLASS::operator T`.
  llvm::ArrayRef<const CallModel *> calls(llvm::StringRef Name) const;
  /// What the variable of this qualified name is when the program begins; null when no
  /// model says so.
  const CallModel *variable(llvm::StringRef Name) const { return ByVariable.lookup(Name); }
  /// \p Name may have template arguments: then the patterns that models give for
  /// a template's specialisations are tried first.
  const TypeModel *type(llvm::StringRef Name) const;
  /// True if any model has entries for the name or a type of its class: its body
  /// is not looked into. Not so for `in-text` libraries: a program may have a
  /// function `send` of its own.
  bool models(llvm::StringRef Name) const;
  /// Whether one of the libraries that describe the function may declare it in
  /// \p File: it names no headers, or this is one.
  bool mayDeclare(llvm::StringRef Name, llvm::StringRef File) const;
  /// True for the function names of libraries that make, configure or send
  /// requests.
  bool isHttp(llvm::StringRef Name) const;
  /// True if an entry constructs an object of the class that a template argument
  /// names, and \p Class is not one whose objects are plain texts or scalars.
  bool constructs(llvm::StringRef Name, llvm::StringRef Class) const;
  /// True if an entry asks for the body in the library's own header.
  bool lowersBody(llvm::StringRef Name) const;
  /// True if some body in Ir is a function with this key.
  bool hasBody(llvm::StringRef Key) const;
  /// The text of embedded .ir bodies, for the engine to parse.
  llvm::ArrayRef<std::string> bodies() const { return Bodies; }

private:
  std::vector<std::unique_ptr<Library>> Libs;
  llvm::StringMap<std::vector<const CallModel *>> ByName;
  llvm::StringMap<const CallModel *> ByVariable;
  llvm::StringMap<const TypeModel *> ByType;
  /// By the template's name: patterns of its specialisations, the last first.
  llvm::StringMap<std::vector<std::pair<llvm::GlobPattern, const TypeModel *>>> Specialised;
  std::vector<std::string> Bodies;
};

} // namespace mde::models

#endif // MDE_MODELS_MODELS_H
