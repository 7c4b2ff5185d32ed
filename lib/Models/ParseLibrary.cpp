//===- Models/ParseLibrary.cpp - A model file from top to bottom ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde::models;
using llvm::StringRef;
using llvm::Twine;

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

static constexpr StringRef CommonSlots[] = {"$url",
                                            "$host",
                                            "$port",
                                            "$path",
                                            "$scheme",
                                            "$method",
                                            "$query",
                                            "$user-agent",
                                            "$headers",
                                            "$session",
                                            "$default-user-agent",
                                            "$proxy-headers",
                                            "$body"};

llvm::ArrayRef<StringRef> mde::models::publicSlots() { return CommonSlots; }

bool Context::isSlot(StringRef Name) const {
  return llvm::is_contained(CommonSlots, Name) ||
         llvm::is_contained(Lib.Slots, Name);
}

bool Context::isVariable(StringRef Name) const {
  return llvm::any_of(Lib.Variables, [&](const CallModel &V) {
    return llvm::is_contained(V.Names, Name);
  });
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
  return !Name.empty() && !llvm::isDigit(Name.front()) &&
         llvm::all_of(Name, [](char Ch) {
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
    C.M.add(Key, quoted(Key.Text) + " is not a key of " + What +
                     suggest(Key.Text, Allowed));
    Ok = false;
  }
  return Ok;
}

const std::string *mde::models::word(Context &C, const Node &N,
                                     StringRef What) {
  if (N.K == Node::Scalar && !N.Text.empty())
    return &N.Text;
  C.M.add(N, What + " is expected here");
  return nullptr;
}

std::vector<std::string> mde::models::words(Context &C, const Node &N,
                                            StringRef What) {
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

/// Writes out the first `{a,b}` of \p Name, then the rest.
static std::vector<std::string> expand(Context &C, const Node &At,
                                       StringRef Name) {
  auto [Before, Rest] = Name.split('{');
  auto [Inside, After] = Rest.split('}');
  if (Before.size() == Name.size())
    return {Name.str()};
  std::vector<std::string> Heads, Out;
  llvm::SmallVector<StringRef> Parts;
  Inside.split(Parts, ',');
  for (StringRef Part : Parts) {
    Part = Part.trim();
    auto Group = C.Groups.find(Part);
    if (Group != C.Groups.end())
      llvm::append_range(Heads, Group->second);
    else
      Heads.push_back(Part.str());
  }
  std::vector<std::string> Tails = expand(C, At, After);
  if (Heads.size() * Tails.size() > 1000) {
    C.M.add(At, "these are too many names");
    return {};
  }
  for (const std::string &Head : Heads)
    for (const std::string &Tail : Tails)
      Out.push_back((Before + Head + Tail).str());
  return Out;
}

/// `std::multimap<*, ci>`: of the specialisations of a template, some.
static bool isPattern(StringRef Name) {
  auto [Template, Arguments] = Name.split('<');
  return isQualifiedName(Template) && Arguments.ends_with(">") &&
         !llvm::errorToBool(llvm::GlobPattern::create(Name).takeError());
}

std::vector<std::string> mde::models::names(Context &C, const Node &Map,
                                            StringRef What, bool Patterns) {
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
  std::vector<std::string> Out;
  std::vector<std::string> Written = words(C, N, "a qualified name");
  for (size_t I = 0; I != Written.size(); ++I) {
    const Node &At = N.K == Node::List && I < N.Items.size() ? N.Items[I] : N;
    for (std::string &Name : expand(C, At, Written[I]))
      if (!isQualifiedName(Name) && !(Patterns && isPattern(Name)))
        C.M.add(At,
                quoted(Name) +
                    " is not a qualified name; it is written without " +
                    (Patterns ? "" : "template arguments, ") +
                    "parameters and inline namespaces");
      else
        Out.push_back(std::move(Name));
  }
  return Out;
}

bool mde::models::isTrue(Context &C, const Node &N) {
  if (N.K != Node::Scalar || (N.Text != "true" && N.Text != "false"))
    C.M.add(N, "true or false is expected here");
  return N.Text == "true";
}

std::optional<size_t> mde::models::choice(Context &C, const Node &N,
                                          llvm::ArrayRef<StringRef> Words) {
  if (N.K == Node::Scalar)
    if (const auto *It = llvm::find(Words, StringRef(N.Text));
        It != Words.end())
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
  static constexpr StringRef Kinds[] = {
      "text",       "pointer", "owner",   "shared", "optional", "callable",
      "collection", "request", "session", "object", "scalar"};
  return Kinds;
}

static bool parseType(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "a type is a map, such as {name: curl_slist, is: collection, "
               "of: header-line}");
    return false;
  }
  static constexpr StringRef Keys[] = {
      "name", "names", "is", "of", "copy", "key", "multi", "set", "sorted", "iterator"};
  checkKeys(C, N, "a type", Keys);
  TypeModel T;
  T.Line = C.M.line(N);
  T.Lib = &C.Lib;
  T.Names = names(C, N, "a type", /*Patterns=*/true);
  for (const std::string &Name : T.Names)
    for (const TypeModel &Other : C.Lib.Types)
      if (llvm::is_contained(Other.Names, Name))
        C.M.add(N, "the type " + quoted(Name) + " stands in line " +
                       Twine(Other.Line) + " already");

  if (const Node *Is = N.find("is")) {
    if (std::optional<size_t> I = choice(C, *Is, typeKinds()))
      T.Is = TypeModel::Kind(*I);
  } else
    C.M.add(N, "a type needs `is:`, what its objects are");
  if (const Node *Copy = N.find("copy"))
    if (std::optional<size_t> I = choice(C, *Copy, {"clone", "share"}))
      T.CopyShares = *I == 1;

  for (StringRef Key : {"of", "key", "multi", "set", "sorted"})
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
  if (const Node *Sorted = N.find("sorted"))
    T.Sorted = isTrue(C, *Sorted);
  if (const Node *Set = N.find("set"))
    T.Set = isTrue(C, *Set);
  if (const Node *Iterator = N.find("iterator")) {
    T.Iterator = isTrue(C, *Iterator);
    if (T.Is != TypeModel::Pointer)
      C.M.add(*Iterator, "`iterator` is for types that are a pointer");
  }
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
// The file
//===----------------------------------------------------------------------===//

static void parseAgent(Context &C, const Node &N) {
  if (N.K != Node::List || N.Items.empty()) {
    C.M.add(N, "`user-agent` lists where the value is taken from, such as "
               "[header, $user-agent]");
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
    if (!Name.consume_front("$") || Name.empty() ||
        !llvm::all_of(Name, [](char Ch) {
          return llvm::isLower(Ch) || llvm::isDigit(Ch) || Ch == '-';
        }))
      C.M.add(N, quoted(S) +
                     " is not a slot's name; it is a '$' and small letters");
    else if (C.isSlot(S))
      C.M.add(N, quoted(S) +
                     " is a slot that all models have; it is not declared");
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
    if (N.Items[I].K != Node::Scalar ||
        StringRef(N.Items[I].Text).getAsInteger(0, Value))
      C.M.add(N.Items[I], "a constant is an integer that fits 64 bits");
    else
      C.Lib.Constants.emplace_back(N.Keys[I].Text, Value);
  }
}

static void parseGroups(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "`groups` is a map from names to lists of names");
    return;
  }
  for (size_t I = 0; I != N.Items.size(); ++I)
    for (const std::string &Name : words(C, N.Items[I], "a name"))
      for (std::string &One : expand(C, N.Items[I], Name))
        C.Groups[N.Keys[I].Text].push_back(std::move(One));
}

/// For docs/libraries.md: how the model was tested, and what it leaves out.
static void parseEvidence(Context &C, const Node &Root) {
  if (const Node *Tested = Root.find("tested"))
    if (std::optional<size_t> I = choice(C, *Tested, {"executed", "real-headers", "declared"}))
      C.Lib.Tested = Library::Evidence(*I + 1);
  if (const Node *Version = Root.find("version"))
    if (const std::string *W = word(C, *Version, "the library's version"))
      C.Lib.Version = *W;
  if (const Node *Limits = Root.find("limits"))
    C.Lib.Limits = words(C, *Limits, "a sentence");
}

static void parseTop(Context &C, const Node &Root) {
  static constexpr StringRef Keys[] = {
      "library", "headers", "in-text", "default-user-agent", "user-agent", "empty-header", "slots",
      "constants", "groups", "types", "variables", "calls", "tested", "version", "limits"};
  checkKeys(C, Root, "a model", Keys);
  const Node *Name = Root.find("library");
  if (!Name)
    C.M.add(Root, "a model begins with `library: NAME`");
  else if (const std::string *W = word(C, *Name, "the library's name"))
    C.Lib.Name = *W;
  if (const Node *Headers = Root.find("headers"))
    C.Lib.Headers = words(C, *Headers, "a header, as in #include");
  if (const Node *Text = Root.find("in-text"))
    if (const std::string *W = word(C, *Text, "what the source of a unit that uses the library holds"))
      C.Lib.InText = *W;
  parseEvidence(C, Root);
  if (const Node *Agent = Root.find("default-user-agent"))
    if (word(C, *Agent, "`none`, or what is sent when the program sets none,"))
      C.Lib.DefaultAgent =
          Agent->Text == "none" && !Agent->Quoted ? "" : Agent->Text;
  if (const Node *Agent = Root.find("user-agent"))
    parseAgent(C, *Agent);
  if (const Node *Empty = Root.find("empty-header"))
    C.Lib.EmptyHeaderRemoves = choice(C, *Empty, {"is-sent", "removes"}) == 1;
  // What others refer to is read first, whatever the order in the file.
  if (const Node *Slots = Root.find("slots"))
    parseSlots(C, *Slots);
  if (const Node *Constants = Root.find("constants"))
    parseConstants(C, *Constants);
  if (const Node *Groups = Root.find("groups"))
    parseGroups(C, *Groups);
  if (const Node *Types = Root.find("types"))
    parseTypes(C, *Types);
  if (const Node *Variables = Root.find("variables"))
    parseVariables(C, *Variables);
  if (const Node *Calls = Root.find("calls"))
    parseCalls(C, *Calls);
}

static bool isHttpLibrary(const Library &L) {
  auto IsHttp = [](const Effect &E) {
    return E.V == Effect::Send || E.V == Effect::Bind ||
           (E.V == Effect::New &&
            (E.ObjectKind == "request" || E.ObjectKind == "session"));
  };
  return !L.Agent.empty() || llvm::any_of(L.Types, [](const TypeModel &T) {
    return T.Is == TypeModel::Request || T.Is == TypeModel::Session;
  }) || llvm::any_of(L.Calls, [&](const CallModel &C) {
    return llvm::any_of(C.Do, IsHttp);
  });
}

std::unique_ptr<Library> mde::models::parseLibrary(llvm::MemoryBufferRef Yaml,
                                                   const Models &Known,
                                                   Mistakes &M) {
  std::unique_ptr<Node> Root = readYaml(Yaml, M);
  if (!Root)
    return nullptr;
  if (Root->K != Node::Map) {
    M.add(*Root, "a model is a map that begins with `library: NAME`");
    return nullptr;
  }
  auto Lib = std::make_unique<Library>();
  Lib->File = Yaml.getBufferIdentifier().str();
  Context C{M, *Lib, Known, {}, {}};
  parseTop(C, *Root);
  if (M.any())
    return nullptr;
  Lib->Http = isHttpLibrary(*Lib);
  return Lib;
}
