// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports users and groups of a tenant: headers come from a map that a profile fills in,
// the manager's finished signal tells when all is there, and one job forgot the profile.
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QQueue>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <truth/choice.h>

using Headers = QMap<QByteArray, QByteArray>;

static const char kGraph[] = "https://graph.microsoft.com/v1.0";

static Headers profile(const QByteArray &product) {
  Headers headers;
  headers.insert("Accept", "application/json");
  if (!product.isEmpty())
    headers["User-Agent"] = "MdePartner-Contoso-" + product + "/2.0";
  return headers;
}

static QNetworkRequest makeRequest(const QString &path, const Headers &headers) {
  QNetworkRequest request(QUrl(QString::fromLatin1(kGraph) + path));
  for (auto it = headers.constBegin(); it != headers.constEnd(); ++it)
    request.setRawHeader(it.key(), it.value());
  return request;
}

class Exporter : public QObject {
public:
  explicit Exporter(QNetworkAccessManager *manager) : manager(manager) {
    connect(manager, &QNetworkAccessManager::finished, this, &Exporter::onFinished);
  }
  void send(const QNetworkRequest &request) {
    ++pending;
    manager->get(request);
  }

private:
  void onFinished(QNetworkReply *reply) {
    total += reply->readAll().size();
    reply->deleteLater();
    if (--pending == 0)
      QCoreApplication::quit();
  }
  QNetworkAccessManager *manager;
  int pending = 0;
  qint64 total = 0;
};

static void audit(QNetworkAccessManager &manager) {
  QStringList parts;
  parts << "Contoso"
        << "Directory/2.0";
  QNetworkRequest request(QUrl("https://graph.microsoft.com/beta/auditLogs/L_audit"));
  request.setRawHeader("user-agent", parts.join('-').toUtf8());
  if (truth_flag("partner"))
    request.setHeader(QNetworkRequest::UserAgentHeader, "MdePartner-" + parts.join('-'));
  manager.get(request); // label: audit
}

static void lookAlikes(QNetworkAccessManager &manager) {
  const QHash<QString, QString> hosts{{"mirror", "graph.microsoft.com.contoso.example"}, {"portal", "security.microsoft.com"}};
  QUrl url;
  url.setScheme("https");
  url.setHost(hosts.value(truth_flag("mirror") ? "mirror" : "portal"));
  url.setPath("/L_lookalike");
  manager.get(QNetworkRequest(url)); // label: lookalike
}

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  QNetworkAccessManager own;
  Exporter exporter(&own);
  const Headers partner = profile("Directory");
  QNetworkAccessManager other;
  audit(other);
  lookAlikes(other);

  QQueue<QNetworkRequest> jobs;
  jobs.enqueue(makeRequest("/users/L_users", partner));
  jobs.enqueue(makeRequest("/groups/L_groups", profile(QByteArray())));
  exporter.send(jobs.dequeue()); // label: users
  exporter.send(jobs.dequeue()); // label: groups
  QNetworkRequest devices = makeRequest("/devices/L_devices", partner);
  devices.setRawHeader("User-Agent", devices.rawHeader("User-Agent") + " (Qt)");
  exporter.send(devices); // label: devices
  QTimer::singleShot(3000, &app, &QCoreApplication::quit);
  return app.exec();
}
