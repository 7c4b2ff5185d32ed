// RUN: %check-doors %s -- -std=c++20 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Windows.Web.Http: clients, requests and what is awaited.
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.Web.Http.Filters.h>
#include <winrt/Windows.Web.Http.Headers.h>
#include <winrt/Windows.Web.Http.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"
#define ME L"https://graph.microsoft.com/v1.0/me"

using namespace winrt;
using namespace winrt::Windows::Foundation;
using namespace winrt::Windows::Web::Http;
using namespace winrt::Windows::Web::Http::Headers;

void everyCall() {
  HttpClient client;
  Uri me{ME};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(me).get();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(me, HttpCompletionOption::ResponseHeadersRead);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetStringAsync(me).get();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.PostAsync(me, HttpStringContent{L"{}"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.PutAsync(me, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.DeleteAsync(Uri{L"https://graph.microsoft.com", L"v1.0/me"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.TryGetAsync(me).get();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.TryGetStringAsync(me);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.SendRequestAsync(HttpRequestMessage{HttpMethod::Get(), me}).get();
  HttpRequestMessage later;
  later.RequestUri(me);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.TrySendRequestAsync(later);
}

void everyCallWithAgent() {
  HttpClient client;
  client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  Uri me{ME};
  client.GetAsync(me).get();
  client.GetStringAsync(me).get();
  client.PostAsync(me, HttpStringContent{L"{}"});
  client.DeleteAsync(Uri{L"https://graph.microsoft.com", L"v1.0/me"});
  client.TryGetAsync(me).get();
  client.SendRequestAsync(HttpRequestMessage{HttpMethod::Get(), me}).get();
}

void waysToSayIt(const hstring &version) {
  HttpRequestMessage first{HttpMethod::Get(), Uri{ME}}, second{HttpMethod::Get(), Uri{ME}}, third{HttpMethod::Get(), Uri{ME}},
      fourth{HttpMethod::Get(), Uri{ME}}, fifth{HttpMethod::Get(), Uri{ME}}, sixth{HttpMethod::Get(), Uri{ME}};
  HttpClient client;
  first.Headers().UserAgent().TryParseAdd(AGENT);
  client.SendRequestAsync(first);
  second.Headers().Append(L"user-agent", AGENT);
  client.SendRequestAsync(second);
  third.Headers().TryAppendWithoutValidation(L"User-Agent", L"MdePartner-Contoso-Cognito/" + version);
  client.SendRequestAsync(third);
  fourth.Headers().Insert(L"User-Agent", AGENT);
  client.SendRequestAsync(fourth);
  fifth.Headers().UserAgent().Append(HttpProductInfoHeaderValue{L"MdePartner-Contoso-Cognito", L"1.0"});
  client.SendRequestAsync(fifth);
  sixth.Headers().Append(L"Accept", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.SendRequestAsync(sixth);
}

void malformed() {
  HttpClient client;
  client.DefaultRequestHeaders().UserAgent().ParseAdd(L"contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT); // beside it
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0 MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().UserAgent().Clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().UserAgent().Append({L"MdePartner-Contoso-Cognito", L"1.0"});
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().UserAgent().Append(HttpProductInfoHeaderValue{L"Windows"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Windows)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().Remove(L"User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().Insert(L"User-Agent", AGENT);
  client.DefaultRequestHeaders().Remove(L"Accept");
  client.GetAsync(Uri{ME});
  client.DefaultRequestHeaders().Clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
}

// Objects are handles.
void handles() {
  HttpClient client, same = client, other;
  auto headers = same.DefaultRequestHeaders();
  auto products = headers.UserAgent();
  products.ParseAdd(AGENT);
  client.GetAsync(Uri{ME});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  other.GetAsync(Uri{ME});
  HttpRequestMessage message{HttpMethod::Get(), Uri{ME}}, alias{nullptr};
  alias = message;
  alias.Headers().UserAgent().ParseAdd(AGENT);
  other.SendRequestAsync(message);
}

void ofTheRequestAndOfTheClient() {
  HttpClient client;
  client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  HttpRequestMessage same{HttpMethod::Get(), Uri{ME}}, another{HttpMethod::Get(), Uri{ME}};
  same.Headers().UserAgent().ParseAdd(AGENT);
  client.SendRequestAsync(same);
  another.Headers().UserAgent().ParseAdd(L"contoso/1.0");
  client.SendRequestAsync(another); // unverified
}

void filters(const Filters::IHttpFilter &own) {
  Filters::HttpBaseProtocolFilter filter;
  filter.AllowAutoRedirect(false);
  HttpClient client{filter}, custom{own};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
  custom.GetAsync(Uri{ME});
}

extern bool identify();
void onOneBranch() {
  HttpClient client;
  if (identify())
    client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
}

void otherHosts() {
  HttpClient client;
  client.GetAsync(Uri{L"https://login.microsoftonline.com/common"});
  client.GetAsync(Uri{L"https://graph.microsoft.com.contoso.example/?host=graph.microsoft.com"});
}

void urls(const std::string &id, const std::wstring &path) {
  const hstring base = L"https://api.security.microsoft.com";
  HttpClient client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{base + L"/api/machines/" + to_hstring(id)});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{base, path});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{std::wstring{base} + path});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{base}.CombineUri(L"/api"));
}

// Awaited.
IAsyncAction awaited() {
  HttpClient good, bad;
  good.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  hstring page = co_await good.GetStringAsync(Uri{ME});
  co_await good.GetStringAsync(Uri{page});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  HttpResponseMessage answer = co_await bad.GetAsync(Uri{ME});
  answer.EnsureSuccessStatusCode();
  hstring text = co_await answer.Content().ReadAsStringAsync();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  co_await bad.GetStringAsync(Uri{text});
}

static IAsyncOperation<hstring> fetch(HttpClient client, hstring path) {
  HttpRequestMessage message{HttpMethod::Get(), Uri{L"https://graph.microsoft.com" + path}};
  HttpResponseMessage answer = co_await client.SendRequestAsync(message);
  co_return co_await answer.Content().ReadAsStringAsync();
}

IAsyncAction helpers() {
  HttpClient good, bad;
  good.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  hstring next = co_await fetch(good, L"/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  co_await fetch(bad, L"/v1.0/me");
  good.GetAsync(Uri{next});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  bad.GetAsync(Uri{next});
}

void completed() {
  HttpClient client;
  client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetStringAsync(Uri{ME}).Completed([](const IAsyncOperationWithProgress<hstring, HttpProgress> &operation, AsyncStatus) {
    HttpClient other;
    other.GetAsync(Uri{operation.GetResults()}); // said where the host comes from
  });
}

class Graph {
public:
  explicit Graph(const wchar_t *agent) : client_(HttpClient{}) {
    if (agent)
      client_.DefaultRequestHeaders().UserAgent().ParseAdd(agent);
  }
  std::string get(std::wstring_view path) {
    return to_string(client_.GetStringAsync(Uri{std::wstring{L"https://graph.microsoft.com"} + std::wstring{path}}).get());
  }

private:
  HttpClient client_{nullptr};
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd(L"contoso");
  good.get(L"/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  bad.get(L"/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get(L"/v1.0/me");
}

extern HttpClient shared();
void unseen(HttpClient given) {
  given.GetAsync(Uri{ME});
  shared().GetAsync(Uri{ME});
}

// Other maps and vectors are no headers.
void otherCollections(Collections::IMap<hstring, hstring> map) {
  HttpClient client;
  map.Insert(L"User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.GetAsync(Uri{ME});
}
