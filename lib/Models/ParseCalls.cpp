//===- Models/ParseCalls.cpp - The entries of `calls` ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Parse.h"
#include "Models/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde::models;
using llvm::StringRef;
using llvm::Twine;

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
    C.M.add(N, "the fix does not say where the User-Agent goes; write "
               "{user-agent} there, and "
               "{request} for the request");
  if (!Call.sends())
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
        C.M.add(N, "this entry is never used: that for " + quoted(Name) +
                       " in line " + Twine(Other->Line) +
                       " comes first and has " +
                       (Other->When.empty() ? "no `when`" : "the same `when`"));
  }
}

/// Notes the fields and variables that \p E names. \p Changes: what \p E stands for may
/// be changed, or handed to somebody who may.
static void noteNames(const Expr &E, bool Changes, CallModel &Call) {
  if (E.K == Expr::Call && E.F == Fn::Variable) {
    Call.Variables.push_back(E.Operands[0].Name);
    if (Changes)
      Call.Changes.push_back(E.Operands[0].Name);
    return;
  }
  if (E.K == Expr::Field && !llvm::is_contained(Call.Fields, E.Name))
    Call.Fields.push_back(E.Name);
  for (const Expr &Operand : E.Operands)
    noteNames(Operand, Changes && E.K != Expr::Slot, Call);
}

static void noteNames(CallModel &Call) {
  for (const Condition &W : Call.When)
    noteNames(W.Subject, false, Call);
  for (const Effect &X : Call.Do) {
    if (X.If)
      noteNames(X.If->Subject, false, Call);
    bool Changes = X.V != Effect::Send;
    if (X.Place.K == Expr::Slot)
      noteNames(X.Place.Operands[0], Changes, Call);
    else
      noteNames(X.Place, Changes, Call);
    for (const Expr *E : {&X.Value, &X.Key})
      noteNames(*E, true, Call);
    for (const Expr &Arg : X.Args)
      noteNames(Arg, true, Call);
  }
  if (Call.Returns)
    noteNames(*Call.Returns, true, Call);
}

bool mde::models::parseVariables(Context &C, const Node &List) {
  if (List.K != Node::List) {
    C.M.add(List, "`variables` is a list");
    return false;
  }
  for (const Node &N : List.Items) {
    if (N.K != Node::Map) {
      C.M.add(N, "a variable is a map, such as {name: contoso::agent_header, "
                 "do: [{set: this, to: \"'User-Agent'\"}]}");
      continue;
    }
    checkKeys(C, N, "a variable", {"name", "names", "do"});
    CallModel Variable;
    Variable.Line = C.M.line(N);
    Variable.Lib = &C.Lib;
    Variable.Names = names(C, N, "a variable");
    for (const std::string &Name : Variable.Names)
      if (C.isVariable(Name))
        C.M.add(N, "the variable " + quoted(Name) + " stands in this list twice");
    if (const Node *Do = N.find("do"))
      parseSteps(C, *Do, Variable.Do);
    C.Lib.Variables.push_back(std::move(Variable));
  }
  return !C.M.any();
}

static void parseCall(Context &C, const Node &N) {
  if (N.K != Node::Map) {
    C.M.add(N, "an entry of `calls` is a map that begins with `name:`");
    return;
  }
  static constexpr StringRef Keys[] = {
      "name", "names", "when", "do", "returns", "fix", "fix-at", "via", "body"};
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
      C.M.add(*Body, "an entry with `body` has no `do` and `returns`: the body "
                     "is what the call does");
  }
  if (const Node *Fix = N.find("fix"))
    parseFix(C, *Fix, Call);
  if (const Node *At = N.find("fix-at"))
    if (choice(C, *At, {"before", "replace-agent"}))
      Call.FixAt = At->Text;
  if (const Node *Via = N.find("via"))
    if (const std::string *W =
            word(C, *Via, "the qualified name of a virtual method"))
      Call.Via = *W;

  noteNames(Call);
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
