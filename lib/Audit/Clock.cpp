// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/Clock.h"
#include "llvm/Support/Process.h"
#include <chrono>
#include <fmt/chrono.h>

using namespace mde;
using namespace llvm;

Expected<std::string> audit::timeNow() {
  std::time_t Now = std::chrono::system_clock::to_time_t(
      std::chrono::system_clock::now());
  if (auto Epoch = sys::Process::GetEnv("SOURCE_DATE_EPOCH")) {
    // Until the year 9999.
    uint64_t Seconds = 0;
    if (StringRef(*Epoch).getAsInteger(10, Seconds) || Seconds > 253402300799)
      return createStringError(fmt::format(
          "SOURCE_DATE_EPOCH is '{}': it has to be a number of seconds since "
          "1970", *Epoch));
    Now = Seconds;
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(Now));
}
