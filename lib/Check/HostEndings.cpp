// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check/HostEndings.h"
#include "Requirement/Hosts.h"

using namespace mde;
using namespace mde::check;
using llvm::StringRef;

HostEndings::HostEndings(const requirement::Options &O) {
  for (const requirement::HostRow &Row : requirement::hostTable())
    add(Row.Pattern);
  for (const requirement::HostRow &Row : requirement::familyTable())
    add(Row.Pattern);
  for (const requirement::HostPattern &P : O.TargetHosts)
    add(P.text());
}

bool HostEndings::isIn(StringRef Source) const {
  if (Any)
    return true;
  for (size_t Dot = Source.find('.'); Dot != StringRef::npos; Dot = Source.find('.', Dot + 1)) {
    StringRef Before = Source.take_front(Dot), After = Source.drop_front(Dot + 1);
    for (const auto &[Name, Top] : Endings)
      if (After.starts_with_insensitive(Top) && Before.ends_with_insensitive(Name))
        return true;
  }
  return false;
}

void HostEndings::add(StringRef Pattern) {
  auto [Front, Top] = Pattern.rsplit('.');
  StringRef Name = Front.rsplit('.').second;
  if (Name.empty())
    Name = Front;
  Name = Name.substr(Name.rfind('*') + 1);
  // `localhost`, `*.example`: too little to look for.
  if (Top.empty() || Top.contains('*') || Name.empty())
    Any = true;
  else
    Endings.insert({Name.str(), Top.str()});
}
