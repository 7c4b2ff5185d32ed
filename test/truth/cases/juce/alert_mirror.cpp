// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mirrors alerts with JUCE: pages with headers of its own, a download, a stream that is
// given headers in two steps, and what a URL does by itself.
#include <iostream>
#include <juce_core/juce_core.h>
#include <truth/choice.h>

using namespace juce;
using Options = URL::InputStreamOptions;

namespace {

const Options plain(URL::ParameterHandling::inAddress);

String lines(const String &agent) {
  StringArray all{"Accept: application/json"};
  if (agent.isNotEmpty())
    all.add("User-Agent: " + agent);
  return all.joinIntoString("\r\n");
}

String get(const URL &url, const Options &options) {
  int status = 0;
  auto stream = url.createInputStream(options.withStatusCode(&status).withConnectionTimeoutMs(20000));
  if (stream == nullptr || status != 200)
    std::cerr << "no answer\n";
  return stream != nullptr ? stream->readEntireStreamAsString() : String();
}

void headers() {
  const URL alerts("https://api.security.microsoft.com/api/alerts");
  get(alerts.getChildURL("L_none"), plain);                                                 // label: none
  get(alerts.getChildURL("L_good"), plain.withExtraHeaders(lines("MdePartner-Contoso-Mirror/2.1"))); // label: good
  get(alerts.withNewSubPath("api/L_replaced"), plain.withExtraHeaders("User-Agent: MdePartner-Contoso-Mirror/2.1").withExtraHeaders("Accept: */*")); // label: replaced
  get(alerts.withParameter("case", "L_lower"), plain.withExtraHeaders("user-agent: mirror/2")); // label: lower
  get(alerts.withParameter("case", "L_empty"), plain.withExtraHeaders("User-Agent:"));      // label: empty
  get(alerts.withNewDomainAndPath("https://siem.contoso.example/L_own"), plain);            // label: own
  get(alerts.withParameter("case", "L_twice"), plain.withExtraHeaders("User-Agent: Mirror\r\nUser-Agent: MdePartner-Contoso-Mirror/2.1")); // label: twice
  alerts.withParameter("case", "L_older").withPOSTData("{}").createInputStream(false, nullptr, nullptr, lines(truth_flag("named") ? "MdePartner-Contoso-Mirror/2.1" : "")); // label: older
}

void streams() {
  const URL me("https://graph.microsoft.com/v1.0/me");
  WebInputStream added(me.getChildURL("L_added"), false), late(me.getChildURL("L_late"), false), unused(me.getChildURL("L_unused"), false);
  added.withExtraHeaders("Accept: */*").withExtraHeaders("User-Agent: MdePartner-Contoso-Mirror/2.1");
  added.readEntireStreamAsString(); // label: added
  late.getStatusCode();             // label: late
  late.withExtraHeaders("User-Agent: MdePartner-Contoso-Mirror/2.1");
  late.readEntireStreamAsString();
  unused.withExtraHeaders("Accept: */*"); // label: unused
}

void whole() {
  URL machines("https://api.securitycenter.microsoft.com/api/machines");
  machines.getChildURL("L_text").readEntireTextStream(); // label: text
  MemoryBlock block;
  machines.getChildURL("L_block").readEntireBinaryStream(block); // label: block
  const File file("/tmp/juce-download");
  if (auto task = machines.getChildURL("L_down").downloadToFile(file, URL::DownloadTaskOptions().withExtraHeaders(lines("MdePartner-Contoso-Mirror/2.1")))) // label: down
    while (!task->isFinished())
      Thread::sleep(10);
  if (auto task = machines.getChildURL("L_bare_down").downloadToFile(file, URL::DownloadTaskOptions())) // label: bare_down
    while (!task->isFinished())
      Thread::sleep(10);
  file.deleteFile();
}

} // namespace

int main() {
  headers();
  if (truth_flag("more"))
    streams();
  whole();
  return 0;
}
