//===- Models/ParseSteps.cpp - `when` and `do` of models ------------------===//
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
// Conditions
//===----------------------------------------------------------------------===//

static constexpr StringRef Classes[] = {
    "text",    "char",       "int",      "bool",     "float",
    "pointer", "collection", "iterator", "callable", "record"};

/// One alternative of a line: `CURLOPT_URL`, 3, 'text', null, true.
static bool parseAlternative(Context &C, const Node &N, Condition &Out) {
  if (N.K != Node::Scalar) {
    C.M.add(N, "a value is a name, an integer, a 'text' in quotes, null, true "
               "or false");
    return false;
  }
  StringRef T = N.Text;
  if (Out.K == Condition::ParamType) {
    if (!llvm::is_contained(Classes, T) && !T.contains("::") && !C.isType(T)) {
      C.M.add(N, quoted(T) + " is not a kind of parameter" +
                     suggest(T, Classes) +
                     " (and the names of classes: with ::, or of `types:`)");
      return false;
    }
    Out.Types.push_back(T.str());
    return true;
  }
  int64_t Value;
  bool IsInt = !T.getAsInteger(0, Value);
  if (Out.K == Condition::ArgCount) {
    if (!IsInt || Value < 0) {
      C.M.add(N, "a number of arguments is expected here, not " + quoted(T));
      return false;
    }
    Out.Ints.push_back(Value);
    return true;
  }
  if (N.Quoted) {
    // Quoted once for YAML, or twice: "'a text'".
    StringRef Text = N.Text;
    if (Text.size() > 1 && Text.front() == '\'' && Text.back() == '\'')
      Text = Text.drop_front().drop_back();
    Out.Names.push_back(Text.str());
    return true;
  }
  if (T == "null")
    Out.Null = true;
  else if (T == "true" || T == "false") {
    Out.Truth = true;
    Out.Ints.push_back(T == "true");
  } else if (IsInt)
    Out.Ints.push_back(Value);
  else if (!T.empty() && llvm::all_of(T, [](char Ch) {
             return llvm::isAlnum(Ch) || Ch == '_' || Ch == ':';
           })) {
    Out.Names.push_back(N.Text);
    if (std::optional<int64_t> Known = C.constant(T))
      Out.Ints.push_back(*Known);
  } else {
    C.M.add(
        N,
        quoted(T) +
            " is neither a name nor an integer; a text is written in quotes");
    return false;
  }
  return true;
}

static bool parseCondition(Context &C, const Node &Key, const Node &Value,
                           Condition &Out) {
  Out.Line = C.M.line(Key);
  StringRef K = Key.Text;
  StringRef Digits = K;
  if (K == "argc")
    Out.K = Condition::ArgCount;
  else if (Digits.consume_front("param")) {
    Out.K = Condition::ParamType;
    if (Digits.getAsInteger(10, Out.Index) || Out.Index >= 64) {
      C.M.add(Key, quoted(K) + " has no index; write param0, param1, ...");
      return false;
    }
  } else {
    std::optional<Expr> Subject = parseExpr(C, Key, Want::Value);
    if (!Subject)
      return false;
    Out.Subject = std::move(*Subject);
  }

  const Node *V = &Value;
  if (V->K == Node::Map) {
    static constexpr StringRef Allowed[] = {"not"};
    if (!checkKeys(C, *V, "a negated line", Allowed) || V->Items.size() != 1) {
      if (V->Items.size() != 1)
        C.M.add(*V, "write {not: VALUE}");
      return false;
    }
    Out.Negated = true;
    V = &V->Items[0];
  }
  bool Ok = true;
  if (V->K == Node::List) {
    if (V->Items.empty())
      C.M.add(*V, "an empty list never holds; give at least one value");
    Ok = !V->Items.empty();
    for (const Node &Item : V->Items)
      Ok &= parseAlternative(C, Item, Out);
  } else {
    Ok = parseAlternative(C, *V, Out);
  }
  if (Ok && Out.K == Condition::Value && Out.Subject.K == Expr::Call &&
      yieldsTruth(Out.Subject.F) && !Out.Truth) {
    C.M.add(*V, quoted(name(Out.Subject.F)) +
                    " yields a truth value; compare with true or false");
    return false;
  }
  return Ok;
}

bool mde::models::parseConditions(Context &C, const Node &Map,
                                  std::vector<Condition> &Out) {
  if (Map.K != Node::Map || Map.Items.empty()) {
    C.M.add(Map, "`when` and `if` are maps of what must hold, such as {arg1: "
                 "CURLOPT_URL}");
    return false;
  }
  bool Ok = true;
  for (size_t I = 0; I != Map.Items.size(); ++I) {
    Out.emplace_back();
    Ok &= parseCondition(C, Map.Keys[I], Map.Items[I], Out.back());
  }
  return Ok;
}

//===----------------------------------------------------------------------===//
// Steps
//===----------------------------------------------------------------------===//

llvm::ArrayRef<VerbInfo> mde::models::verbs() {
  static constexpr VerbInfo Verbs[] = {
#define MDE_VERB(Id, Name, Role_, Doc) {Effect::Id, Name, Role::Role_, Doc},
#include "Models/Verbs.def"
  };
  return Verbs;
}

llvm::ArrayRef<VerbKey> mde::models::verbKeys() {
  static constexpr bool Must = true, May = false;
  static constexpr VerbKey Keys[] = {
#define MDE_VERB(Id, Name, Role_, Doc)
#define MDE_KEY(Id, Name, Role_, Need, Doc)                                    \
  {Effect::Id, Name, Role::Role_, Need, Doc},
#include "Models/Verbs.def"
  };
  return Keys;
}

namespace {

class StepParser {
public:
  StepParser(Context &C, const Node &Step) : C(C), Step(Step) {}
  bool parse(Effect &E);

private:
  bool part(Role R, const Node &N, Effect &E);
  bool kind(const Node &N, Effect &E);
  bool args(const Node &N, Effect &E);
  bool oneOf(const Node &N, llvm::ArrayRef<StringRef> Words, unsigned &Index);
  bool into(Expr &Out, const Node &N, Want W, const Node *Owner = nullptr) {
    std::optional<Expr> E = parseExpr(C, N, W, Owner);
    if (E)
      Out = std::move(*E);
    return E.has_value();
  }

  Context &C;
  const Node &Step;
};

} // namespace

bool StepParser::oneOf(const Node &N, llvm::ArrayRef<StringRef> Words,
                       unsigned &Index) {
  const StringRef *It = llvm::find(Words, StringRef(N.Text));
  if (N.K != Node::Scalar || It == Words.end()) {
    C.M.add(N, (N.K == Node::Scalar ? quoted(N.Text) + " is not allowed here"
                                    : std::string("a word is expected here")) +
                   suggest(N.Text, Words));
    return false;
  }
  Index = It - Words.begin();
  return true;
}

static bool isTemplateArg(StringRef Word) {
  unsigned Index;
  Word.consume_front("class-");
  return Word.consume_front("targ") && !Word.getAsInteger(10, Index) &&
         Index < 64;
}

bool StepParser::kind(const Node &N, Effect &E) {
  if (!word(C, N, "a kind of object"))
    return false;
  static constexpr StringRef Kinds[] = {"request", "session", "object",
                                        "collection"};
  bool Ok = C.isType(N.Text) || (E.V == Effect::New && isTemplateArg(N.Text)) ||
            (E.V == Effect::New && llvm::is_contained(Kinds, N.Text)) ||
            (E.V == Effect::Throws && StringRef(N.Text).contains("::"));
  if (!Ok && E.V == Effect::New)
    C.M.add(N, quoted(N.Text) + " is not a kind of object" +
                   suggest(N.Text, Kinds) +
                   " (and the names under `types:`, targN and class-targN)");
  else if (!Ok)
    C.M.add(
        N,
        quoted(N.Text) +
            " is not the qualified name of a class, such as std::out_of_range");
  E.ObjectKind = N.Text;
  return Ok;
}

bool StepParser::args(const Node &N, Effect &E) {
  if (N.K != Node::List) {
    C.M.add(N, "`args:` is a list of expressions");
    return false;
  }
  for (const Node &Item : N.Items) {
    if (!E.Args.empty() && E.Args.back().K == Expr::Args) {
      C.M.add(Item,
              "nothing may follow args(N): it stands for all other arguments");
      return false;
    }
    std::optional<Expr> A = parseExpr(C, Item, Want::Argument);
    if (!A)
      return false;
    E.Args.push_back(std::move(*A));
  }
  return true;
}

bool StepParser::part(Role R, const Node &N, Effect &E) {
  unsigned Index = 0;
  switch (R) {
  case Role::Place:
    return into(E.Place, N, Want::Slot, Step.find("of"));
  case Role::Value:
    return into(E.Value, N, Want::Value);
  case Role::Key:
    E.HasKey = true;
    return into(E.Key, N, Want::Value);
  case Role::Owner:
    return true; // Read with the slot that it belongs to.
  case Role::Kind:
    return kind(N, E);
  case Role::Args:
    return args(N, E);
  case Role::Moment:
    if (!oneOf(N, {"now", "later"}, Index))
      return false;
    E.Later = Index == 1;
    return true;
  case Role::Dup:
    if (!oneOf(N, {"add", "replace", "keep"}, Index))
      return false;
    E.Dup = Effect::Duplicate(Effect::Add + Index);
    return true;
  case Role::Present:
    E.UnlessPresent = true;
    return oneOf(N, {"present"}, Index);
  case Role::Because:
    E.Because = N.Text;
    return word(C, N, "a few words for people") != nullptr;
  case Role::True:
    return oneOf(N, {"true"}, Index);
  }
  return false;
}

bool StepParser::parse(Effect &E) {
  E.Line = C.M.line(Step);
  if (Step.K != Node::Map || Step.Items.empty()) {
    C.M.add(Step, "a step is a map that begins with a verb, such as {set: "
                  "$url, of: arg0, to: arg1}");
    return false;
  }
  const Node &First = Step.Keys[0];
  const VerbInfo *Verb = llvm::find_if(
      verbs(), [&](const VerbInfo &V) { return V.Name == First.Text; });
  if (Verb == verbs().end()) {
    std::vector<StringRef> All;
    for (const VerbInfo &V : verbs())
      All.push_back(V.Name);
    C.M.add(First, quoted(First.Text) + " is not a verb (a step's first key)" +
                       suggest(First.Text, All));
    return false;
  }
  E.V = Verb->V;
  // Without `as:` a new object is the result.
  E.Place.K = Expr::Result;
  bool Ok = part(Verb->Main, Step.Items[0], E);

  std::vector<StringRef> Allowed = {Verb->Name};
  for (const VerbKey &Key : verbKeys()) {
    if (Key.V != E.V)
      continue;
    Allowed.push_back(Key.Name);
    if (const Node *N = Step.find(Key.Name))
      Ok &= part(Key.R, *N, E);
    else if (Key.Must) {
      C.M.add(First, "`" + Twine(Verb->Name) + "` needs `" + Key.Name + ":`, " +
                         Key.Doc);
      Ok = false;
    }
  }
  Allowed.push_back("if");
  Ok &= checkKeys(C, Step, ("`" + Verb->Name + "`").str(), Allowed);
  if (const Node *If = Step.find("if")) {
    std::vector<Condition> Lines;
    if (!parseConditions(C, *If, Lines))
      return false;
    if (Lines.size() != 1) {
      C.M.add(*If, "`if` takes one line; write an entry with `when` for more");
      return false;
    }
    E.If = std::move(Lines[0]);
  }
  return Ok;
}

bool mde::models::parseSteps(Context &C, const Node &List,
                             std::vector<Effect> &Out) {
  if (List.K != Node::List) {
    C.M.add(List, "`do` is a list of steps");
    return false;
  }
  bool Ok = true;
  for (const Node &Step : List.Items) {
    Out.emplace_back();
    Ok &= StepParser(C, Step).parse(Out.back());
  }
  return Ok;
}
