// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A desktop agent of an older generation: it speaks plain HTTP through wxHTTP and wxURL
// to a gateway in front of Defender and Graph, which is called as they are. An answer
// takes a wxHTTP's headers with it, which the author knew in one place only.
#include <memory>
#include <truth/choice.h>
#include <wx/init.h>
#include <wx/protocol/http.h>
#include <wx/sstream.h>
#include <wx/string.h>
#include <wx/uri.h>
#include <wx/url.h>

using Stream = std::unique_ptr<wxInputStream>;

static const char *const Company = "Contoso";

static wxString userAgent(const wxString &product, int major) {
  return wxString::Format("MdePartner-%s-%s/%d.0", Company, product, major);
}

static wxString contentOf(wxInputStream &stream) {
  wxString text;
  wxStringOutputStream out(&text);
  stream.Read(out);
  return text;
}

// Names itself for each request.
class Api {
public:
  Api(const wxString &host, const wxString &agent) : host_(host), agent_(agent) { http_.SetTimeout(10); }

  wxString get(const wxString &path) {
    if (!agent_.IsEmpty())
      http_.SetHeader(wxT("User-Agent"), agent_);
    http_.SetHeader(wxT("Accept"), wxT("application/json"));
    if (!http_.Connect(host_))
      return wxString();
    Stream stream(http_.GetInputStream(path));
    if (!stream)
      return wxString();
    return contentOf(*stream);
  }

private:
  wxHTTP http_;
  wxString host_, agent_;
};

// Names itself once.
class Uploader {
public:
  explicit Uploader(const wxString &agent) { http_.SetHeader("User-Agent", agent); }

  bool upload(const wxString &path, const wxString &body) {
    http_.SetPostText("application/json", body);
    if (!http_.Connect("api.securitycenter.microsoft.com"))
      return false;
    Stream stream(http_.GetInputStream(path));
    return stream != nullptr;
  }

private:
  wxHTTP http_;
};

static wxString fetch(const wxString &address) {
  wxURL url(address);
  if (url.GetError() != wxURL_NOERR)
    return wxString();
  Stream stream(url.GetInputStream());
  return stream ? contentOf(*stream) : wxString();
}

int main() {
  wxInitializer initializer;
  wxSocketBase::Initialize();

  Api login("login.microsoftonline.com", "");
  login.get("/common/L_login"); // label: login

  Api defender("api.security.microsoft.com", userAgent("StatusAgent", 5));
  defender.get("/api/machines/L_machines"); // label: machines
  defender.get("/api/alerts/L_alerts");     // label: alerts

  Uploader uploader(userAgent("StatusAgent", 5));
  if (uploader.upload("/api/indicators/L_first", "{}")) // label: first
    uploader.upload("/api/indicators/L_second", "{}");  // label: second

  wxString product = truth_flag("named") ? "StatusAgent" : "";
  Api graph("graph.microsoft.com", userAgent(product, 4));
  graph.get("/v1.0/users/L_users"); // label: users

  const wxURI base("http://graph.microsoft.com/v1.0/");
  fetch("http://" + base.GetServer() + base.GetPath() + "L_photo"); // label: photo
  fetch("http://siem.contoso.example/L_siem?u=http://graph.microsoft.com/"); // label: siem

  wxURL named("http://graph.microsoft.us/v1.0/L_named");
  wxHTTP &protocol = static_cast<wxHTTP &>(named.GetProtocol());
  protocol.SetHeader("User-Agent", userAgent("StatusAgent", 5).Lower());
  Stream stream(named.GetInputStream()); // label: named
  return 0;
}
