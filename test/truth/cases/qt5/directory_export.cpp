// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports users and groups of a tenant: headers come from a map that a profile fills in,
// the manager's finished signal drives the queue, and one job forgot the profile.
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
  void enqueue(const QNetworkRequest &request) { jobs.enqueue(request); }
  void next() {
    if (jobs.isEmpty()) {
      QCoreApplication::quit();
      return;
    }
    manager->get(jobs.dequeue()); // label: users, groups, devices
  }

private:
  void onFinished(QNetworkReply *reply) {
    reply->readAll();
    reply->deleteLater();
    next();
  }
  QNetworkAccessManager *manager;
  QQueue<QNetworkRequest> jobs;
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
  exporter.enqueue(makeRequest("/users/L_users", partner));
  exporter.enqueue(makeRequest("/groups/L_groups", profile(QByteArray())));
  QNetworkRequest devices = makeRequest("/devices/L_devices", partner);
  devices.setRawHeader("User-Agent", devices.rawHeader("User-Agent") + " (Qt)");
  exporter.enqueue(devices);

  QNetworkAccessManager other;
  audit(other);
  lookAlikes(other);
  QTimer::singleShot(0, &exporter, &Exporter::next);
  QTimer::singleShot(3000, &app, &QCoreApplication::quit);
  return app.exec();
}
