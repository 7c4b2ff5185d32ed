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
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mde::models {

enum class Fn : uint8_t {
#define MDE_FUNCTION(Id, Name, Min, Max, Doc) Id,
#include "Models/Functions.def"
};

/// The name that models write for \p F, and back.
llvm::StringRef name(Fn F);
std::optional<Fn> functionNamed(llvm::StringRef Name);

/// An expression of a model: `arg0`, `this.$headers`, `concat(this, arg0)`.
///
///   primary: argN | args(N) | this | result | targN | user | integer | 'text' |
///            null | true | false | function(expr, ...)
///   postfix: primary.field | primary.$slot | primary.number
struct Expr {
  enum Kind : uint8_t {
    Arg,     ///< Index: the call's argument, without `this`
    Args,    ///< Index: all arguments from there on (function arguments only)
    This,    ///< the object of a member function (a reference)
    Result,  ///< where the result is built / the value of an earlier `new`
    TArg,    ///< Index: template argument of the function (integer or type)
    User,    ///< the user-data argument registered for a callback
    Int,     ///< Index; Name when written as a name
    Text,    ///< Name
    Null,
    Bool,    ///< Index: 0 or 1
    Field,   ///< Operands[0].Name
    Slot,    ///< Operands[0].Name, where Name begins with '$'
    Call     ///< F(Operands...)
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
  bool Negated = false;                 ///< `not: ...`
  std::vector<int64_t> Ints;            ///< Value: integers, bools
  std::vector<std::string> Names;       ///< Value: constants by name (CURLOPT_URL) or 'text'
  bool Null = false;                    ///< Value: null is one of the alternatives
  /// ParamType: text, char, int, bool, float, pointer, collection, iterator,
  /// callable, record, or a class name with :: or as declared.
  std::vector<std::string> Types;
};

/// One step of `do`. Fields not named for a verb are unused.
struct Effect {
  enum Verb : uint8_t {
    New,       ///< Kind Object; as Place (default: result)
    Copy,      ///< a deep copy of Value becomes Place
    Set,       ///< Place := Value
    Clear,     ///< Place becomes unset (a slot) or empty (a collection)
    Append,    ///< to collection Place: Value, or the pair (Key, Value)
    Remove,    ///< from collection Place: all elements with Key; without Key: the last one
    Insert,    ///< into collection Place before iterator Key: Value
    Bind,      ///< request Place inherits from session Value
    Send,      ///< request Place leaves
    Invoke,    ///< callable Value is called with Args, now or later
    RunLater,  ///< what was registered with `invoke: later` runs now
    Forget,    ///< nothing is known of Place any more
    Destroy,   ///< the object at Place dies: owners destroy, destructors run
    Construct, ///< an object of template argument Value's type is made at Place from Args
    Throws,    ///< may throw ObjectKind after the effects so far
    Swap,      ///< the contents of Place and Value change places
    Move,      ///< Value's contents move to Place; Value is left as its type says
    Return     ///< leaves the list of effects with Value
  };
  Verb V = Set;
  Expr Place;
  Expr Value;
  Expr Key;
  std::vector<Expr> Args;
  std::string ObjectKind;      ///< New: request, session, object, collection, or a type name of the model; Throws: a type
  bool UnlessPresent = false;  ///< `unless: present`: keeps what is there
  bool Later = false;          ///< Invoke
  /// Append: how the collection treats an equal key: add, replace, keep
  enum Duplicate : uint8_t { Default, Add, Replace, Keep } Dup = Default;
  std::optional<Condition> If; ///< `if:` on this step alone
  unsigned Line = 0;           ///< in the model file
};

/// An entry of `calls`.
struct CallModel {
  std::vector<std::string> Names;   ///< qualified names it matches
  std::vector<Condition> When;
  std::vector<Effect> Do;
  std::optional<Expr> Returns;
  std::string Fix;                  ///< fix-it text for a send, `{request}` `{user-agent}`
  std::string FixAt;                ///< "before" (default) or "replace-agent"
  std::string Via;                  ///< virtual method that user code may override
  std::string Body;                 ///< key of a function in an embedded .ir body
  bool LowerBody = false;           ///< `body: source`: the header's own body is used
  const class Library *Lib = nullptr;
  unsigned Line = 0;
};

/// What objects of a class are to the engine: which value a place of the class
/// holds, and what its constructors without arguments, its copies, moves,
/// assignments and its destructor do, unless an entry of `calls` says otherwise.
struct TypeModel {
  enum Kind : uint8_t {
    Text,       ///< a string; default ""
    Pointer,    ///< refers to something it doesn't own: iterators, reference_wrapper; copies share
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
  std::vector<std::string> Names; ///< without template arguments
  Kind Is = Object;
  bool CopyShares = false;        ///< `copy: share`: a handle to one object
  std::string Of;                 ///< Collection: header-line, pair, text or any
  bool KeyIgnoresCase = false;
  bool Multi = false;             ///< equal keys are kept side by side
  bool Set = false;               ///< elements are their own keys, equal ones once
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
  std::string Name;                  ///< for people: libcurl
  std::string File;                  ///< where the model was read from
  std::vector<std::string> Headers;  ///< `curl/curl.h`; a suffix of a path matches
  std::string DefaultAgent;          ///< "" for none
  bool Http = false;                 ///< it has requests (not a text library)
  std::vector<AgentSource> Agent;
  /// Header line collections: `Name:` removes, `Name;` sends empty (libcurl).
  bool EmptyHeaderRemoves = false;
  std::vector<TypeModel> Types;
  std::vector<CallModel> Calls;
};

/// All loaded models.
class Models {
public:
  /// The models that come with the program.
  static llvm::Expected<Models> builtin();
  /// Adds a user's model; later ones win over earlier ones for the same name.
  /// Errors read `FILE:LINE:COL: what is wrong; what is allowed`.
  llvm::Error add(llvm::MemoryBufferRef Yaml);

  llvm::ArrayRef<std::unique_ptr<Library>> libraries() const { return Libs; }
  /// The entries for a function of this qualified name (`std::basic_string::append`);
  /// inherited lookup of base classes is the caller's business. In file order.
  llvm::ArrayRef<const CallModel *> calls(llvm::StringRef Name) const;
  const TypeModel *type(llvm::StringRef NameWithoutTemplateArgs) const;
  /// True if any model has entries for the name or a type of its class.
  bool models(llvm::StringRef Name) const;
  /// True for the function names of libraries that make, configure or send requests.
  bool isHttp(llvm::StringRef Name) const;
  /// The text of embedded .ir bodies, for the engine to parse.
  llvm::ArrayRef<std::string> bodies() const { return Bodies; }

private:
  std::vector<std::unique_ptr<Library>> Libs;
  llvm::StringMap<std::vector<const CallModel *>> ByName;
  llvm::StringMap<const TypeModel *> ByType;
  std::vector<std::string> Bodies;
};

} // namespace mde::models

#endif // MDE_MODELS_MODELS_H
