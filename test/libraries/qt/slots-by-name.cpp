// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A private slot that only a text names: nobody is seen to call it, so it is not looked
// into. (A public one is: whoever calls it.)
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

class Client : public QObject {
public:
  Client() { connect(&manager, SIGNAL(finished(QNetworkReply *)), this, SLOT(onFinished(QNetworkReply *))); }

private Q_SLOTS:
  void onFinished(QNetworkReply *reply) {
    reply->deleteLater();
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/v1.0/me/messages")));
  }

private:
  QNetworkAccessManager manager;
};
