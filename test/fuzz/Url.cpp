//===- fuzz/Url.cpp - The parts of a URL, and whether it is a target ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// - A plain URL, as a regular expression knows it, has that host, port, path and query.
// - What is said for certain of a URL with holes holds when they are filled with what
//   delimits nothing: another host stays another.
// - The same is said twice.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Requirement/Hosts.h"
#include "Requirement/Url.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace mde;
using namespace mde::fuzz;
using namespace mde::requirement;
using namespace llvm;

static std::string shown(const Filled &F, const HostAnswer &Open, const HostAnswer &Whole) {
  return print(F.WithHoles) + ": " + std::to_string(Open.K) + " " + Open.Shown + "\n" + print(F.Whole) + ": " +
         std::to_string(Whole.K) + " " + Whole.Shown;
}

static void requireParts(StringRef Url, const UrlParts &Parts) {
  static Regex Plain("^([A-Za-z][A-Za-z0-9+.-]*)://([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*)(:([0-9]+))?"
                     "((/[A-Za-z0-9/.-]*)?)(\\?([A-Za-z0-9=&/.-]*))?$");
  SmallVector<StringRef> Found;
  if (Url.contains('\0') || !Plain.match(Url, &Found))
    return;
  auto Is = [&](const Pattern &Part, StringRef Wanted) { return Part.literal().value_or("?") == Wanted; };
  require(!Parts.IsRelative && Is(Parts.Scheme, Found[1].lower()) && Is(Parts.Host, Found[2].lower()) &&
              Is(Parts.Port, Found[5]) && Is(Parts.Path, Found[6]) && Is(Parts.Query, Found[9]) &&
              Is(Parts.UserInfo, ""),
          "a plain URL has the parts that RFC 3986 gives it", Url);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  if (Size > 4096)
    return 0;
  Filled F(bytes(Data, Size));
  Options O;
  HostAnswer Open = classifyUrl(F.WithHoles, O), Again = classifyUrl(F.WithHoles, O);
  require(Open.K == Again.K && Open.Shown == Again.Shown && Open.Row == Again.Row, "the same is said twice");
  require(Open.K != HostAnswer::Depends || Open.Why || Open.Unknown, "who depends says on what", print(F.WithHoles));

  HostAnswer Whole = classifyUrl(F.Whole, O);
  std::string Text = F.Whole.literal().value_or("");
  UrlParts Parts = splitUrl(F.Whole);
  // What a path is relative to decides.
  require(Whole.K != HostAnswer::Depends || Parts.IsRelative, "a known URL is a target or none", Text);
  requireParts(Text, Parts);

  auto IsPlain = [](StringRef Fill) { return !Fill.empty() && all_of(Fill, [](char C) { return isAlnum(C); }); };
  if (!F.HasHoles || !F.IsAllowed || !all_of(F.Fills, IsPlain))
    return 0;
  if (Open.K == HostAnswer::NotTarget)
    require(Whole.K == HostAnswer::NotTarget, "what is no target does not become one", shown(F, Open, Whole));
  return 0;
}
