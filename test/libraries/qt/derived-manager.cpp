// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A manager makes its replies by the virtual method createRequest; one that a program
// derives may set the User-Agent there. The model says so (`via`).
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

class Named : public QNetworkAccessManager {
protected:
  QNetworkReply *createRequest(Operation operation, const QNetworkRequest &given, QIODevice *data) override {
    QNetworkRequest request(given);
    request.setRawHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
    return QNetworkAccessManager::createRequest(operation, request, data);
  }
};

class Renamed : public QNetworkAccessManager {
protected:
  QNetworkReply *createRequest(Operation operation, const QNetworkRequest &given, QIODevice *data) override {
    QNetworkRequest request(given);
    request.setRawHeader("User-Agent", "contoso/1.0");
    return QNetworkAccessManager::createRequest(operation, request, data);
  }
};

void send() {
  QNetworkRequest request(QUrl("https://graph.microsoft.com/v1.0/me"));
  Named named;
  named.get(request);
  request.setRawHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
  Renamed renamed;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  renamed.get(request);
}
