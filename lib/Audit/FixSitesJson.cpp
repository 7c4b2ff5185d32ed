// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/FixSitesJson.h"

using namespace mde;
using namespace mde::audit;
using namespace mde::check;
using namespace llvm;

static json::Value toJSON(const CallSite &S) {
  json::Array Objects;
  for (const NamedObject &O : S.Objects)
    if (json::isUTF8(O.Source))
      Objects.push_back(json::Array{O.Argument, O.Source, O.IsPointer});
  return json::Array{S.Callee,
                     S.At.Line,
                     S.At.Column,
                     S.Begin.Line,
                     S.Begin.Column,
                     S.Offset,
                     S.Separator,
                     std::move(Objects)};
}

json::Value audit::toJSON(const ChangeableFile &F) {
  json::Array Calls, Arguments;
  for (const CallSite &S : F.Sites.Calls)
    Calls.push_back(::toJSON(S));
  for (LineColumn At : F.Sites.Arguments) {
    Arguments.push_back(At.Line);
    Arguments.push_back(At.Column);
  }
  return json::Array{F.State, std::move(Calls), std::move(Arguments)};
}

/// The elements of a list, one after the other.
namespace {
class Elements {
public:
  Elements(const json::Value &V, json::Path P) : List(V.getAsArray()), P(P) {}

  template <typename T> bool next(T &Out) {
    if (!List || Next == List->size()) {
      P.report("expected a longer list");
      return false;
    }
    unsigned Index = Next++;
    return fromJSON((*List)[Index], Out, P.index(Index));
  }
  bool atEnd() const { return !List || Next == List->size(); }

private:
  const json::Array *List;
  json::Path P;
  unsigned Next = 0;
};
} // namespace

namespace mde::check {
static bool fromJSON(const json::Value &V, NamedObject &O, json::Path P) {
  Elements E(V, P);
  return E.next(O.Argument) && E.next(O.Source) && E.next(O.IsPointer);
}

static bool fromJSON(const json::Value &V, CallSite &S, json::Path P) {
  Elements E(V, P);
  return E.next(S.Callee) && E.next(S.At.Line) && E.next(S.At.Column) &&
         E.next(S.Begin.Line) && E.next(S.Begin.Column) && E.next(S.Offset) &&
         E.next(S.Separator) && E.next(S.Objects);
}
} // namespace mde::check

bool audit::fromJSON(const json::Value &V, ChangeableFile &F, json::Path P) {
  Elements E(V, P);
  std::vector<unsigned> Arguments;
  if (!E.next(F.State) || !E.next(F.Sites.Calls) || !E.next(Arguments))
    return false;
  for (size_t I = 0; I + 1 < Arguments.size(); I += 2)
    F.Sites.Arguments.push_back({Arguments[I], Arguments[I + 1]});
  return true;
}
