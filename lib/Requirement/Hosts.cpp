//===- Requirement/Hosts.cpp - Hosts under the requirement ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Hosts.h"
#include "Requirement/Codes.h"
#include "Requirement/Url.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

/// What the tables and options say of a host whose end is certain.
static HostAnswer lookUp(const Pattern &Host, const Options &O) {
  HostAnswer A;
  bool Some = false, SomeIgnored = false;
  for (const HostPattern &P : O.IgnoreHosts) {
    Tri T = P.matches(Host);
    if (T == Tri::Yes)
      return A;
    SomeIgnored |= T == Tri::Maybe;
  }
  auto Check = [&](const HostPattern &P, const HostRow *Row, bool NotInList) {
    Tri T = P.matches(Host);
    Some |= T != Tri::No;
    if (T != Tri::Yes)
      return false;
    A.K = SomeIgnored ? HostAnswer::Depends : HostAnswer::Target;
    A.Row = Row;
    A.NotInList = NotInList && Host.isLiteral();
    return true;
  };
  for (const HostPattern &P : O.TargetHosts)
    if (Check(P, nullptr, false))
      return A;
  for (const HostRow &R : hostTable())
    if (Check(HostPattern(R.Pattern), &R, false))
      return A;
  // A computed name in front of the family's domain is no portal's.
  for (StringRef Portal : portals())
    if (equalsLiteral(Host, Portal) == Tri::Yes)
      return A;
  for (const HostRow &R : familyTable())
    if (Check(HostPattern(R.Pattern), &R, true))
      return A;
  if (Some)
    A.K = HostAnswer::Depends;
  return A;
}

/// Could \p Name be continued to a host that \p P matches, given that it looks
/// like a whole name? "api.security.micro" could, "example.com" could not: that
/// a star would take it as its labels proves nothing.
static bool isBegunBy(StringRef Name, const HostPattern &P) {
  StringRef Wanted = P.text();
  size_t Star = Wanted.rfind('*');
  if (Star == StringRef::npos)
    return Wanted.starts_with(Name);
  StringRef Tail = Wanted.drop_front(Star + 1);
  for (size_t N = std::min(Tail.size(), Name.size()); N > 0; --N)
    if (Name.ends_with(Tail.take_front(N)))
      return true;
  StringRef Head = Wanted.take_front(Wanted.find('*'));
  return !Head.empty() && (Head.starts_with(Name) || Name.starts_with(Head));
}

/// Does \p Name look like the whole name of some other host?
static bool isWholeOther(StringRef Name, const Options &O) {
  if (Name.ends_with("]") || Name == "localhost")
    return true;
  auto [Front, Last] = Name.rsplit('.');
  bool IsWord = Last.size() >= 2 && llvm::all_of(Last, isAlpha);
  bool IsNumber =
      !Last.empty() && llvm::all_of(Last, isDigit) && Front.count('.') == 2;
  if (Front.empty() || (!IsWord && !IsNumber))
    return false;
  auto Begun = [&](const HostPattern &P) { return isBegunBy(Name, P); };
  auto BegunRow = [&](const HostRow &R) {
    return Begun(HostPattern(R.Pattern));
  };
  return !llvm::any_of(O.TargetHosts, Begun) &&
         !llvm::any_of(hostTable(), BegunRow) &&
         !llvm::any_of(familyTable(), BegunRow);
}

static bool isIgnored(const Pattern &Host, const Options &O) {
  return llvm::any_of(O.IgnoreHosts, [&](const HostPattern &P) {
    return P.matches(Host) == Tri::Yes;
  });
}

namespace {
/// A host at its first run of neighbouring holes.
struct HoleRun {
  CodeRef Before, Holes, After;

  explicit HoleRun(CodeRef Host) {
    size_t First = 0;
    while (First < Host.size() && !Codes::isHole(Host[First]))
      ++First;
    size_t Last = First;
    while (Last < Host.size() && Codes::isHole(Host[Last]))
      ++Last;
    Before = Host.take_front(First);
    Holes = Host.slice(First, Last - First);
    After = Host.drop_front(Last);
  }
};
} // namespace

/// `base + path`: what stands before the hole is the whole host, and the hole
/// begins the port or path.
static std::optional<HostAnswer> wholeBefore(const Codes &C, const HoleRun &Run,
                                             const Options &O) {
  if (Run.Before.empty() || (!Run.After.empty() && Run.After[0] == '.'))
    return std::nullopt;
  Pattern Before = C.pattern(Run.Before);
  HostAnswer A = lookUp(Before, O);
  A.Shown = Codes::bytes(Run.Before);
  if (A.K == HostAnswer::Target || isIgnored(Before, O) ||
      isWholeOther(A.Shown, O))
    return A;
  return std::nullopt;
}

/// `base + "api/x"`: the hole may bring the end of the host and a '/'.
static bool mayEndHost(const Codes &C, const HoleRun &Run) {
  return !Run.After.empty() && Run.After[0] != '.' && Run.After[0] != '-' &&
         llvm::any_of(Run.Holes, [&](Code X) { return C.isFree(X); });
}

HostAnswer requirement::classifyHost(const Pattern &Host, const Options &O) {
  Codes C(Host);
  HostAnswer A = lookUp(Host, O);
  A.Shown = display(Host);
  if (Host.isLiteral() || A.K == HostAnswer::Target)
    return A;
  HoleRun Run(C.all());
  if (std::optional<HostAnswer> Whole = wholeBefore(C, Run, O))
    return *Whole;
  bool MayEnd = mayEndHost(C, Run);
  A.Unknown = Run.Before.empty() &&
              (Run.After.empty() || (MayEnd && A.K == HostAnswer::NotTarget));
  if (MayEnd)
    A.K = HostAnswer::Depends;
  if (A.K == HostAnswer::Depends)
    A.Why = C.hole(Run.Holes[0]).From;
  return A;
}

/// The host of a response, for a URL that was read from it.
static std::optional<HostAnswer> fromResponse(const Pattern &Url,
                                              const Options &O) {
  ArrayRef<Piece> Pieces = Url.pieces();
  // The scheme may be known.
  if (Pieces.size() > 1 && !Pieces[0].isHole() && StringRef(Pieces[0].Literal).ends_with("://"))
    Pieces = Pieces.drop_front();
  if (Pieces.empty() || !Pieces[0].isHole())
    return std::nullopt;
  const OriginRef &From = Pieces[0].AHole->From;
  if (!From || From->K != Origin::Response || From->Host.empty())
    return std::nullopt;
  HostAnswer A = classifyHost(
      splitUrl(Pattern({Piece::literal(From->Host, Loc())})).Host, O);
  A.FromResponse = true;
  return A;
}

/// Is \p Path, with its '/', one of the security APIs of Graph?
static Tri isSecurityPath(const Pattern &Path) {
  Tri Best = Tri::No;
  for (StringRef Base : {"/v1.0/security", "/beta/security"}) {
    Best = std::max(Best, startsWith(Path, (Base + "/").str(), true));
    Best = std::max(Best, equalsLiteral(Path, Base, true));
  }
  return Best;
}

HostAnswer requirement::classifyUrl(const Pattern &Url, const Options &O) {
  if (std::optional<HostAnswer> A = fromResponse(Url, O))
    return *A;
  UrlParts Parts = splitUrl(Url);
  HostAnswer A;
  if (Parts.IsRelative) {
    A.K = HostAnswer::Depends;
    A.Unknown = true;
    A.Why = makeOrigin(Origin::Runtime, "a base URL that was not seen");
    return A;
  }
  A = classifyHost(Parts.Host, O);
  if (Parts.isHttp() == Tri::No)
    A.K = HostAnswer::NotTarget;
  bool IsGraph =
      A.K == HostAnswer::Target && A.Row && A.Row->Of == Product::Graph;
  // A hole at the end of the host holds the beginning of the path.
  bool PathShown = Parts.Host.isLiteral();
  if (IsGraph && O.Graph == GraphScope::Security && PathShown &&
      isSecurityPath(Parts.Path) == Tri::No)
    A.K = HostAnswer::NotTarget;
  return A;
}
