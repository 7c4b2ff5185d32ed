// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// DEFINE: %{qt5} = %{system}/qt5 %{system}/qt5/QtCore %{system}/qt5/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// RUN: %check-doors --doors=mde-tidy %s -- %{qt5}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests, their headers and URLs, and the managers that send them.
#include <QtCore/QBuffer>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QHttpMultiPart>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <memory>

#define ME "https://graph.microsoft.com/v1.0/me"
#define AGENT "MdePartner-Contoso-Cognito/1.0"

void setRawHeader(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)};
  request.setRawHeader("Accept", "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  request.setRawHeader("User-Agent", AGENT);
  manager.get(request);
  request.setRawHeader("user-agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
  request.setRawHeader("USER-AGENT", QByteArray());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  request.setRawHeader("User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
}

void setHeader() {
  QNetworkAccessManager manager;
  QNetworkRequest request{QUrl(ME)};
  request.setHeader(QNetworkRequest::ContentTypeHeader, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  request.setHeader(QNetworkRequest::UserAgentHeader, AGENT);
  manager.get(request);
  request.setHeader(QNetworkRequest::UserAgentHeader, ""); // is refused
  manager.get(request);
  request.setRawHeader("user-agent", "raw/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'raw/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
  request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("cooked/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'cooked/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
  request.setHeader(QNetworkRequest::UserAgentHeader, QVariant());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
}

void everyVerb(QNetworkAccessManager &manager, QIODevice *device, QHttpMultiPart *parts) {
  QNetworkRequest request{QUrl(ME)};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.head(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.post(request, QByteArray("{}"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.post(request, device);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.post(request, parts);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.put(request, device);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.deleteResource(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.sendCustomRequest(request, "PATCH", QByteArray("{}"));
  request.setRawHeader("User-Agent", AGENT);
  manager.head(request);
  manager.post(request, QByteArray("{}"));
  manager.post(request, device);
  manager.post(request, parts);
  manager.put(request, device);
  manager.deleteResource(request);
  manager.sendCustomRequest(request, "PATCH", QByteArray("{}"));
  manager.connectToHost("graph.microsoft.com");
}

// get and the others copy the request.
void setAfterTheSend(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  QNetworkReply *reply = manager.get(request);
  request.setRawHeader("User-Agent", AGENT);
  reply->request().setRawHeader("User-Agent", "contoso/1.0");
  manager.get(reply->request().url().isEmpty() ? request : request);
}

void copies(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)}, before = request;
  request.setRawHeader("User-Agent", AGENT);
  QNetworkRequest after(request), moved(std::move(request)), assigned;
  assigned = after;
  after.setRawHeader("User-Agent", "contoso/1.0");
  manager.get(moved);
  manager.get(assigned);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(after);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(before);
  before.swap(assigned);
  manager.get(before);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(assigned);
}

extern bool isNamed();

void inOneBranch(QNetworkAccessManager &manager, bool other) {
  const bool named = isNamed();
  QNetworkRequest request{QUrl(ME)};
  if (named)
    request.setRawHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  if (!named)
    request.setRawHeader("User-Agent", other ? AGENT : "MdePartner-Contoso-Other/2.0");
  manager.get(request);
}

void onlyIfAbsent(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)};
  if (isNamed())
    request.setHeader(QNetworkRequest::UserAgentHeader, AGENT);
  if (!request.hasRawHeader("user-agent"))
    request.setRawHeader("User-Agent", AGENT);
  if (request.header(QNetworkRequest::UserAgentHeader).toString().isEmpty())
    request.setRawHeader("User-Agent", "contoso/1.0");
  manager.get(request);
  if (request.rawHeader("User-Agent") == AGENT)
    request.setRawHeader("User-Agent", request.rawHeader("User-Agent") + " (Qt)");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Qt)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
}

// What has no say in the User-Agent.
void settings(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)};
  request.setRawHeader("User-Agent", AGENT);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
  request.setPriority(QNetworkRequest::LowPriority);
  request.setTransferTimeout(1000);
  manager.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
  manager.get(request);
}

void urls(QNetworkAccessManager &manager, const QString &id) {
  QUrl url;
  url.setScheme("https");
  url.setHost("graph.microsoft.com");
  url.setPath("/v1.0/users/" + id);
  QUrlQuery query;
  query.addQueryItem("$top", "5");
  url.setQuery(query);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(url));
  url.setHost("status.contoso.example");
  manager.get(QNetworkRequest(url));
  const QUrl base(QStringLiteral("https://graph.microsoft.com/v1.0/"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(base.resolved(QUrl("users"))));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(base.resolved(QUrl("/beta/users?$top=1"))));
  manager.get(QNetworkRequest(base.resolved(QUrl("https://status.contoso.example/"))));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl(base.toString() + "users")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl::fromUserInput("graph.microsoft.com/v1.0/me")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest("https://" + base.host() + "/v1.0/me"));
  QNetworkRequest later;
  later.setUrl(base);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(later);
  later.setUrl(QUrl("https://status.contoso.example"));
  manager.get(later);
  QUrl copy = base;
  copy.setPath("/v1.0/groups");
  copy.setHost("login.microsoftonline.com");
  manager.get(QNetworkRequest(copy));
}

// A URL that is known in parts only.
void partlyKnown(QNetworkAccessManager &manager, const QString &region, const QString &unknown) {
  QUrl url("https://" + region + ".api.security.microsoft.com/api/machines");
  url.setQuery("$top=5");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to {region}.api.security.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(url));
  manager.get(QNetworkRequest(QUrl(unknown)));
  QUrl other(unknown);
  other.setPath("/v1.0/me");
  manager.get(QNetworkRequest(other));
}

void otherHosts(QNetworkAccessManager &manager) {
  for (const char *url : {"https://login.microsoftonline.com/common/oauth2/v2.0/token", "https://graph.microsoft.com.contoso.example/",
                          "https://notgraph.microsoft.com/", "https://contoso.example/?next=https://graph.microsoft.com/v1.0/me",
                          "https://graph.microsoft.com@contoso.example/", "file:///tmp/graph.microsoft.com"})
    manager.get(QNetworkRequest(QUrl(url)));
}

static QNetworkRequest makeRequest(const QUrl &url, bool named = true) {
  QNetworkRequest request(url);
  if (named)
    request.setRawHeader("User-Agent", AGENT);
  return request;
}

static void name(QNetworkRequest &request) { request.setRawHeader("User-Agent", AGENT); }

static QNetworkReply *send(QNetworkAccessManager &manager, const QNetworkRequest &request) { return manager.get(request); }

void helpers(QNetworkAccessManager &manager) {
  manager.get(makeRequest(QUrl(ME)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(makeRequest(QUrl(ME), false));
  QNetworkRequest request{QUrl(ME)};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  send(manager, request);
  name(request);
  send(manager, request);
}

extern void configure(QNetworkRequest &request);

void unseen(QNetworkAccessManager &manager, QNetworkRequest &given) {
  QNetworkRequest request{QUrl(ME)};
  configure(request);
  manager.get(request);
  given.setUrl(QUrl(ME));
  manager.get(given);
}

class Client {
public:
  explicit Client(const QString &product) : agent("MdePartner-Contoso-" + product + "/2.1") {}
  QNetworkReply *get(const QString &path) { return manager.get(request(path)); }
  QNetworkReply *remove(const QString &path) {
    QNetworkRequest plain(request(path).url());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    return manager.deleteResource(plain);
  }

private:
  QNetworkRequest request(const QString &path) const {
    QNetworkRequest request(QUrl(base + path));
    request.setRawHeader("User-Agent", agent.toUtf8());
    return request;
  }
  QNetworkAccessManager manager;
  QString base = QStringLiteral("https://graph.microsoft.com/v1.0");
  QString agent;
};

class Lazy {
public:
  void setManager(QNetworkAccessManager *given) { manager = given; }
  void setAgent(const QByteArray &value) { agent = value; }
  void get() {
    QNetworkRequest request{QUrl(ME)};
    if (!agent.isEmpty())
      request.setRawHeader("User-Agent", agent);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager->get(request);
  }

private:
  QNetworkAccessManager *manager = nullptr;
  QByteArray agent;
};

void pointers() {
  auto manager = std::make_unique<QNetworkAccessManager>();
  auto request = std::make_shared<QNetworkRequest>(QUrl(ME));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  std::unique_ptr<QNetworkReply> first(manager->get(*request));
  request->setRawHeader("User-Agent", AGENT);
  std::unique_ptr<QNetworkReply> second(manager->get(*request));
}

void retry(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(ME)};
  for (int i = 0; i < 3; ++i) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    if (manager.get(request)->error() == QNetworkReply::NoError)
      break;
    request.setRawHeader("User-Agent", AGENT);
  }
}
