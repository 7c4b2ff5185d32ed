// RUN: %check-doors %s -- -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// wxHTTP, wxURL, and the texts and URIs of wxWidgets.
#include <memory>
#include <string>
#include <wx/protocol/http.h>
#include <wx/sstream.h>
#include <wx/string.h>
#include <wx/txtstrm.h>
#include <wx/uri.h>
#include <wx/url.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using Stream = std::unique_ptr<wxInputStream>;
extern bool chosen(const char *);

void missing() {
  wxHTTP http;
  http.SetHeader("Accept", "application/json");
  http.SetUser("me");
  http.SetPassword("secret");
  http.SetTimeout(10);
  http.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream stream(http.GetInputStream("/v1.0/me"));
}

void set() {
  wxHTTP before, after, lower, wide;
  before.SetHeader("User-Agent", AGENT);
  before.Connect("graph.microsoft.com", 80);
  Stream a(before.GetInputStream("/v1.0/me"));
  after.Connect("graph.microsoft.com");
  after.SetMethod("GET");
  after.SetHeader("User-Agent", AGENT);
  Stream b(after.GetInputStream("/v1.0/me"));
  lower.SetHeader("user-agent", AGENT);
  lower.SetPostText("application/json", "{}");
  lower.Connect("graph.microsoft.com");
  Stream c(lower.GetInputStream("/v1.0/me"));
  wide.SetHeader(wxT("User-Agent"), L"MdePartner-Contoso-Cognito/1.0");
  wide.Connect(wxT("graph.microsoft.com"));
  Stream d(wide.GetInputStream(wxT("/v1.0/me")));
}

void replaced() {
  wxHTTP good, bad, emptied;
  good.SetHeader("User-Agent", "Contoso/1.0");
  good.SetHeader("user-agent", AGENT);
  good.Connect("graph.microsoft.com");
  Stream a(good.GetInputStream("/v1.0/me"));
  bad.SetHeader("User-Agent", AGENT);
  bad.SetHeader("user-agent", "Contoso/1.0");
  bad.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Stream b(bad.GetInputStream("/v1.0/me"));
  emptied.SetHeader("User-Agent", AGENT);
  emptied.SetHeader("User-Agent", "");
  emptied.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream c(emptied.GetInputStream("/v1.0/me"));
}

// An answer takes the place of the headers.
void secondRequest() {
  wxHTTP http;
  http.SetHeader("User-Agent", AGENT);
  http.Connect("graph.microsoft.com");
  Stream first(http.GetInputStream("/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream second(http.GetInputStream("/v1.0/me"));
  http.SetHeader("User-Agent", AGENT);
  Stream third(http.GetInputStream("/v1.0/me"));
}

// Without one they stay.
void retry() {
  wxHTTP http;
  http.SetHeader("User-Agent", AGENT);
  http.Connect("graph.microsoft.com");
  for (int i = 0; i < 3; ++i)
    if (Stream stream{http.GetInputStream("/v1.0/me")})
      break;
}

void oneBranch() {
  wxHTTP http;
  http.Connect("graph.microsoft.com");
  if (chosen("agent"))
    http.SetHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream stream(http.GetInputStream("/v1.0/me"));
}

void otherHosts() {
  wxHTTP own, alike, login;
  own.Connect("siem.contoso.example");
  Stream a(own.GetInputStream("/?host=graph.microsoft.com"));
  alike.Connect("graph.microsoft.com.contoso.example");
  Stream b(alike.GetInputStream("/v1.0/me"));
  login.Connect("login.microsoftonline.com");
  Stream c(login.GetInputStream("/common"));
  login.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream d(login.GetInputStream("/v1.0/me"));
}

void byAddress() {
  wxIPV4address address;
  address.Hostname("graph.microsoft.com");
  address.Service(80);
  wxHTTP http;
  http.Connect(address);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream stream(http.GetInputStream("/v1.0/me"));
}

static void identify(wxHTTP &http) { http.SetHeader("User-Agent", AGENT); }

static wxString readAll(wxHTTP &http, const wxString &path) {
  wxString text;
  if (Stream stream{http.GetInputStream(path)}) {
    wxStringOutputStream out(&text);
    stream->Read(out);
  }
  return text;
}

void helpers() {
  wxHTTP good, bad;
  identify(good);
  good.Connect("graph.microsoft.com");
  bad.Connect("graph.microsoft.com");
  readAll(good, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  readAll(bad, "/v1.0/me");
}

namespace {
class Client {
public:
  explicit Client(const wxString &agent) : agent_(agent) { http_.Connect("graph.microsoft.com"); }
  wxString get(const wxString &path) {
    if (!agent_.empty())
      http_.SetHeader("User-Agent", agent_);
    return readAll(http_, path);
  }

private:
  wxHTTP http_;
  wxString agent_;
};
} // namespace

void asMember() {
  Client good(AGENT), bad(""), malformed("Contoso");
  good.get("/v1.0/me");
  good.get("/v1.0/users");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  malformed.get("/v1.0/me");
}

// What is read comes from the host that was asked.
void nextPage() {
  wxHTTP http;
  http.SetHeader("User-Agent", AGENT);
  http.Connect("graph.microsoft.com");
  Stream stream(http.GetInputStream("/v1.0/users"));
  if (!stream)
    return;
  wxStringOutputStream out;
  stream->Read(out);
  wxTextInputStream lines(*stream);
  wxHTTP next;
  next.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream second(next.GetInputStream(out.GetString()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream third(next.GetInputStream(lines.ReadLine()));
}

// wxURL.
void urls() {
  wxURL plain("http://graph.microsoft.com/v1.0/me"), named("http://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream a(plain.GetInputStream());
  if (named.GetError() == wxURL_NOERR)
    static_cast<wxHTTP &>(named.GetProtocol()).SetHeader("User-Agent", AGENT);
  wxURL copy(named), other("http://siem.contoso.example/graph.microsoft.com");
  Stream b(other.GetInputStream());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream c(copy.GetInputStream());
}

void urlWithAgent() {
  wxURL url("http://graph.microsoft.com/v1.0/me");
  static_cast<wxHTTP &>(url.GetProtocol()).SetHeader("User-Agent", AGENT);
  Stream a(url.GetInputStream());
  url.SetURL("http://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  Stream b(url.GetInputStream());
  url = "http://siem.contoso.example/";
  Stream c(url.GetInputStream());
}

static void open(const wxURI &uri) {
  wxURL url(uri);
  Stream stream(url.GetInputStream());
}

void uris() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  open(wxURI("http://graph.microsoft.com/v1.0/me"));
  open(wxURI("http://siem.contoso.example/graph.microsoft.com"));
  const wxURI base("http://graph.microsoft.com/v1.0/");
  wxURI relative("/v1.0/me");
  relative.Resolve(base);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  open(relative);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  open(wxURI("http://" + base.GetServer() + base.GetPath()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  open(wxURI(base.BuildURI()));
}

// Texts: each is sent as an agent.
static void send(const wxString &agent) {
  wxHTTP http;
  http.SetHeader("User-Agent", agent);
  http.Connect("graph.microsoft.com");
  Stream stream(http.GetInputStream("/v1.0/me"));
}

void texts(int build) {
  const wxString product = "Cognito", full(AGENT);
  send(full);
  send(wxString("MdePartner-") + wxT("Contoso-") + product + '/' + "1.0");
  send("MdePartner-Contoso-" + product + "/1.0");
  send(wxString::Format("MdePartner-%s-%s/%d.%d", "Contoso", product, 1, 2));
  send(wxString::Format(wxT("MdePartner-Contoso-%s/%d"), product.c_str(), build));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/7' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(wxString::Format("%s/%d", "Contoso", 7));
  wxString built;
  built << "MdePartner-" << wxT("Contoso") << '-' << product << "/" << 1;
  send(built);
  built.Printf("%s/1.0", product);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(built);
  built.Prepend("MdePartner-Contoso-");
  send(built);
  built += " (beta)";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (beta)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(built);
  send(built.BeforeFirst(' '));
  built.RemoveLast(7);
  send(built);
  built.RemoveLast();
  built.RemoveLast(3);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(built);
  send(full.Left(19) + full.Mid(19, 7) + "/" + full.AfterFirst('/'));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent '1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(full.AfterLast('/'));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(full.BeforeLast('/'));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'mdepartner-contoso-cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(full.Lower());
  send(wxString::FromUTF8(full.utf8_str()));
  send(wxString::FromUTF8(std::string(full.ToStdString()).c_str()));
  send(wxString(full.mb_str(), wxConvUTF8));
  send(wxString(std::wstring(full.ToStdWstring())));
  wxString replaced = "Contoso-Cognito_1.0";
  replaced.Replace("_", "/");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(replaced);
  send("MdePartner-" + replaced.Trim());
  wxString rest;
  if (full.StartsWith("MdePartner-", &rest))
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    send(rest);
  wxString compared = full;
  if (product == "cognito" || product.IsSameAs("other") || !product.IsSameAs("cognito", false) || product.CmpNoCase("COGNITO") != 0 ||
      product.empty() || !full.Contains("Contoso") || full.Find("MdePartner") != 0)
    compared = "Contoso";
  send(compared);
}
