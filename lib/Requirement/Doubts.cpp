//===- Requirement/Doubts.cpp - Words for what is not known ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Doubts.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

StringRef requirement::name(Doubt D) {
  static constexpr const char *Names[] = {
      "none",        "value",          "callers-not-seen", "bound",
      "response",    "not-understood", "open-headers",     "pending",
      "combination", "host-depends",   "host-unknown"};
  return Names[static_cast<unsigned>(D)];
}

Doubt requirement::doubtOf(const OriginRef &From) {
  if (!From)
    return Doubt::Value;
  switch (From->K) {
  case Origin::Runtime:
  case Origin::Number:
    return Doubt::Value;
  case Origin::Outside:
    return Doubt::Callers;
  case Origin::Response:
    return Doubt::Response;
  case Origin::Bound:
    return Doubt::Bound;
  case Origin::Unknown:
    return Doubt::NotModeled;
  }
  return Doubt::Value;
}

std::string requirement::whatOf(const OriginRef &From) {
  return From && !From->What.empty() ? From->What
                                     : std::string("an unknown value");
}

std::string requirement::reasonOf(const OriginRef &From, StringRef Subject) {
  std::string On = fmt::format("{} depends on {}", Subject.str(), whatOf(From));
  switch (doubtOf(From)) {
  case Doubt::Callers: {
    StringRef What(From->What);
    if (What.empty())
      return "callers not seen";
    if (What.starts_with("global"))
      return "writers not seen; " + On;
    bool FromCaller = What.starts_with("parameter") || What == "the object";
    return FromCaller ? "callers not seen; " + On : On + ", which was not seen";
  }
  case Doubt::Bound:
    return StringRef(From->What).contains("bound")
               ? From->What + " was reached"
               : fmt::format("a bound was reached ({})", whatOf(From));
  case Doubt::Response:
    return fmt::format("{} was read from a response", Subject.str());
  case Doubt::NotModeled:
    return fmt::format("{}, which is not understood", On);
  default:
    return On;
  }
}
