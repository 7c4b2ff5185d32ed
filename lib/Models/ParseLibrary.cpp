//===- Models/ParseLibrary.cpp - A model file from top to bottom ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Parse.h"
#include "Models/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde::models;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

static constexpr StringRef CommonSlots[] = {
    "$url",     "$host",       "$port",    "$path",    "$scheme",             "$method",
    "$query",   "$user-agent", "$headers", "$session", "$default-user-agent", "$proxy-headers",
    "$body"};

llvm::ArrayRef<StringRef> mde::models::publicSlots() { return CommonSlots; }

bool Context::isSlot(StringRef Name) const {
  return llvm::is_contained(CommonSlots, Name) || llvm::is_contained(Lib.Slots, Name);
}

bool Context::isType(StringRef Name) const {
  return Known.type(Name) || llvm::any_of(Lib.Types, [&](const TypeModel &T) {
           return llvm::is_contained(T.Names, Name);
         });
}

std::optional<int64_t> Context::constant(StringRef Name) const {
  for (const auto &[N, Value] : Lib.Constants)
    if (N == Name)
      return Value;
  return std::nullopt;
}

/// A qualified C++ name as clang prints it without template arguments.
static bool isQualifiedName(StringRef Name) {
  if (size_t Op = Name.find("operator"); Op != StringRef::npos)
    return Op == 0 || Name.take_front(Op).ends_with("::");
  return !Name.empty() && !llvm::isDigit(Name.front()) && llvm::all_of(Name, [](char Ch) {
    return llvm::isAlnum(Ch) || Ch == '_' || Ch == ':' || Ch == '~';
  });
}

//===----------------------------------------------------------------------===//
// Small readers
//===----------------------------------------------------------------------===//

bool mde::models::checkKeys(Context &C, const Node &Map, StringRef What,
                            llvm::ArrayRef<StringRef> Allowed) {
  bool Ok = true;
  for (const Node &Key : Map.Keys) {
    if (llvm::is_contained(Allowed, Key.Text))
      continue;
    C.M.add(Key, quoted(Key.Text) + " is not a key of " + What + suggest(Key.Text, Allowed));
    Ok = false;
  }
  return Ok;
}

const std::string *mde::models::word(Context &C, const Node &N, StringRef What) {
  if (N.K == Node::Scalar && !N.Text.empty())
    return &N.Text;
  C.M.add(N, What + " is expected here");
  return nullptr;
}

std::vector<std::string> mde::models::words(Context &C, const Node &N, StringRef What) {
  std::vector<std::string> Out;
  if (N.K != Node::List) {
    if (const std::string *W = word(C, N, What))
      Out.push_back(*W);
    return Out;
  }
  if (N.Items.empty())
    C.M.add(N, What + " is expected in this list");
  for (const Node &Item : N.Items)
    if (const std::string *W = word(C, Item, What)) {
      if (llvm::is_contained(Out, *W))
        C.M.add(Item, quoted(*W) + " stands in this list twice");
      Out.push_back(*W);
    }
  return Out;
}

std::vector<std::string> mde::models::names(Context &C, const Node &Map, StringRef What) {
  const Node *One = Map.find("name"), *Many = Map.find("names");
  if (!One == !Many) {
    C.M.add(Map, What + " needs `name:` or `names:`, and not both");
    return {};
  }
  const Node &N = One ? *One : *Many;
  if (One && One->K != Node::Scalar) {
    C.M.add(*One, "`name` is one name; write `names` for a list");
    return {};
  }
  std::vector<std::string> Out = words(C, N, "a qualified name");
  for (size_t I = 0; I != Out.size(); ++I)
    if (!isQualifiedName(Out[I]))
      C.M.add(N.K == Node::List && I < N.Items.size() ? N.Items[I] : N,
              quoted(Out[I]) + " is not a qualified name; it is written without template "
                               "arguments, parameters and inline namespaces");
  return Out;
}

bool mde::models::isTrue(Context &C, const Node &N) {
  if (N.K != Node::Scalar || (N.Text != "true" && N.Text != "false"))
    C.M.add(N, "true or false is expected here");
  return N.Text == "true";
}

/// One of \p Words; its index, or none after a mistake.
static std::optional<size_t> choice(Context &C, const Node &N, llvm::ArrayRef<StringRef> Words) {
  if (N.K == Node::Scalar)
    if (const auto *It = llvm::find(Words, StringRef(N.Text)); It != Words.end())
      return It - Words.begin();
  C.M.add(N, (N.K == Node::Scalar ? quoted(N.Text) + " is not allowed here"
                                  : std::string("a word is expected here")) +
                 suggest(N.Text, Words));
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

llvm::ArrayRef<StringRef> mde::models::typeKinds() {
  static constexpr StringRef Kinds[] = {"text",     "pointer",    "owner",      "shared",
                                        "optional", "callable",   "collection", "request",
                                        "session",  "object",     "scalar"};
  return Kinds;
}

static bool parseType(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "a type is a map, such as {name: curl_slist, is: collection, of: header-line}");
    return false;
  }
  static constexpr StringRef Keys[] = {"name", "names", "is", "of", "copy", "key", "multi", "set"};
  checkKeys(C, N, "a type", Keys);
  TypeModel T;
  T.Line = C.M.line(N);
  T.Lib = &C.Lib;
  T.Names = names(C, N, "a type");
  for (const std::string &Name : T.Names)
    for (const TypeModel &Other : C.Lib.Types)
      if (llvm::is_contained(Other.Names, Name))
        C.M.add(N, "the type " + quoted(Name) + " stands in line " + Twine(Other.Line) + " already");

  if (const Node *Is = N.find("is")) {
    if (std::optional<size_t> I = choice(C, *Is, typeKinds()))
      T.Is = TypeModel::Kind(*I);
  } else
    C.M.add(N, "a type needs `is:`, what its objects are");
  if (const Node *Copy = N.find("copy"))
    if (std::optional<size_t> I = choice(C, *Copy, {"clone", "share"}))
      T.CopyShares = *I == 1;

  for (StringRef Key : {"of", "key", "multi", "set"})
    if (const Node *Value = N.find(Key); Value && T.Is != TypeModel::Collection)
      C.M.add(*Value, "`" + Key + "` is for types that are a collection");
  if (const Node *Of = N.find("of"))
    if (choice(C, *Of, {"header-line", "pair", "text", "any"}))
      T.Of = Of->Text;
  if (const Node *Key = N.find("key"))
    if (std::optional<size_t> I = choice(C, *Key, {"exact", "ignore-case"}))
      T.KeyIgnoresCase = *I == 1;
  if (const Node *Multi = N.find("multi"))
    T.Multi = isTrue(C, *Multi);
  if (const Node *Set = N.find("set"))
    T.Set = isTrue(C, *Set);
  C.Lib.Types.push_back(std::move(T));
  return true;
}

bool mde::models::parseTypes(Context &C, const Node &List) {
  if (List.K != Node::List) {
    C.M.add(List, "`types` is a list");
    return false;
  }
  for (const Node &N : List.Items)
    parseType(C, N);
  return !C.M.any();
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

static void parseBody(Context &C, const Node &N, CallModel &Call) {
  if (!word(C, N, "`source` or the name of a function in Ir"))
    return;
  if (N.Text == "source")
    Call.LowerBody = true;
  else if (C.Known.hasBody(N.Text))
    Call.Body = N.Text;
  else
    C.M.add(N, "no file in Ir has a function " + quoted(N.Text) +
                   "; write `source` for the library's own body");
}

static void parseFix(Context &C, const Node &N, CallModel &Call) {
  if (!word(C, N, "the text of the fix"))
    return;
  Call.Fix = N.Text;
  if (!StringRef(Call.Fix).contains("{user-agent}"))
    C.M.add(N, "the fix does not say where the User-Agent goes; write {user-agent} there, and "
               "{request} for the request");
  if (llvm::none_of(Call.Do, [](const Effect &E) { return E.V == Effect::Send; }))
    C.M.add(N, "`fix` has no use in an entry that does not send");
}

/// The first entry that holds is meant: one after an entry that always holds
/// before it does is a mistake.
static void checkReached(Context &C, const Node &N, const CallModel &Call) {
  auto Whole = [](const std::vector<Condition> &When) {
    std::string All;
    for (const Condition &W : When)
      All += print(W) + "\n";
    return All;
  };
  const std::string When = Whole(Call.When);
  for (const std::string &Name : Call.Names) {
    for (const CallModel *Other : C.Entries[Name])
      if (Other->When.empty() || Whole(Other->When) == When)
        C.M.add(N, "this entry is never used: that for " + quoted(Name) + " in line " +
                       Twine(Other->Line) + " comes first and has " +
                       (Other->When.empty() ? "no `when`" : "the same `when`"));
  }
}

static void parseCall(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "an entry of `calls` is a map that begins with `name:`");
    return;
  }
  static constexpr StringRef Keys[] = {"name", "names",  "when", "do",  "returns",
                                       "fix",  "fix-at", "via",  "body"};
  checkKeys(C, N, "an entry of `calls`", Keys);
  CallModel Call;
  Call.Line = C.M.line(N);
  Call.Lib = &C.Lib;
  Call.Names = names(C, N, "an entry of `calls`");
  if (const Node *When = N.find("when"))
    parseConditions(C, *When, Call.When);
  if (const Node *Do = N.find("do"))
    parseSteps(C, *Do, Call.Do);
  if (const Node *Returns = N.find("returns"))
    Call.Returns = parseExpr(C, *Returns, Want::Value);
  if (const Node *Body = N.find("body")) {
    parseBody(C, *Body, Call);
    if (N.find("do") || N.find("returns"))
      C.M.add(*Body, "an entry with `body` has no `do` and `returns`: the body is what the call does");
  }
  if (const Node *Fix = N.find("fix"))
    parseFix(C, *Fix, Call);
  if (const Node *At = N.find("fix-at"))
    if (choice(C, *At, {"before", "replace-agent"}))
      Call.FixAt = At->Text;
  if (const Node *Via = N.find("via"))
    if (const std::string *W = word(C, *Via, "the qualified name of a virtual method"))
      Call.Via = *W;

  checkReached(C, N, Call);
  C.Lib.Calls.push_back(std::move(Call));
  for (const std::string &Name : C.Lib.Calls.back().Names)
    C.Entries[Name].push_back(&C.Lib.Calls.back());
}

bool mde::models::parseCalls(Context &C, const Node &List) {
  if (List.K != Node::List) {
    C.M.add(List, "`calls` is a list");
    return false;
  }
  C.Lib.Calls.reserve(List.Items.size()); // Entries point into it.
  for (const Node &N : List.Items)
    parseCall(C, N);
  return !C.M.any();
}

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

static void parseAgent(Context &C, const Node &N) {
  if (N.K != Node::List || N.Items.empty()) {
    C.M.add(N, "`user-agent` lists where the value is taken from, such as [header, $user-agent]");
    return;
  }
  static constexpr StringRef Sources[] = {"header", "$user-agent"};
  for (const Node &Item : N.Items) {
    AgentSource A;
    const Node *Word = &Item;
    if (Item.K == Node::Map && Item.Items.size() == 1) {
      std::optional<size_t> How = choice(C, Item.Keys[0], {"joined", "both"});
      if (!How)
        continue;
      A.C = *How == 0 ? AgentSource::Joined : AgentSource::BothSent;
      Word = &Item.Items[0];
    }
    if (std::optional<size_t> I = choice(C, *Word, Sources)) {
      A.K = *I == 0 ? AgentSource::Header : AgentSource::Slot;
      C.Lib.Agent.push_back(A);
    }
  }
}

static void parseSlots(Context &C, const Node &N) {
  for (std::string &S : words(C, N, "a slot's name")) {
    StringRef Name = S;
    if (!Name.consume_front("$") || Name.empty() || !llvm::all_of(Name, [](char Ch) {
          return llvm::isLower(Ch) || llvm::isDigit(Ch) || Ch == '-';
        }))
      C.M.add(N, quoted(S) + " is not a slot's name; it is a '$' and small letters");
    else if (C.isSlot(S))
      C.M.add(N, quoted(S) + " is a slot that all models have; it is not declared");
    C.Lib.Slots.push_back(std::move(S));
  }
}

static void parseConstants(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "`constants` is a map from names to integers");
    return;
  }
  for (size_t I = 0; I != N.Items.size(); ++I) {
    int64_t Value;
    if (N.Items[I].K != Node::Scalar || StringRef(N.Items[I].Text).getAsInteger(0, Value))
      C.M.add(N.Items[I], "a constant is an integer that fits 64 bits");
    else
      C.Lib.Constants.emplace_back(N.Keys[I].Text, Value);
  }
}

static void parseTop(Context &C, const Node &Root) {
  static constexpr StringRef Keys[] = {"library",    "headers",      "default-user-agent",
                                       "user-agent", "empty-header", "slots",
                                       "constants",  "types",        "calls"};
  checkKeys(C, Root, "a model", Keys);
  const Node *Name = Root.find("library");
  if (!Name)
    C.M.add(Root, "a model begins with `library: NAME`");
  else if (const std::string *W = word(C, *Name, "the library's name"))
    C.Lib.Name = *W;
  if (const Node *Headers = Root.find("headers"))
    C.Lib.Headers = words(C, *Headers, "a header, as in #include");
  if (const Node *Agent = Root.find("default-user-agent"))
    if (word(C, *Agent, "`none`, or what is sent when the program sets none,"))
      C.Lib.DefaultAgent = Agent->Text == "none" && !Agent->Quoted ? "" : Agent->Text;
  if (const Node *Agent = Root.find("user-agent"))
    parseAgent(C, *Agent);
  if (const Node *Empty = Root.find("empty-header"))
    C.Lib.EmptyHeaderRemoves = choice(C, *Empty, {"is-sent", "removes"}) == 1;
  // What others refer to is read first, whatever the order in the file.
  if (const Node *Slots = Root.find("slots"))
    parseSlots(C, *Slots);
  if (const Node *Constants = Root.find("constants"))
    parseConstants(C, *Constants);
  if (const Node *Types = Root.find("types"))
    parseTypes(C, *Types);
  if (const Node *Calls = Root.find("calls"))
    parseCalls(C, *Calls);
}

static bool isHttpLibrary(const Library &L) {
  auto IsHttp = [](const Effect &E) {
    return E.V == Effect::Send || E.V == Effect::Bind ||
           (E.V == Effect::New && (E.ObjectKind == "request" || E.ObjectKind == "session"));
  };
  return !L.Agent.empty() || llvm::any_of(L.Types, [](const TypeModel &T) {
    return T.Is == TypeModel::Request || T.Is == TypeModel::Session;
  }) || llvm::any_of(L.Calls, [&](const CallModel &C) { return llvm::any_of(C.Do, IsHttp); });
}

std::unique_ptr<Library> mde::models::parseLibrary(llvm::MemoryBufferRef Yaml,
                                                   const Models &Known, Mistakes &M) {
  std::unique_ptr<Node> Root = readYaml(Yaml, M);
  if (!Root)
    return nullptr;
  if (Root->K != Node::Map) {
    M.add(*Root, "a model is a map that begins with `library: NAME`");
    return nullptr;
  }
  auto Lib = std::make_unique<Library>();
  Lib->File = Yaml.getBufferIdentifier().str();
  Context C{M, *Lib, Known, {}};
  parseTop(C, *Root);
  if (M.any())
    return nullptr;
  Lib->Http = isHttpLibrary(*Lib);
  return Lib;
}
