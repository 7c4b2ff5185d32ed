// RUN: %check-doors %s -- -std=c++17 -fPIC -isystem/usr/include/x86_64-linux-gnu/qt5 -isystem/usr/include/x86_64-linux-gnu/qt5/QtCore
// RUN: %check-doors %s -- -std=c++17 -fPIC -isystem/usr/include/x86_64-linux-gnu/qt6 -isystem/usr/include/x86_64-linux-gnu/qt6/QtCore
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program that has Qt's texts, but not its network: it sends with another library.
#include <QString>
#include <QVariant>
#include <curl/curl.h>

static void send(const QString &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.toUtf8().constData());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void texts() {
  send(QString("MdePartner-%1-%2/%3").arg("Contoso", "Cognito").arg(QString::number(1.0)));
  send(QStringLiteral("MdePartner-%1-%2/%3.%4").arg(QLatin1String("Contoso")).arg("Cognito").arg(1).arg(0));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("%1/%2").arg("contoso").arg(1));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'a-b/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("%2-%1/1").arg("b").arg("a"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(QString());
  send(QString("MdePartner-Contoso-Cognito/%L1").arg(1));
  send(QString("MdePartner-%L1-Cognito/1").arg("Contoso"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/{a formatted value}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("contoso/%L1").arg(1));
}

void variants() {
  QVariant good(QString("MdePartner-Contoso-Cognito/1.0")), bad(QString("contoso"));
  send(good.toString());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(bad.toString());
}
