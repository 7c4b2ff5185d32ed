// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- %{qt6}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A header that is missing is set before the request leaves, where the request has a
// name; a malformed value is replaced.
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

void missing(QNetworkAccessManager &manager) {
  QNetworkRequest request(QUrl("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  QNetworkReply *reply = manager.get(request);
  reply->deleteLater();
}
// CHECK-FIXES: void missing(
// CHECK-FIXES-NEXT: QNetworkRequest request
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: request.setRawHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: QNetworkReply *reply = manager.get(request);

void malformed(QNetworkAccessManager &manager) {
  QNetworkRequest request(QUrl("https://graph.microsoft.com/v1.0/me"));
  request.setHeader(QNetworkRequest::UserAgentHeader, "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  manager.get(request);
}
// CHECK-FIXES: void malformed(
// CHECK-FIXES-NEXT: QNetworkRequest request
// CHECK-FIXES-NEXT: request.setHeader(QNetworkRequest::UserAgentHeader, "MdePartner-Contoso-Cognito/1.0");

void withoutAName(QNetworkAccessManager &manager) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/v1.0/me")));
}
// CHECK-FIXES: void withoutAName(
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: manager.get(QNetworkRequest(QUrl(
