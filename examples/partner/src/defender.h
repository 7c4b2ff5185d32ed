// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Microsoft Defender for Endpoint: machines, alerts, indicators.
#ifndef CONTOSO_DEFENDER_H
#define CONTOSO_DEFENDER_H

#include "http.h"
#include <string>
#include <vector>

namespace contoso {

struct Indicator {
  std::string value;
  std::string type; // FileSha256, DomainName, ...
  std::string action = "Alert";

  std::string json() const;
};

class Defender {
public:
  Defender(const Settings &settings, std::string token);

  /// All machines, page after page.
  std::vector<std::string> machines();
  Response alertsSince(const std::string &time);
  /// One indicator; tried a second time when the service is busy.
  Response submit(const Indicator &indicator);
  /// Many, after a look at what is there.
  bool import(const std::vector<Indicator> &indicators);

private:
  Http http_;
  std::string token_;
};

} // namespace contoso

#endif
