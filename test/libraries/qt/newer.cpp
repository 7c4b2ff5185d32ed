// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// RUN: %check-doors %s -- -isystem %S/include %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What newer versions of Qt 6 have: suffixes of literals (6.4), headers by themselves
// and factories of requests (6.7, 6.8), managers for REST (6.7).
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>
#include <QtNetwork/QHttpHeaders>
#include <QtNetwork/QNetworkRequestFactory>
#include <QtNetwork/QRestAccessManager>

using namespace Qt::Literals::StringLiterals;

#define GRAPH "https://graph.microsoft.com/v1.0"
#define AGENT "MdePartner-Contoso-Cognito/1.0"

void suffixes(QNetworkAccessManager &manager) {
  QNetworkRequest request(QUrl(u"https://graph.microsoft.com/v1.0/me"_s));
  request.setRawHeader("User-Agent"_ba, u"MdePartner-Contoso-Cognito/1.0"_s.toUtf8());
  manager.get(request);
  request.setRawHeader("User-Agent", u"wide/1"_s.toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'wide/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
  request.setHeader(QNetworkRequest::UserAgentHeader, "latin/1"_L1);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'latin/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
}

void headers(QNetworkAccessManager &manager) {
  QHttpHeaders headers;
  headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
  QNetworkRequest request(QUrl(GRAPH "/me"));
  request.setHeaders(headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  headers.append("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  request.setHeaders(headers);
  manager.get(request);
  headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "contoso/1.0");
  request.setHeaders(headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
  headers.replaceOrAppend("user-agent", AGENT);
  request.setHeaders(headers);
  manager.get(request);
  headers.removeAll(QHttpHeaders::WellKnownHeader::UserAgent);
  request.setHeaders(headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(request);
  request.setHeaders(QHttpHeaders::fromListOfPairs({{"Accept", "*/*"}, {"User-Agent", AGENT}}));
  manager.get(request);
  QHttpHeaders taken = request.headers();
  if (!taken.contains("USER-AGENT"))
    taken.clear();
  QNetworkRequest other(QUrl(GRAPH "/me"));
  other.setHeaders(std::move(taken));
  manager.get(other);
}

class Api {
public:
  explicit Api(bool named) : factory(QUrl(GRAPH)), rest(&manager) {
    QHttpHeaders common;
    common.append("Accept", "application/json");
    if (named)
      common.append("User-Agent", AGENT);
    factory.setCommonHeaders(common);
    factory.setBearerToken("token");
  }
  QNetworkRequest request(const QString &path) const { return factory.createRequest(path); }

  QNetworkRequestFactory factory;
  QNetworkAccessManager manager;
  QRestAccessManager rest;
};

void factories() {
  Api good(true), bad(false);
  good.manager.get(good.request("me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  bad.manager.get(bad.request("me"));
  QNetworkRequestFactory copy = good.factory;
  copy.clearCommonHeaders();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  good.manager.get(copy.createRequest());
  copy.setBaseUrl(QUrl("https://status.contoso.example"));
  good.manager.get(copy.createRequest("me"));
}

void rest(Api &unknown) {
  Api api(true);
  QNetworkRequest plain(QUrl(GRAPH "/me"));
  api.rest.get(api.request("users"), &api.rest, [&](QRestReply &reply) {
    if (auto json = reply.readJson()) {
      const QString next = (*json)["@odata.nextLink"].toString();
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
      api.rest.get(QNetworkRequest(QUrl(next)));
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    api.rest.deleteResource(QNetworkRequest(QUrl(reply.readText())));
  });
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  api.rest.post(plain, QJsonDocument());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  api.rest.patch(plain, QJsonDocument());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  api.rest.sendCustomRequest(plain, "REPORT", QByteArray(), &api.rest, [&](QRestReply &reply) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    api.manager.get(QNetworkRequest(QUrl(QString(reply.networkReply()->readAll()))));
  });
  QCoreApplication::exec();
  unknown.rest.get(unknown.request("me"));
}
