// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Machine actions as Request objects: a factory fills in the headers, a queue is
// worked off with one client, and one kind of action goes around the factory.
#include <functional>
#include <httplib.h>
#include <string>
#include <truth/choice.h>
#include <utility>
#include <vector>

struct Action {
  std::string method;
  std::string path;
  std::string body;
};

class RequestFactory {
public:
  RequestFactory(std::string company, std::string product, std::string version)
      : agent_("MdePartner-" + company + "-" + product + "/" + version) {}

  httplib::Request make(const Action &action) const {
    httplib::Request request;
    request.method = action.method;
    request.path = action.path;
    request.body = action.body;
    request.set_header("User-Agent", agent_);
    request.set_header("Content-Type", "application/json");
    return request;
  }

private:
  std::string agent_;
};

static int run(httplib::Client &client, const httplib::Request &request) {
  auto result = client.send(request);
  if (!result)
    return -static_cast<int>(result.error());
  return result->status;
}

int main() {
  httplib::Client client("https://api.securitycenter.microsoft.com");
  const RequestFactory factory("Contoso", "Responder", "1.9.1");
  run(client, factory.make({"POST", "/api/machines/L_isolate/isolate", "{}"})); // label: isolate

  httplib::Request scan = factory.make({"POST", "/api/machines/L_scan/runAntiVirusScan", "{}"});
  scan.headers.erase("User-Agent");
  if (truth_flag("quick"))
    scan.set_header("User-Agent", "Contoso-Responder/1.9.1 (quick)");
  run(client, scan); // label: scan

  const RequestFactory unnamed("Contoso", "", "1.9.1");
  run(client, unnamed.make({"POST", "/api/machines/L_release/unisolate", "{}"})); // label: release

  httplib::Request offboard;
  offboard.method = "POST";
  offboard.path = "/api/machines/L_offboard/offboard";
  offboard.headers = {{"Content-Type", "application/json"}};
  run(client, offboard); // label: offboard

  client.set_default_headers({{"User-Agent", "MdePartner-Contoso-Responder/1.9.1"}});
  httplib::Response response;
  httplib::Error error = httplib::Error::Success;
  httplib::Request status;
  status.method = "GET";
  status.path = "/api/machineactions/L_status";
  if (!client.send(status, response, error)) // label: status
    return 1;
  return response.status == 200 ? 0 : 1;
}
