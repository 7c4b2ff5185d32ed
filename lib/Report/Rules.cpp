// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Rules.h"
#include "llvm/ADT/STLExtras.h"

using namespace mde;
using requirement::VerdictKind;

static constexpr report::Rule All[] = {
    {VerdictKind::Missing, "MDE1001", "MissingUserAgent", "error",
     "A request to Microsoft Defender or Microsoft Graph is sent without a "
     "partner User-Agent.",
     "Set the User-Agent of the request, or of the session that it is made "
     "from, to MdePartner-{CompanyName}-{ProductName}/{Version} on every path "
     "to the place where it is sent. The notes show the path on which it is "
     "not "
     "set."},
    {VerdictKind::Malformed, "MDE1002", "MalformedUserAgent", "error",
     "The User-Agent of a request to Microsoft Defender or Microsoft Graph "
     "does "
     "not have the form that partners have to use.",
     "Send the User-Agent as MdePartner-{CompanyName}-{ProductName}/{Version}, "
     "with the names of your company and product and the version of the "
     "program. The notes show where the value comes from."},
    {VerdictKind::Unverified, "MDE1003", "UnverifiedUserAgent", "warning",
     "Whether a request to Microsoft Defender or Microsoft Graph carries a "
     "partner User-Agent could not be verified.",
     "The User-Agent depends on what cannot be known before the program runs. "
     "Build it from literals, so that it begins with MdePartner-, or show by "
     "other means that it has the form "
     "MdePartner-{CompanyName}-{ProductName}/{Version}."}};

llvm::ArrayRef<report::Rule> report::rules() { return All; }

size_t report::ruleFor(VerdictKind K) {
  return llvm::find_if(All, [&](const Rule &R) { return R.Kind == K; }) - All;
}
