//===- Findings/SuppressionsFile.cpp - Decisions in a file ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Findings/Suppressions.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include <chrono>
#include <fmt/format.h>

using namespace mde;
using namespace mde::findings;
using namespace llvm;

static constexpr size_t MaxBytes = 4 << 20;

namespace {
/// What reading an entry has to know, beside the YAML.
struct Reading {
  StringRef Text;
  std::string File;
  std::vector<std::string> Errors;
};
} // namespace

static bool isDay(StringRef Day) {
  unsigned Year, Month, D;
  if (Day.size() != 10 || Day[4] != '-' || Day[7] != '-' ||
      Day.take_front(4).getAsInteger(10, Year) ||
      Day.substr(5, 2).getAsInteger(10, Month) ||
      Day.substr(8).getAsInteger(10, D))
    return false;
  return std::chrono::year_month_day(std::chrono::year(Year),
                                     std::chrono::month(Month),
                                     std::chrono::day(D))
      .ok();
}

LLVM_YAML_IS_SEQUENCE_VECTOR(SuppressionEntry)

template <> struct yaml::MappingTraits<SuppressionEntry> {
  static void mapping(IO &In, SuppressionEntry &E) {
    auto &R = *static_cast<Reading *>(In.getContext());
    if (const yaml::Node *Here = static_cast<Input &>(In).getCurrentNode()) {
      const char *At = Here->getSourceRange().Start.getPointer();
      E.Line = StringRef(R.Text.begin(), At - R.Text.begin()).count('\n') + 1;
    }
    E.File = R.File;
    In.mapOptional("fingerprint", E.Fingerprint);
    In.mapOptional("function", E.Function);
    In.mapOptional("host", E.Host);
    In.mapOptional("verdict", E.Verdict);
    In.mapRequired("reason", E.Reason);
    In.mapOptional("expires", E.Expires);
  }

  static std::string validate(IO &, SuppressionEntry &E) {
    StringRef Kind = StringRef(E.Verdict).split('(').first;
    bool Unknown = Kind == "host-unknown";
    if (!E.Verdict.empty() && !Unknown && Kind != "missing" &&
        Kind != "malformed" && Kind != "unverified")
      return "verdict is missing, malformed, unverified or host-unknown";
    if (E.Fingerprint.empty() &&
        (E.Function.empty() || E.Verdict.empty() || (E.Host.empty() && !Unknown)))
      return "an entry needs a fingerprint, or function, host and verdict: "
             "`mde-audit --json=FILE` has them";
    if (StringRef(E.Reason).trim().empty())
      return "an entry needs a reason";
    if (!E.Expires.empty() && !isDay(E.Expires))
      return "expires is a day, such as 2027-01-31";
    return "";
  }
};

/// llvm's parser calls itself for what is nested. Nesting by indentation takes
/// more bytes than a file may have.
static bool isNestedDeeply(StringRef Text) {
  constexpr size_t Most = 1000;
  if (Text.count('[') > Most || Text.count('{') > Most)
    return true;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    if (Line.count("- ") > Most || Line.count("? ") > Most)
      return true;
  }
  return false;
}

static void onDiagnostic(const SMDiagnostic &D, void *Context) {
  auto &R = *static_cast<Reading *>(Context);
  if (D.getKind() == SourceMgr::DK_Error)
    R.Errors.push_back(fmt::format("{}:{}:{}: {}", R.File,
                                   std::max(D.getLineNo(), 1),
                                   D.getColumnNo() + 1, D.getMessage().str()));
}

Expected<std::vector<SuppressionEntry>>
findings::readSuppressions(StringRef Path) {
  auto Fail = [&](StringRef Why) {
    return createStringError(fmt::format("{}: {}", Path.str(), Why.str()));
  };
  auto File = MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!File)
    return Fail("cannot be read: " + File.getError().message());
  StringRef Text = (*File)->getBuffer();
  if (Text.size() > MaxBytes)
    return Fail("is too large to be a suppressions file");
  if (isNestedDeeply(Text))
    return Fail("is no suppressions file: it is nested too deeply");

  Reading R{Text, Path.str(), {}};
  std::vector<SuppressionEntry> Entries;
  yaml::Input In(Text, &R, onDiagnostic, &R);
  In >> Entries;
  if (!R.Errors.empty())
    return createStringError(fmt::format("{}", fmt::join(R.Errors, "\n")));
  if (In.error())
    return Fail("is no suppressions file: " + In.error().message());
  return Entries;
}
