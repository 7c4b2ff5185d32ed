// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A desktop agent that keeps alerts in step: a client class with its manager as a
// member, pages that follow from responses, a token from the login host, and a
// telemetry beacon that goes elsewhere.
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <functional>
#include <truth/choice.h>

namespace contoso {

struct Settings {
  QString product = QStringLiteral("AlertSync");
  QString version = QString::fromUtf8(truth_text("version", "4.2.0"));
  QString region = truth_flag("europe") ? "eu" : "us";
};

class ApiClient : public QObject {
public:
  explicit ApiClient(const Settings &settings)
      : agent(QString("MdePartner-Contoso-%1/%2").arg(settings.product, settings.version)),
        base(QString("https://%1.api.security.microsoft.com").arg(settings.region)) {
    manager.setTransferTimeout(5000);
  }

  QNetworkRequest request(const QString &path) const {
    QUrl url = base;
    url.setPath("/api" + path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, agent);
    request.setRawHeader("Accept", "application/json");
    return request;
  }

  QByteArray fetch(const QNetworkRequest &request) {
    QNetworkReply *reply = manager.get(request); // label: alerts
    QEventLoop loop;
    connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray body = reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    reply->deleteLater();
    return body;
  }

  void resolve(const QString &id, const std::function<void(bool)> &done) {
    QNetworkRequest patch = request("/alerts/L_resolve/" + id);
    patch.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    QNetworkReply *reply = manager.sendCustomRequest(patch, "PATCH", QByteArray("{\"status\":\"Resolved\"}")); // label: resolve
    connect(reply, &QNetworkReply::finished, this, [reply, done] {
      reply->deleteLater();
      done(reply->error() == QNetworkReply::NoError);
    });
  }

  void ping() {
    QUrl url = base;
    url.setPath("/api/L_ping");
    manager.head(QNetworkRequest(url)); // label: ping
  }

  QNetworkAccessManager manager;

private:
  QString agent;
  QUrl base;
};

static QString nextLink(const QByteArray &page) {
  return QJsonDocument::fromJson(page).object().value("@odata.nextLink").toString();
}

} // namespace contoso

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  contoso::Settings settings;
  contoso::ApiClient client(settings);

  QUrl login("https://login.microsoftonline.com/common/oauth2/v2.0/token/L_token");
  QNetworkRequest token(login);
  token.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded");
  client.manager.post(token, QByteArray("grant_type=client_credentials")); // label: token

  QNetworkRequest first = client.request("/alerts/L_alerts");
  QUrl withQuery = first.url();
  QUrlQuery query;
  const bool plain = truth_flag("plain");
  query.addQueryItem("next", plain ? "L_plain_page" : "L_page");
  withQuery.setQuery(query);
  first.setUrl(withQuery);
  const QString next = contoso::nextLink(client.fetch(first)); // label: alerts
  if (!next.isEmpty()) {
    QNetworkRequest page(first);
    page.setUrl(QUrl(next));
    if (plain) {
      page.setRawHeader("User-Agent", QByteArray());
      client.fetch(page); // label: plain_page
    } else {
      client.fetch(page); // label: page
    }
  }

  client.resolve("17", [&client](bool ok) {
    if (ok)
      client.ping();
  });
  QNetworkRequest beacon(QUrl("https://telemetry.contoso.example/L_beacon?source=https://graph.microsoft.com/"));
  QTimer::singleShot(1, &app, [&client, beacon] { client.manager.get(beacon); }); // label: beacon
  QTimer::singleShot(400, &app, &QCoreApplication::quit);
  return app.exec();
}
